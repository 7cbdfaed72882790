import type { Token } from '../document.ts';
import { below, type Tree } from '../syntax.ts';
import { cueAt } from './cues.ts';
import { isOthers, nextClause, withoutWake } from './glosses.ts';
import { type CueUse, isFiniteVerb, isNominative, type Reading, type Run } from './reading.ts';

const mostWords = 120;
const fewestWords = 3;
const behind = new Set(['of', 'for', 'as', 'to', 'on', 'against', 'about', 'over', 'with', 'that', 'at', 'from']);

/** From behind the verb to the end of its last complement; marks that it cuts belong to it. */
export function contentOf(reading: Reading, tree: Tree, use: CueUse): Run | null {
  const { tokens, markedAt, runs } = reading;
  const complements = tree.dependentsOf(use.first).filter((d) => d >= use.end && isComplement(reading, tree, d));
  const { frames } = use.cue;
  if (frames.has('clause') && !frames.has('paper') && complements.some((d) => isClause(reading, tree, d))) return null;
  const starts = complements.map((d) => Math.min(d, ...below(tree, d)));
  const isToDo =
    starts.length > 0 && starts.every((start) => tokens[start]!.lower === 'to' && tokens[start]!.pos === 'PART');
  const first = isToDo ? behindDay(reading, use.end) : use.end;
  if (complements.length === 0 || Math.min(...starts) > first) return null;
  let end = Math.max(...complements.flatMap((d) => [d, ...below(tree, d)])) + 1;
  const cut = markedAt[end - 1]!;
  if (cut !== -1) end = Math.max(end, runs[cut]!.end);
  end = goneOn(reading, pastMarks(reading, end), use);
  end = withoutWake(reading, { first, end: beforeNextAct(reading, use, { first, end }) }).end;
  end = beforeMedium(reading, { first, end: nextClause(reading, { first, end }) });
  while (end > first && markedAt[end - 1] === -1 && tokens[end - 1]!.pos === 'PUNCT' && tokens[end - 1]!.text !== ')')
    end--;
  const words = tokens.slice(first, end).filter((t) => t.pos !== 'PUNCT').length;
  const isOfRelative = /^W/.test(tokens[use.group - 1]?.tag ?? '');
  if (!isOfRelative && tokens[end]?.text === ',' && isFiniteVerb(tokens[end + 1])) return null;
  const fewest = use.cue.rest.length > 0 && endsPlainly(tokens, end) ? fewestWords - 1 : fewestWords;
  return words < fewest || words > mostWords ? null : { first, end };
}

/** `it “weak” [and “cold”]`: other words in marks, joined to those at the end. */
export function pastMarks({ tokens, markedAt, runs }: Reading, from: number): number {
  let end = from;
  while (markedAt[end - 1] !== -1 && tokens[end]?.pos === 'CCONJ' && (markedAt[end + 1] ?? -1) !== -1)
    end = runs[markedAt[end + 1]!]!.end;
  return end;
}

/** `criticised her as “weak” [and accused him of theft]`: where the next act of the same speaker begins. */
function beforeNextAct(reading: Reading, use: CueUse, { first, end }: Run): number {
  const { tokens, markedAt } = reading;
  const { tag } = tokens[use.first]!;
  const isListed = (i: number) => tokens[i]!.text === ',' && tag === 'VBN' && tokens[i + 1]!.tag === tag;
  for (let i = first + 1; i < end - 1; i++) {
    if (markedAt[i] === -1 && tokens[i]!.lower === 'while' && (use.cue.frames.has('news') || isOthers(reading, i, end)))
      return i;
    if (markedAt[i] === -1 && tokens[i]!.text === ':' && use.cue.frames.has('paper')) return i;
    if (markedAt[i] === -1 && isListed(i) && reading.lexicon.cues.has(tokens[i + 1]!.lower)) return i;
    if (markedAt[i] !== -1 || tokens[i]!.pos !== 'CCONJ') continue;
    const next = cueAt(reading, i + 1);
    if (next && isFiniteVerb(tokens[i + 1]) && (tokens[i + 1]!.tag === tag || tag === 'VBN')) return i;
  }
  return end;
}

/** Prepositions that go on with a noun, whatever the tree hangs them on. */
const ofNoun = new Set(['of', 'off', 'into', 'between', 'toward', 'towards', 'against', 'within']);

