import type { Token } from '../document.ts';
import { below, type Tree } from '../syntax.ts';
import { circumstancesAfter } from './circumstances.ts';
import { unreal } from './clause-end.ts';
import { cueAt } from './cues.ts';
import { isThird } from './dependence.ts';
import { nextClause } from './glosses.ts';
import { leadsClause } from './noun-phrases.ts';
import { type CueUse, isFiniteVerb, isNominative, type Reading, type Run } from './reading.ts';
import type { Report } from './reported.ts';
import { maySay } from './sayers.ts';
import { wholeName } from './speaker-names.ts';
import { speakerOf } from './speakers.ts';
import { phraseOf, subjectOf } from './tree-subjects.ts';
import { speakerBefore } from './who-speaks.ts';
/**
 * Reported clauses that the tree hangs on a verb of saying, where plain words leave subject or end open: `when she said the deal was off`.
 * `isFree` says whether a token stands in no clause found so far; where no free clause with a verb can begin, no tree is asked for.
 */
export function* findParsed(reading: Reading, sentence: Run, isFree: (token: number) => boolean): Generator<Report> {
  for (let i = sentence.first; i < sentence.end; i++) {
    const use = cueAt(reading, i);
    const isOfMarked =
      use !== null && (reading.markedAt[use.group - 1] ?? -1) !== -1 && reading.tokens[use.end]?.lower !== 'that';
    if (!use || !isSaid(use) || isOfMarked || isSilent(reading, use)) continue;
    if (!openings(reading, use).some((at) => isFree(at) && hasVerbFrom(reading, at, sentence.end))) continue;
    const report = parsedAt(reading, use, sentence);
    if (report) yield report;
  }
}

/** `I said`, `he found`: a pronoun whose words are no report. */
function isSilent({ tokens }: Reading, { cue, group }: CueUse): boolean {
  const before = tokens[group - 1];
  return before?.tag === 'PRP' && (cue.frames.has('paper') || /^(?:i|we|you)$/.test(before.lower));
}

/** A clause without one is no report, whatever the tree says of it. */
function hasVerbFrom({ tokens }: Reading, first: number, end: number): boolean {
  for (let i = first; i < end; i++) if (isFiniteVerb(tokens[i]) || isParticiple(tokens[i]!)) return true;
  return false;
}

const isParticiple = ({ tag, pos }: Token): boolean => tag === 'VBN' && pos === 'VERB';

/** Where a clause may begin behind the verb: right beside it or its company, or behind a `that` in reach. */
function openings(reading: Reading, use: CueUse): number[] {
  const { tokens } = reading;
  const beside = circumstancesAfter(reading, use);
  const plain = [use.end, beside.plainEnd, beside.end].filter((at) => tokens[at] && isOpening(reading, at));
  for (let at = use.end; at <= use.end + longestGap; at++) if (tokens[at]?.lower === 'that') plain.push(at + 1);
  for (const at of [beside.plainEnd, beside.end]) if (tokens[at]?.lower === 'that') plain.push(at + 1);
  return plain;
}

const isOpening = ({ tokens }: Reading, at: number): boolean =>
  !/^W/.test(tokens[at]!.tag) &&
  !notOpening.has(tokens[at]!.pos) &&
  (tokens[at]!.pos !== 'VERB' || tokens[at]!.tag === 'VBG');

const isSaid = ({ cue, isPassive, isNegative, isUnreal, isInfinitive }: CueUse): boolean =>
  cue.frames.has('clause') && !isPassive && !isNegative && !isUnreal && !isInfinitive;

function parsedAt(reading: Reading, use: CueUse, sentence: Run): Report | null {
  const { tokens, document } = reading;
  const tree = document.trees.of(tokens[use.first]!.sentence);
  const clause = tree && clauseUnder(reading, tree, use, sentence);
  if (!tree || !clause || isHypothetical(reading, tree, use.first)) return null;
  const before = tokens[use.group - 1];
  const isApart = use.isParticiple && before !== undefined && leadsClause(before);
  const own = isApart ? null : wholeName(reading, subjectOf(reading, tree, use.first, 0));
  const speaker = own ?? plainSpeaker(reading, use, sentence) ?? subjectOf(reading, tree, use.first, 0);
  if (!speaker || !isThird(reading, speaker) || !maySay(reading, use, speaker)) return null;
  const { medium, addressee } = circumstancesAfter(reading, use);
  return {
    ...speakerOf(reading, speaker),
    cue: use.cue.lemma,
    medium,
    addressee,
    confidence: 0.8,
    clause,
    verb: use.first,
  };
}

/** Of a participle or `, who said`, where the tree has no subject for it: by plain words. */
function plainSpeaker(reading: Reading, use: CueUse, sentence: Run): Run | null {
  const isAside = isRelative(reading, use) && reading.tokens[use.group - 2]?.text === ',';
  return use.isParticiple || isAside ? speakerBefore(reading, use, sentence.first) : null;
}

const isRelative = ({ tokens }: Reading, { group }: CueUse): boolean =>
  /^(?:who|which|that)$/.test(tokens[group - 1]?.lower ?? '');

