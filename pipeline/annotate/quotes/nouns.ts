import { below, type Tree } from '../syntax.ts';
import { isThird } from './dependence.ts';
import { nextClause } from './glosses.ts';
import { mentionAround } from './mentions.ts';
import { nounsFrom } from './noun-phrases.ts';
import { isFiniteVerb, type Reading, type Run } from './reading.ts';
import type { Report } from './reported.ts';
import { type Speaker, speakerOf } from './speakers.ts';
import { subjectOf } from './tree-subjects.ts';
import { ownerBefore } from './who-speaks.ts';

/** Verbs that bring forward what a noun reports: `made the point that`. */
const bringing = new Set(['make', 'give', 'issue', 'repeat', 'renew', 'voice', 'raise']);
/** How far behind the noun its clause may begin: `his claim in May that`. */
const longestGap = 5;

/** What a noun reports: `his claim that the plan had failed`, `Kovač's promise to leave`. */
export function* findNouns(
  reading: Reading,
  { first, end }: Run,
  isFree: (token: number) => boolean,
): Generator<Report> {
  const { tokens, lexicon, markedAt } = reading;
  for (let i = first; i < end; i++) {
    const noun = tokens[i]!.pos === 'NOUN' && markedAt[i] === -1 ? lexicon.nouns.get(tokens[i]!.lower) : undefined;
    const link = noun ? linkBehind(reading, i, noun.frames) : null;
    if (!noun || link === null || !isFree(link)) continue;
    const tree = reading.document.trees.of(tokens[i]!.sentence);
    const clause = tree && clauseOf(reading, tree, i, link, { first, end });
    const by = clause && tree && speakerFor(reading, tree, i);
    if (by)
      yield {
        ...by,
        clause,
        cue: noun.lemma,
        medium: null,
        addressee: null,
        confidence: 0.8,
        isInfinitive: tokens[link]!.lower !== 'that',
      };
  }
}

const besideNoun = /^(?:SCONJ|PART|ADP|NOUN|PROPN|DET|NUM|ADJ|PRON|AUX)$/;

/** The `that`, `to` or `for` that leads in what is reported, right behind the noun or behind a circumstance. */
function linkBehind({ tokens, markedAt }: Reading, noun: number, frames: ReadonlySet<string>): number | null {
  for (let i = noun + 1; i <= noun + longestGap; i++) {
    const token = tokens[i];
    if (!token || markedAt[i] !== -1 || !besideNoun.test(token.pos)) return null;
    if (token.lower === 'that' && token.pos !== 'DET') return frames.has('that') ? i : null;
    if (token.pos === 'PART') return i === noun + 1 && token.lower === 'to' && frames.has('to') ? i : null;
    if (i === noun + 1 && token.lower === 'for' && frames.has('for')) return i;
    if (token.pos === 'PRON' || token.pos === 'SCONJ' || (token.pos === 'AUX' && !isCopula(tokens, i, noun)))
      return null;
  }
  return null;
}

/** `her claim [is] that`. */
const isCopula = (tokens: Reading['tokens'], i: number, noun: number): boolean =>
  i === noun + 1 && tokens[i]!.lemma === 'be' && tokens[i + 1]?.lower === 'that';

/** The clause that the tree hangs on the noun by that word. */
function clauseOf(reading: Reading, tree: Tree, noun: number, link: number, sentence: Run): Run | null {
  const { tokens } = reading;
  const head = tree.headOf(link);
  if (head === null) return null;
  const isFor = tokens[link]!.lower === 'for';
  if (!isFor && tree.relationOf(link) !== 'mark') return null;
  const isSaid = tokens[noun + 1]!.pos === 'AUX';
  const holder = tree.headOf(head);
  if (!isSaid && holder !== noun && (holder === null || holder !== tree.headOf(noun))) return null;
  const first = tokens[link]!.lower === 'to' ? link : link + 1;
  const end = isSaid ? sentence.end : withPurpose(reading, tree, Math.max(head, ...below(tree, head)) + 1, isFor);
  if (end <= first) return null;
  const whole = { first, end: nextClause(reading, { first, end }) };
  return isSaid || isFor || hasVerbBefore(reading, noun) ? whole : beforeMain(reading, whole);
}

/** `calls for the mayor [to resign]`. */
function withPurpose({ tokens }: Reading, tree: Tree, end: number, isFor: boolean): number {
  const verb = isFor && tokens[end]?.tag === 'TO' ? tree.headOf(end) : null;
  return verb === null ? end : Math.max(end, verb, ...below(tree, verb)) + 1;
}

/** A finite verb stands before the noun in its sentence: it is no subject. */
function hasVerbBefore({ tokens, document }: Reading, noun: number): boolean {
  const { firstToken } = document.sentences[tokens[noun]!.sentence]!;
  for (let i = firstToken; i < noun; i++) if (isFiniteVerb(tokens[i])) return true;
  return false;
}

/** `her claim that the plan had failed [was false]`: without the verb that the noun is the subject of. */
function beforeMain({ tokens, markedAt }: Reading, { first, end }: Run): Run {
  let seen = false;
  let main = end;
  for (let i = first; i < end; i++) {
    if (markedAt[i] !== -1) continue;
    if (tokens[i]!.text === ',' || (seen && tokens[i]!.pos === 'SCONJ')) break;
    if (!isFiniteVerb(tokens[i])) continue;
    const before = tokens[i - 1]!;
    if (seen && /^(?:NOUN|PROPN|NUM|ADJ|ADV|PUNCT)$/.test(before.pos)) main = i;
    seen = true;
  }
  return { first, end: main };
}

/** Whose words they are: the noun's owner, else the subject of the verb that brings it forward. */
function speakerFor(reading: Reading, tree: Tree, noun: number): Speaker | null {
  const { tokens, document } = reading;
  const owner = ownerBefore(reading, noun);
  if (owner && tokens[owner.first]!.tag === 'PRP$') {
    const { start, end, lower } = tokens[owner.first]!;
    if (!/^(?:his|her|their|its)$/.test(lower)) return null;
    const speakerMention = mentionAround(document.mentions, { start, end });
    return { speaker: { start, end }, speakerMention, speakerBasis: 'pronoun' };
  }
  if (owner) return speakerOf(reading, owner);
  const author = tokens[noun + 1]?.lower === 'by' ? nounsFrom(reading, noun + 2) : null;
  if (author) return speakerOf(reading, author);
  const verb = tree.relationOf(noun) === 'obj' ? tree.headOf(noun) : null;
  const subject = verb !== null && bringing.has(tokens[verb]!.lemma) ? subjectOf(reading, tree, verb, 0) : null;
  return subject && isThird(reading, subject) ? speakerOf(reading, subject) : null;
}
