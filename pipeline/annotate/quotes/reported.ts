import type { Quote } from '../document.ts';
import { isVerbless } from './circumstances.ts';
import { cueAt } from './cues.ts';
import { isOwnSentence } from './direct.ts';
import { findEmbedded } from './embedded.ts';
import { findFinal } from './final.ts';
import { isOthers, withoutGloss, withoutRemark, withoutWake } from './glosses.ts';
import { findHeadline } from './headline.ts';
import { findInitial } from './initial.ts';
import { findNouns } from './nouns.ts';
import { ownPart } from './own-part.ts';
import { findParsed } from './parsed.ts';
import { withoutMarks } from './parts.ts';
import { findQuestions } from './questions.ts';
import { isBreak, type Reading, type Run } from './reading.ts';
import type { Speaker } from './speakers.ts';
import type { Spoken } from './spoken.ts';

/** A clause that somebody is said to have said. */
export interface Report extends Speaker, Pick<Quote, 'cue' | 'medium' | 'addressee' | 'confidence'> {
  readonly clause: Run;
  /** What goes on behind the words that attribute. */
  readonly rest?: Run;
  /** The reporting verb behind the clause. */
  readonly cueAt?: number;
  /** The reporting verb before the clause. */
  readonly verb?: number;
  /** `to leave`: no finite verb is asked for. */
  readonly isInfinitive?: boolean;
}

/** What plain words tell first; the tree is asked about what they leave open. */
function* reportsIn(reading: Reading, sentence: Run, isOpen: (token: number) => boolean): Generator<Report> {
  const headline = findHeadline(reading, sentence);
  if (headline) yield headline;
  yield* findFinal(reading, sentence);
  yield* findInitial(reading, sentence);
  yield* findParsed(reading, sentence, isOpen);
  yield* findNouns(reading, sentence, isOpen);
  yield* findEmbedded(reading, sentence);
  yield* findQuestions(reading, sentence);
}

const fewestWords = 3;

/** Reported clauses, sentence by sentence; with words in marks they are mixed. What overlaps a spoken one is left out. */
export function findReported(reading: Reading, spoken: Spoken): Spoken {
  const quotes: Quote[] = [];
  const taken = [...spoken.taken];
  for (const sentence of sentencesOf(reading)) {
    const found: Run[] = [];
    const isOpen = (token: number): boolean => found.every(({ first, end }) => token < first || token >= end);
    for (const report of reportsIn(reading, sentence, isOpen)) {
      const by = report.verb ?? report.cueAt;
      if (by !== undefined && reading.used[by] === 1) continue;
      const clause = trim(reading, report.rest ? report.clause : endOf(reading, report));
      const isFree = found.every((other) => clause.first >= other.end || clause.end <= other.first);
      const rest = report.rest && trim(reading, withoutWake(reading, withoutGloss(reading, report.rest)));
      const whole = rest ? { first: clause.first, end: rest.end } : clause;
      if (!isFree || !isUncut(reading, whole, taken)) continue;
      if (isOfMarks(reading, report) && !hasMarks(reading, whole)) continue;
      if (!report.isInfinitive && !isClause(reading, whole)) continue;
      if (by !== undefined) reading.used[by] = 1;
      quotes.push(quoteOf(reading, { ...report, clause, ...(rest && { rest }) }));
      for (let i = whole.first; i < whole.end; i++) if (reading.markedAt[i] !== -1) taken[reading.markedAt[i]!] = true;
      found.push(whole);
    }
  }
  return { quotes, taken };
}

/** The clause up to where the reporter goes on. */
function endOf(reading: Reading, { clause, verb }: Report): Run {
  const own = withoutRemark(reading, withoutWake(reading, ownPart(reading, upToNext(reading, clause), verb)));
  return verb === undefined ? own : withoutGloss(reading, own);
}

/** Sentences as runs, without the dateline; text in marks never ends one in its middle. */
function sentencesOf(reading: Reading): Run[] {
  const runs: Run[] = [];
  const dateline = reading.document.dateline?.end ?? 0;
  let first = 0;
  for (let i = 1; i <= reading.tokens.length; i++) {
    if (i < reading.tokens.length && !isBreak(reading, i)) continue;
    while (first < i && reading.tokens[first]!.start < dateline) first++;
    if (first < i) runs.push({ first, end: i });
    first = i;
  }
  return runs;
}