/** The complement of the verb, if it has a subject of its own, begins right behind the verb's company and ends where a clause may end. */
function clauseUnder(reading: Reading, tree: Tree, use: CueUse, sentence: Run): Run | null {
  const { tokens } = reading;
  if (isWithoutMainVerb(reading, tree, use, sentence)) return null;
  const content =
    tree.dependentsOf(use.first).find((d) => d > use.first && tree.relationOf(d) === 'ccomp') ??
    misread(reading, tree, use);
  if (content === undefined) return null;
  const reach = [content, ...below(tree, content)];
  const begin = Math.min(...reach);
  const start = withObject(reading, tree, use, begin);
  if (
    tree.relationOf(content) === 'ccomp' &&
    !hasSubject(tree, content) &&
    (start === begin || !isFiniteVerb(tokens[start === begin ? content : begin]))
  )
    return null;
  const hasThat = tokens[start]!.lower === 'that' && tree.relationOf(start) === 'mark';
  const first = hasThat ? start + 1 : start;
  const beside = circumstancesAfter(reading, use);
  if (use.cue.frames.has('to') && start === use.end && beside.plainEnd > start) return null;
  const isBeside = [use.end, beside.plainEnd, beside.end].includes(start);
  if (!isBeside && !(hasThat && start - use.end <= longestGap)) return null;
  if (/^W/.test(tokens[first]!.tag) || (!hasThat && !isOpening(reading, first))) return null;
  const reached = trimmed(reading, first, Math.min(sentence.end, Math.max(...reach) + 1));
  const isLed = leadsClause(tokens[sentence.first]!) || tokens[sentence.first]!.tag === 'WRB';
  const isOpen = saysMore(tokens, reached) || (!isLed && tree.headOf(use.first) === null && goesOn(tokens, reached));
  const said = isOpen ? trimmed(reading, first, sentence.end) : reached;
  const end = isLed ? nextClause(reading, { first, end: said }) : said;
  const next = tokens[end];
  const isEnd = end >= sentence.end || next?.pos === 'PUNCT' || next?.pos === 'CCONJ' || next?.pos === 'SCONJ';
  return isEnd ? { first, end } : null;
}

/** `The men who said the dam was safe have left`: where the tree makes the first noun the root, it took the main verb for a part of what was said. */
function isWithoutMainVerb(reading: Reading, tree: Tree, use: CueUse, sentence: Run): boolean {
  const noun = tree.headOf(use.first);
  if (noun === null || !isRelative(reading, use) || tree.relationOf(use.first) !== 'acl:relcl') return false;
  return tree.headOf(noun) === null && phraseOf(reading, tree, noun).first === sentence.first;
}

/** `noting this kind of wall is needed`: a verb with neither a subject nor a relative pronoun is no relative clause of the object before it. */
function misread({ tokens }: Reading, tree: Tree, use: CueUse): number | undefined {
  const object = tree.dependentsOf(use.first).find((d) => d >= use.end && tree.relationOf(d) === 'obj');
  const verb = object && tree.dependentsOf(object).find((d) => tree.relationOf(d) === 'acl:relcl');
  if (object === undefined || verb === undefined || hasSubject(tree, verb)) return undefined;
  const parts = [verb, ...tree.dependentsOf(verb)].filter((d) => d <= verb);
  const isTensed = parts.some((d) => isFiniteVerb(tokens[d])) && !parts.some((d) => /^W/.test(tokens[d]!.tag));
  return isTensed ? object : undefined;
}

/** `…, and that …`: the same verb reports another clause. */
function saysMore(tokens: readonly Token[], end: number): boolean {
  const at = tokens[end]?.text === ',' ? end + 1 : end;
  return tokens[at]?.pos === 'CCONJ' && tokens[at + 1]?.lower === 'that';
}

/** `…, rather than wait`, `…, but found it cold`: behind a comma, no clause with a subject of its own behind "and" or "but". */
const goesOn = (tokens: readonly Token[], end: number): boolean =>
  tokens[end]?.text === ',' && (tokens[end + 1]?.pos !== 'CCONJ' || isFiniteVerb(tokens[end + 2]));

/** `said her net worth was falling`: what the tree takes for an object right before the clause is its subject, where the verb takes no object. */
function withObject(reading: Reading, tree: Tree, use: CueUse, start: number): number {
  const { tokens } = reading;
  const isAddressed = tokens[start]!.lower === 'that' && use.cue.frames.has('do');
  const isOpen = start <= use.end || isAddressed || tokens[start]!.tag === 'WDT';
  if (isOpen || use.cue.frames.has('to') || isRelative(reading, use) || isAccusative(tokens[use.end])) return start;
  const object = tree.dependentsOf(use.first).find((d) => d >= use.end && d < start && tree.relationOf(d) === 'obj');
  if (object === undefined) return start;
  const reach = [object, ...below(tree, object)];
  const isBeside = Math.min(...reach) === use.end && Math.max(...reach) + 1 === start;
  return isBeside && tokens[start - 1]!.pos !== 'PUNCT' ? use.end : start;
}

const isAccusative = (token: Token | undefined): boolean =>
  token?.tag === 'PRP' && !isNominative(token) && token.lower !== 'her';

/** How far behind the verb `that` may stand. */
const longestGap = 25;

const notOpening = new Set(['ADP', 'PUNCT', 'PART']);

function trimmed({ tokens, markedAt }: Reading, first: number, to: number): number {
  let end = to;
  while (end > first && tokens[end - 1]!.pos === 'PUNCT' && markedAt[end - 1] === -1) end--;
  return end;
}

const hasSubject = (tree: Tree, verb: number): boolean =>
  tree.dependentsOf(verb).some((d) => /^(?:nsubj|csubj|expl)/.test(tree.relationOf(d)));

/** `if he says that …`. */
export const isHypothetical = ({ tokens }: Reading, tree: Tree, verb: number): boolean =>
  tree.dependentsOf(verb).some((d) => tree.relationOf(d) === 'mark' && unreal.has(tokens[d]!.lower));
