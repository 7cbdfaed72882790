import { below, type Tree } from '../syntax.ts';
import { nextClause } from './glosses.ts';
import { isThird } from './initial.ts';
import { subjectOf } from './parsed.ts';
import type { Reading, Run } from './reading.ts';
import type { Report } from './reported.ts';
import { mentionAround, type Speaker, speakerOf } from './speakers.ts';
import { ownerBefore } from './subjects.ts';

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
    const clause = tree && clauseOf(reading, tree, i, link);
    const by = clause && tree && speakerFor(reading, tree, i);
    if (by)
      yield {
        ...by,
        clause,
        cue: noun.lemma,
        medium: null,
        addressee: null,
        confidence: 0.8,
        isInfinitive: tokens[link]!.lower === 'to',
      };
  }
}

/** The `that` or `to` that leads in what is reported, right behind the noun or behind a circumstance. */
function linkBehind({ tokens, markedAt }: Reading, noun: number, frames: ReadonlySet<string>): number | null {
  for (let i = noun + 1; i <= noun + longestGap; i++) {
    const token = tokens[i];
    if (!token || markedAt[i] !== -1 || !/^(?:SCONJ|PART|ADP|NOUN|PROPN|DET|NUM)$/.test(token.pos)) return null;
    if (token.pos === 'SCONJ') return token.lower === 'that' && frames.has('that') ? i : null;
    if (token.pos === 'PART') return i === noun + 1 && token.lower === 'to' && frames.has('to') ? i : null;
  }
  return null;
}

/** The clause that the tree hangs on the noun by that word. */
function clauseOf(reading: Reading, tree: Tree, noun: number, link: number): Run | null {
  const { tokens } = reading;
  const verb = tree.headOf(link);
  if (verb === null || tree.relationOf(link) !== 'mark') return null;
  const holder = tree.headOf(verb);
  if (holder !== noun && (holder === null || holder !== tree.headOf(noun))) return null;
  const first = tokens[link]!.lower === 'to' ? link : link + 1;
  const end = Math.max(verb, ...below(tree, verb)) + 1;
  return { first, end: nextClause(reading, { first, end }) };
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
  const verb = tree.relationOf(noun) === 'obj' ? tree.headOf(noun) : null;
  const subject = verb !== null && bringing.has(tokens[verb]!.lemma) ? subjectOf(reading, tree, verb, 0) : null;
  return subject && isThird(reading, subject) ? speakerOf(reading, subject) : null;
}
