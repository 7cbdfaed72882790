import type { Span } from '../../span.ts';
import type { Quote } from '../document.ts';
import { cueAt } from './cues.ts';
import { type Attribution, attributionAfter, attributionBefore } from './direct.ts';
import { clauseParts } from './parts.ts';
import { endsSentence, isBreak, type Reading, type Run, tail } from './reading.ts';

/** Quotations, and for each marked text whether it is part of one. */
export interface Spoken {
  readonly quotes: Quote[];
  readonly taken: boolean[];
}

interface Draft {
  quote: Quote;
  /** What attributes it; a quotation that follows these words goes on. */
  readonly by: Attribution;
  readonly isAfter: boolean;
  readonly last: number;
}

const furthest = 60;

/** What is quoted word for word, or ends so with its speaker behind it. */
export function findSpoken(reading: Reading): Spoken {
  const drafts: Draft[] = [];
  const taken = reading.marked.map(() => false);
  for (let k = 0; k < reading.marked.length; k++) {
    const previous = drafts.at(-1);
    if (previous && isResumed(reading, previous, k)) {
      drafts[drafts.length - 1] = { ...previous, quote: resume(previous.quote, reading.marked[k]!), last: k };
      taken[k] = true;
      continue;
    }
    const draft =
      (isSetOff(reading, k) ? introduced(reading, k) : null) ??
      afterwards(reading, k) ??
      introduced(reading, k) ??
      continued(reading, k, previous);
    if (!draft) continue;
    drafts.push(draft);
    if (draft.isAfter) reading.used.fill(1, draft.by.words.first, draft.by.words.end);
    for (let j = k; j >= 0 && reading.marked[j]!.start >= draft.quote.start; j--) taken[j] = true;
  }
  return { quotes: drafts.map(({ quote }) => quote), taken };
}

/** `“…,” he said, “…”`: the second half of one sentence. */
function isResumed(reading: Reading, { by, isAfter, last }: Draft, k: number): boolean {
  const { tokens, runs } = reading;
  if (!isAfter || last !== k - 1 || tokens[by.words.end]?.text !== ',') return false;
  return by.words.end + 1 === runs[k]!.first;
}

const resume = (quote: Quote, { end, parts }: Span & Pick<Quote, 'parts'>): Quote => ({
  ...quote,
  end,
  parts: [...quote.parts, ...parts],
});

function afterwards(reading: Reading, k: number): Draft | null {
  const by = attributionAfter(reading, k);
  if (!by) return null;
  const marked = reading.marked[k]!;
  if (isBreak(reading, reading.runs[k]!.first) || isLedIn(reading, k)) {
    return { quote: quoteOf(by, 'direct', marked, marked.parts), by, isAfter: true, last: k };
  }
  const clause = endsThere(reading, by.words.end) ? clauseParts(reading, k) : null;
  return clause && { quote: quoteOf(by, 'mixed', clause, clause.parts), by, isAfter: true, last: k };
}

/** Nothing follows in the sentence but a participle or other words apart: no second quotation. */
function endsThere({ tokens, markedAt }: Reading, i: number): boolean {
  if (!tokens[i] || /^[.;]$/.test(tokens[i].text) || /^W/.test(tokens[i].tag)) return true;
  return tokens[i + 1] === undefined || (tokens[i].text === ',' && markedAt[i + 1] === -1);
}

/** A colon or a bracket opens the quotation in the middle of a sentence. */
function isLedIn({ tokens, runs }: Reading, k: number): boolean {
  return /^[:([—–-]$/.test(tokens[runs[k]!.first - 1]?.text ?? '');
}

function introduced(reading: Reading, k: number): Draft | null {
  const by = attributionBefore(reading, k);
  const marked = reading.marked[k]!;
  if (
    !by ||
    !(endsSentence(reading.document.text, marked) || isBreak(reading, nextToken(reading, k)) || isSetOff(reading, k))
  )
    return null;
  const form = by.isReported ? 'mixed' : 'direct';
  return { quote: quoteOf(by, form, marked, marked.parts), by, isAfter: false, last: k };
}

/** `said, “We’ll see,” when asked`: a comma or colon before, and inside no full stop. */
function isSetOff({ tokens, runs, marked, document }: Reading, k: number): boolean {
  return (
    /^[,:]$/.test(tokens[runs[k]!.first - 1]?.text ?? '') &&
    /[,?!]\s*$/.test(tail(document.text, marked[k]!.parts.at(-1)!))
  );
}

/** First token after the marks that is no closing bracket or full stop. */
function nextToken({ tokens, runs }: Reading, k: number): number {
  let end = runs[k]!.end;
  while (end - runs[k]!.end < 3 && /^[.)?!]$/.test(tokens[end]?.text ?? '')) end++;
  return end;
}

/** `“…,” she said. “…”`, or a paragraph in marks after one that ends with words of the same speaker. */
function continued(reading: Reading, k: number, previous: Draft | undefined): Draft | null {
  const { marked, runs } = reading;
  if (!previous || previous.last !== k - 1 || !isWhole(reading, k)) return null;
  const { by, isAfter, last } = previous;
  const end = isAfter ? Math.max(by.words.end, runs[last]!.end) : runs[last]!.end;
  const first = runs[k]!.first;
  for (let i = end + 1; i < first; i++) if (isBreak(reading, i)) return null;
  if (isBreak(reading, end) && isReport(reading, { first: end, end: first })) return null;
  if (first - end > furthest) return null;
  const isSameBlock = blockOf(reading, last) === blockOf(reading, k);
  if (!isSameBlock && blockOf(reading, k) !== blockOf(reading, last) + 1) return null;
  const confidence = by.confidence - (isSameBlock ? 0.05 : 0.2);
  const quote = quoteOf({ ...by, confidence }, 'direct', marked[k]!, marked[k]!.parts);
  return { quote, by: { ...by, confidence }, isAfter: false, last: k };
}

/** `According to police, the mayor left;`: somebody else speaks. */
function isReport(reading: Reading, { first, end }: Run): boolean {
  for (let i = first; i < end; i++)
    if (reading.tokens[i]!.lower === 'according' || cueAt(reading, i)?.isPassive === false) return true;
  return false;
}

const blockOf = ({ document, tokens, runs }: Reading, k: number): number =>
  document.sentences[tokens[runs[k]!.first]!.sentence]!.block;

/** A sentence of its own between the marks: what stands before and after ends or begins another. */
function isWhole(reading: Reading, k: number): boolean {
  const { document, marked, runs } = reading;
  const text = marked[k]!.parts[0]!;
  const first = document.text.slice(text.start, text.start + 4);
  return (
    isBreak(reading, runs[k]!.first) && endsSentence(document.text, marked[k]!) && /^\s*[\p{Lu}\p{N}[‘'…]/u.test(first)
  );
}

const quoteOf = (by: Attribution, form: Quote['form'], { start, end }: Span, parts: readonly Span[]): Quote => ({
  form,
  start,
  end,
  parts,
  speaker: by.speaker,
  speakerMention: by.speakerMention,
  speakerBasis: by.speakerBasis,
  cue: by.cue,
  medium: by.medium,
  addressee: by.addressee,
  confidence: by.confidence,
});