/** "it had failed but stressed that …": where the same speaker is said to say more, the clause ends. */
function upToNext(reading: Reading, { first, end }: Run): Run {
  const { tokens, markedAt } = reading;
  for (let i = first + fewestWords; i < end - 2; i++) {
    if (markedAt[i] === -1 && isOthers(reading, i, end)) return { first, end: i };
    if (tokens[i]!.pos !== 'CCONJ' || markedAt[i] !== -1) continue;
    const use = cueAt(reading, i + 1);
    const isMore = tokens[i + 2]!.lower === 'that' || (use?.cue.frames.has('plea') && use.cue.rest.length > 0);
    if (use && isMore && /^VB[DZ]$/.test(tokens[i + 1]!.tag)) return { first, end: i };
  }
  return { first, end };
}

/** Without bullets and conjunctions before it and punctuation behind it. */
function trim({ tokens, markedAt }: Reading, { first, end }: Run): Run {
  while (first < end && markedAt[first] === -1 && isLead(tokens[first]!.pos)) first++;
  while (end > first && markedAt[end - 1] === -1 && tokens[end - 1]!.pos === 'PUNCT' && tokens[end - 1]!.text !== ')')
    end--;
  return { first, end };
}

const isLead = (pos: string): boolean => pos === 'PUNCT' || pos === 'CCONJ' || pos === 'SYM';

/** Long enough, cutting no brackets, no text in marks and none that is quoted already. */
function isUncut(reading: Reading, { first, end }: Run, taken: readonly boolean[]): boolean {
  const { tokens, markedAt, runs } = reading;
  if (end - first < fewestWords) return false;
  const [left, right] = [markedAt[first]!, markedAt[end - 1]!];
  if ((left !== -1 && runs[left]!.first !== first) || (right !== -1 && runs[right]!.end !== end)) return false;
  let depth = 0;
  for (let i = first; i < end; i++) {
    if (markedAt[i] !== -1 && taken[markedAt[i]!]) return false;
    if (tokens[i]!.text === '(') depth++;
    if (tokens[i]!.text === ')') depth--;
  }
  return depth === 0;
}

/** Of a verb that reports a clause only where words in marks stand in it. */
const isOfMarks = (reading: Reading, { verb }: Report): boolean =>
  verb !== undefined && cueAt(reading, verb)?.cue.frames.has('marked') === true;

function hasMarks({ markedAt }: Reading, { first, end }: Run): boolean {
  for (let i = first; i < end; i++) if (markedAt[i] !== -1) return true;
  return false;
}

/** A verb stands in it, or `that` before it and words in marks inside, whatever the tags of those. */
const isClause = (reading: Reading, run: Run): boolean =>
  !isVerbless(reading, run) ||
  (reading.tokens[run.first - 1]?.lower === 'that' && hasMarks(reading, run)) ||
  hasParsedVerb(reading, run);

/** A past tense that was taken for a participle has a subject in the tree. */
function hasParsedVerb({ tokens, document }: Reading, { first, end }: Run): boolean {
  const verbs = tokens.slice(first, end).filter((t) => t.tag === 'VBN' && t.pos === 'VERB');
  return verbs.some(({ index, sentence }) => {
    const tree = document.trees.of(sentence);
    return tree?.dependentsOf(index).some((d) => tree.relationOf(d) === 'nsubj') ?? false;
  });
}

/** `they said “Even if it rains, we go”, and left`: a whole clause in marks, with a capital and without `that`. */
function isBare({ tokens }: Reading, { first, end }: Run, k: number): boolean {
  const words = tokens.slice(first, end).filter(({ pos }) => pos !== 'PUNCT');
  return k !== -1 && words.length > 5 && /^\p{Lu}/u.test(words[0]!.text) && tokens[first - 1]?.lower !== 'that';
}

function quoteOf(reading: Reading, { clause, rest, ...said }: Report): Quote {
  const { tokens } = reading;
  const runs = rest ? [clause, rest] : [clause];
  const pieces = runs.map((run) =>
    withoutMarks(reading, { start: tokens[run.first]!.start, end: tokens[run.end - 1]!.end }),
  );
  const span = { start: pieces[0]!.start, end: pieces.at(-1)!.end };
  const parts = pieces.flatMap((piece) => piece.parts);
  const marks = pieces.reduce((sum, piece) => sum + piece.marks, 0);
  const k = reading.markedAt[clause.first]!;
  const isAllMarked =
    k !== -1 && reading.markedAt[clause.end - 1] === k && (isOwnSentence(reading, k) || isBare(reading, clause, k));
  const form = isAllMarked ? 'direct' : marks > 0 ? 'mixed' : 'indirect';
  return { form, ...span, parts, ...said };
}
