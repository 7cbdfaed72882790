import { circumstancesAfter, isPlainLead, isVerbless } from './circumstances.ts';
import { cueAt } from './cues.ts';
import { headOf } from './noun-phrases.ts';
import { type CueUse, isBreak, type Reading, type Run, tail } from './reading.ts';
import { type Speaker, speakerOf } from './speakers.ts';
import { mainSubject, subjectAfter, subjectBefore } from './subjects.ts';
import { ownerBefore, speakerBefore } from './who-speaks.ts';

/** Who said it, by which words. */
export interface Attribution extends Speaker {
  readonly cue: string | null;
  readonly medium: string | null;
  readonly addressee: string | null;
  /** Tokens that attribute: speaker, cue and what stands beside it. */
  readonly words: Run;
  readonly confidence: number;
}

const furthest = 60;

/** Ends `…,” he said`: what follows the marks may say who spoke. */
const isOpenEnded = (text: string, last: string): boolean => /[,?!…—–-]\]?\s*['’]?\s*$/.test(last) || text === ',';

/** `“…,” X said`, `“…,” said X`, `“…,” according to X`. */
export function attributionAfter(reading: Reading, k: number): Attribution | null {
  const { tokens, document, marked, runs } = reading;
  const next = tokens[runs[k]!.end];
  if (!next || !isOpenEnded(next.text, tail(document.text, marked[k]!.parts.at(-1)!))) return null;
  const first = runs[k]!.end + (next.text === ',' ? 1 : 0);
  const region = { first, end: regionEnd(reading, first, runs[k]!.end) };
  if (region.end <= first) return null;
  return accordingTo(reading, region) ?? inverted(reading, region) ?? plain(reading, region);
}

/** First token after the clause that begins at `first`: before the next marks, or where the sentence ends. */
function regionEnd(reading: Reading, first: number, after: number): number {
  const { tokens, markedAt, document } = reading;
  const block = document.sentences[tokens[after - 1]!.sentence]!.block;
  let end = first;
  while (end < tokens.length && end - first < furthest && markedAt[end] === -1) {
    if (document.sentences[tokens[end]!.sentence]!.block !== block || (end > first && isBreak(reading, end))) break;
    end++;
  }
  return end;
}

function accordingTo(reading: Reading, { first }: Run): Attribution | null {
  const { tokens } = reading;
  if (tokens[first]?.lower !== 'according' || tokens[first + 1]?.lower !== 'to') return null;
  const speaker = subjectAfter(reading, first + 2);
  if (!speaker) return null;
  const words = { first, end: speaker.end };
  return { ...speakerOf(reading, speaker), cue: 'according to', medium: null, addressee: null, words, confidence: 0.9 };
}

function inverted(reading: Reading, { first }: Run): Attribution | null {
  const at = reading.tokens[first]!.pos === 'ADV' ? first + 1 : first;
  const use = cueAt(reading, at);
  if (!use || !canInvert(use) || use.isPassive || use.isParticiple) return null;
  const speaker = subjectAfter(reading, use.end);
  if (!speaker) return null;
  const { medium, end } = circumstancesAfter(reading, { end: speaker.end, cue: { ...use.cue, frames: new Set() } });
  return {
    ...speakerOf(reading, speaker),
    cue: use.cue.lemma,
    medium,
    addressee: null,
    words: { first, end },
    confidence: 0.95,
  };
}

function plain(reading: Reading, { first, end }: Run): Attribution | null {
  for (let i = first + 1; i < end; i++) {
    const use = cueAt(reading, i);
    if (!use || use.isPassive || use.isParticiple || use.isInfinitive || !canStandBeside(use)) continue;
    const speaker = subjectBefore(reading, use.group, first);
    if (!speaker || speaker.first - first > 8 || !isPlainLead(reading, { first, end: speaker.first })) continue;
    const beside = circumstancesAfter(reading, use);
    const isToThose = use.cue.frames.has('to') && reading.tokens[use.end]?.lower === 'those';
    if (!isToThose && saysMore(reading, beside.end)) return null;
    return {
      ...speakerOf(reading, speaker),
      cue: use.cue.lemma,
      medium: beside.medium,
      addressee: beside.addressee,
      words: { first, end: beside.end },
      confidence: 0.95,
    };
  }
  return null;
}

/** `said X`, but not `told X`, where X is spoken to. */
export const canInvert = ({ cue }: CueUse): boolean =>
  cue.frames.has('direct') && !(cue.frames.has('to') && cue.frames.has('clause'));

const canStandBeside = ({ cue }: CueUse): boolean => cue.frames.has('direct') || cue.frames.has('to');

/** A clause follows the verb: what it reports is that clause. */
function saysMore({ tokens, markedAt }: Reading, i: number): boolean {
  const token = tokens[i];
  if (!token || markedAt[i] !== -1) return false;
  return (
    token.lower === 'that' ||
    ['DET', 'NOUN', 'PROPN', 'ADJ', 'NUM'].includes(token.pos) ||
    (token.pos === 'PRON' && !/^W/.test(token.tag))
  );
}

/** Words before a text in marks that say who spoke. `isReported`: they end in `that`. */
export interface Introduction extends Attribution {
  readonly isReported: boolean;
}

/** `X said, “…”`, `X told reporters: “…”`, `stating that “…”`, `X: “…”`. */
export function attributionBefore(reading: Reading, k: number): Introduction | null {
  const end = reading.runs[k]!.first;
  const first = clauseStart(reading, end);
  for (let i = end - 1; i >= first; i--) {
    const use = cueAt(reading, i);
    if (!use || use.isPassive) continue;
    return introducedBy(reading, use, { first, end }, k);
  }
  return (
    colonBefore(reading, { first, end }) ?? (isOwnSentence(reading, k) ? wordingBefore(reading, { first, end }) : null)
  );
}

/** First token of the clause before token `end`, after marks or the sentence before. */
export function clauseStart(reading: Reading, end: number): number {
  let first = end;
  while (first > 0 && end - first < furthest && reading.markedAt[first - 1] === -1 && !isBreak(reading, first)) first--;
  return first;
}

function introducedBy(reading: Reading, use: CueUse, { first, end }: Run, k: number): Introduction | null {
  const { tokens } = reading;
  const { cue } = use;
  if (use.isNegative || use.end > end) return null;
  const isSpeech = cue.frames.has('direct') || cue.frames.has('to') || cue.frames.has('clause');
  if (!isSpeech || cue.frames.has('marked') || (!cue.frames.has('direct') && use.end === end)) return null;
  const gap = { first: use.end, end };
  const last = tokens[end - 1]!;
  const isJoined =
    gap.first === gap.end ||
    /^(?:[,:]|that)$/.test(last.lower) ||
    (gap.end - gap.first < 4 && isOwnSentence(reading, k));
  if (!isJoined || gap.end - gap.first > 16 || !isVerbless(reading, gap)) return null;
  if (use.isUnreal && !/^[,:]$/.test(last.text)) return null;
  const speaker = speakerBefore(reading, use, first);
  if (!speaker) return null;
  const { medium, addressee } = circumstancesAfter(reading, use);
  const words = { first: Math.min(speaker.first, use.group), end };
  const confidence = use.isParticiple || use.isUnreal || use.isInfinitive ? 0.85 : 0.95;
  return {
    ...speakerOf(reading, speaker),
    cue: cue.lemma,
    medium,
    addressee,
    words,
    confidence,
    isReported: last.lower === 'that',
  };
}

/** What stands in the marks is a sentence of its own, from its capital to its full stop. */
export function isOwnSentence({ tokens, runs, marked, document }: Reading, k: number): boolean {
  const words = tokens.slice(runs[k]!.first, runs[k]!.end);
  const said = words.filter((t) => !/^\W+$/.test(t.text));
  return (
    said.length > 3 &&
    /^\p{Lu}/u.test(said[0]!.text) &&
    words.some((t) => t.pos === 'AUX' || /^VB[DPZ]$/.test(t.tag)) &&
    /[.!?]\W*$/.test(tail(document.text, marked[k]!.parts.at(-1)!))
  );
}

/** How far before the colon the noun may stand: `a message for her critics:`. */
const longestWording = 6;

/** `She had a sharp reply: “…”`, `Her message to the council was: “…”`. */
function wordingBefore(reading: Reading, { first, end }: Run): Introduction | null {
  const { tokens, lexicon } = reading;
  if (tokens[end - 1]?.text !== ':') return null;
  for (let i = end - 2; i >= Math.max(first, end - 1 - longestWording); i--) {
    const noun = tokens[i]!.pos === 'NOUN' ? lexicon.nouns.get(tokens[i]!.lower) : undefined;
    if (!noun?.frames.has('words')) continue;
    const speaker = ownerBefore(reading, i) ?? mainSubject(reading, i, first);
    if (!speaker) return null;
    const by = { cue: noun.lemma, medium: null, addressee: null, confidence: 0.8 };
    return { ...speakerOf(reading, speaker), ...by, words: { first, end }, isReported: false };
  }
  return null;
}

/** `Ana Kovač: “…”` at the head of a paragraph. */
function colonBefore(reading: Reading, { first, end }: Run): Introduction | null {
  const { tokens } = reading;
  const words = { first, end };
  if (tokens[end - 1]?.text !== ':' || end - first > 8 || end - first < 2) return null;
  for (let i = first; i < end - 1; i++) if (tokens[i]!.pos !== 'PROPN') return null;
  const speaker = { first, end: end - 1 };
  if (!headOf(tokens, speaker.first, speaker.end)) return null;
  return {
    ...speakerOf(reading, speaker),
    cue: null,
    medium: null,
    addressee: null,
    words,
    confidence: 0.8,
    isReported: false,
  };
}