/** `the imbalance [he sees in this town]`, `fair rules [in business]`: what goes on without a comma belongs to the noun before it. */
function goneOn(reading: Reading, end: number, { cue }: CueUse): number {
  const { tokens, markedAt } = reading;
  const [next, second] = [tokens[end], tokens[end + 1]];
  if (!next || !second || markedAt[end] !== -1 || tokens[end - 1]!.pos === 'PUNCT') return end;
  const isClause = isNominative(next) && isFiniteVerb(second) && tokens[end - 1]!.pos === 'NOUN';
  const isOfNoun =
    next.pos === 'ADP' && (ofNoun.has(next.lower) || (next.lower === 'in' && isBareNoun(reading, end + 1)));
  const isRelative = next.lower === 'that' && (markedAt[end + 1] !== -1 || isFiniteVerb(second));
  const isOpen =
    (cue.frames.has('news') || cue.frames.has('paper')) && !endsPlainly(tokens, end) && next.pos !== 'PUNCT';
  if (!isClause && !isOfNoun && !isRelative && !isOpen) return end;
  let last = end + 1;
  while (tokens[last]?.sentence === next.sentence && !isStop(reading, last, isOpen)) last++;
  return last;
}

const isStop = ({ tokens, markedAt, timeAt }: Reading, i: number, isOpen: boolean): boolean => {
  const { pos, tag } = tokens[i]!;
  const isPaused = pos === 'PUNCT' && tag !== 'HYPH';
  const isJoined = !isOpen && (pos === 'CCONJ' || pos === 'SCONJ' || timeAt[i] === 1);
  return markedAt[i] === -1 && (isPaused || isJoined);
};

/** `business` behind `in`: no article, no name, no medium, no time. */
const isBareNoun = ({ tokens, timeAt, lexicon }: Reading, i: number): boolean =>
  tokens[i]!.pos === 'NOUN' && timeAt[i] === 0 && !lexicon.media.has(tokens[i]!.lower) && tokens[i + 1]?.pos !== 'ADP';

/** `announced a vote [in a letter to members]`: how it was said is no content. */
function beforeMedium({ tokens, markedAt, lexicon }: Reading, { first, end }: Run): number {
  for (let i = first + 2; i < end - 2; i++) {
    if (markedAt[i] !== -1 || tokens[i]!.lower !== 'in' || !isOwned(tokens[i + 1]!)) continue;
    let noun = i + 2;
    while (noun < end && noun - i < longestMedium && inMedium.has(tokens[noun]!.pos)) {
      if (tokens[noun]!.pos === 'NOUN' && lexicon.media.has(tokens[noun]!.lower)) return i;
      noun++;
    }
  }
  return end;
}

const longestMedium = 8;
const inMedium = new Set(['ADJ', 'NOUN', 'PROPN', 'NUM']);

const isOwned = ({ pos, tag }: Token): boolean => pos === 'DET' || tag === 'PRP$';

/** `vowed [last month] to stay`. */
function behindDay({ tokens, timeAt }: Reading, from: number): number {
  let first = tokens[from]?.lower === 'on' ? from + 1 : from;
  if (timeAt[first] !== 1) return from;
  while (timeAt[first] === 1) first++;
  return first;
}

/** A clause with a subject of its own, no relative one. */
function isClause({ tokens }: Reading, tree: Tree, d: number): boolean {
  const hasSubject = tree.dependentsOf(d).some((x) => /^(?:nsubj|expl)/.test(tree.relationOf(x)));
  if (tree.relationOf(d) !== 'ccomp' || !hasSubject) return false;
  const first = Math.min(d, ...below(tree, d));
  return !/^W/.test(tokens[tokens[first]!.text === ',' ? first + 1 : first]!.tag);
}

/** Object, clause, or what one of the prepositions leads in; no circumstance of time. */
function isComplement({ tokens, timeAt }: Reading, tree: Tree, d: number): boolean {
  const relation = tree.relationOf(d);
  if (/^(?:obj|iobj|xcomp|ccomp)$/.test(relation)) return timeAt[d] === 0;
  if (!/^(?:obl|advcl)$/.test(relation) || timeAt[d] !== 0) return false;
  return tree.dependentsOf(d).some((x) => /^(?:case|mark)$/.test(tree.relationOf(x)) && behind.has(tokens[x]!.lower));
}

/** No verb goes on behind it: `records that showed a plane [had crashed]`. */
export function endsPlainly(tokens: Reading['tokens'], end: number): boolean {
  const next = tokens[end];
  return !next || next.pos === 'CCONJ' || (next.pos === 'PUNCT' && !/^W/.test(tokens[end + 1]?.tag ?? ''));
}
