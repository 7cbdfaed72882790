import type { Token } from '../document.ts';
import { circumstancesAfter, isVerbless } from './circumstances.ts';
import { startsClause } from './clause-start.ts';
import { cueAt } from './cues.ts';
import { isThird } from './dependence.ts';
import { mentionAround } from './mentions.ts';
import { headOf, nounsFrom } from './noun-phrases.ts';
import { type CueUse, isFiniteVerb, type Reading, type Run } from './reading.ts';
import type { Report } from './reported.ts';
import { isMedium, maySay } from './sayers.ts';
import { speakerOf } from './speakers.ts';
import { speakerBefore } from './who-speaks.ts';

const longestAside = 8;

export function accordingTo(reading: Reading, { first, end }: Run): Report | null {
  const { tokens } = reading;
  if (tokens[first]!.lower !== 'according' || tokens[first + 1]?.lower !== 'to') return null;
  const speaker = nounsFrom(reading, first + 2) ?? someFrom(tokens, first + 2);
  if (!speaker) return null;
  let comma = speaker.end;
  const isOfDate = (i: number) => tokens[i - 1]!.pos === 'NUM' && tokens[i + 1]?.pos === 'NUM';
  while (comma < end && comma - first < 24 && (tokens[comma]!.text !== ',' || isOfDate(comma))) comma++;
  if (comma >= end || tokens[comma]!.text !== ',') return null;
  if (comma !== speaker.end && tokens[speaker.end]!.pos !== 'ADP' && !isOfDate(speaker.end)) return null;
  const named = comma === speaker.end ? nameOfRole(reading, speaker, end) : null;
  comma = named ? named.end : pastApposition(reading, speaker, comma, end);
  const said = { cue: 'according to', medium: null, addressee: null, confidence: 0.9 };
  return { ...speakerOf(reading, named ?? speaker), ...said, clause: { first: comma + 1, end } };
}

/** `As Kovač noted on Friday, [the dam is old]`. */
export function asSaid(reading: Reading, { first, end }: Run): Report | null {
  const { tokens } = reading;
  const as = tokens[first]!.pos === 'CCONJ' ? first + 1 : first;
  if (tokens[as]?.lower !== 'as') return null;
  for (let i = as + 2; i < end && i - as < longestAside * 2 && tokens[i]!.text !== ','; i++) {
    const use = cueAt(reading, i);
    if (!use) continue;
    if (!use.cue.frames.has('direct') || !use.cue.frames.has('clause') || !isFiniteVerb(tokens[i]) || !isPlainUse(use))
      return null;
    const { end: comma, medium, addressee } = circumstancesAfter(reading, use);
    const speaker = tokens[comma]?.text === ',' ? speakerBefore(reading, use, as + 1) : null;
    if (speaker?.first !== as + 1 || !isThird(reading, speaker) || !maySay(reading, use, speaker)) return null;
    const said = { cue: use.cue.lemma, medium, addressee, confidence: 0.85, cueAt: i };
    return { ...speakerOf(reading, speaker), ...said, clause: { first: comma + 1, end } };
  }
  return null;
}

const isPlainUse = ({ isPassive, isNegative, isUnreal, isInfinitive, isParticiple }: CueUse): boolean =>
  !(isPassive || isNegative || isUnreal || isInfinitive || isParticiple);

/** `some on Twitter`. */
const someFrom = (tokens: readonly Token[], at: number): Run | null =>
  headOf(tokens, at, at + 1) ? { first: at, end: at + 1 } : null;

/** `the town's mayor, [Ana Kovač],`: the one person of whom a singular phrase tells, a clause behind the name. */
function nameOfRole(reading: Reading, speaker: Run, end: number): Run | null {
  const { tokens, lexicon } = reading;
  const head = headOf(tokens, speaker.first, speaker.end);
  const isOwned = tokens[speaker.first]!.pos === 'DET' || tokens[speaker.first]!.tag === 'PRP$';
  if (head?.tag !== 'NN' || !isOwned || isMedium(reading, head) || lexicon.nouns.has(head.lower)) return null;
  const named = nounsFrom(reading, speaker.end + 1);
  if (!named || tokens[named.end]?.text !== ',' || named.end >= end - 2 || !isPerson(reading, named)) return null;
  for (let i = named.first; i < named.end; i++) if (tokens[i]!.pos !== 'PROPN') return null;
  return startsClause(reading, named.end + 1) && !isListed(reading, named.end + 1) ? named : null;
}

/** Another person's name that "and" or a comma follows. */
function isListed(reading: Reading, at: number): boolean {
  const next = nounsFrom(reading, at);
  if (!next || !isPerson(reading, next)) return false;
  const { tokens } = reading;
  return tokens[next.end]?.text === ',' || tokens.slice(at, next.end + 1).some(({ pos }) => pos === 'CCONJ');
}

/** The comma behind `X, the town's mayor,` where X is a name; else the first one. */
function pastApposition(reading: Reading, speaker: Run, comma: number, end: number): number {
  const { tokens } = reading;
  if (tokens[comma - 1]!.pos !== 'PROPN' || tokens[comma + 1]?.pos === 'ADP') return comma;
  let next = comma + 1;
  while (next < end && next - comma < longestAside * 2 && tokens[next]!.text !== ',') next++;
  if (tokens[next]?.text !== ',' || next >= end) return comma;
  const hasNoun = tokens.slice(comma + 1, next).some((t) => t.pos === 'NOUN');
  const isClauseAfter = !isVerbless(reading, { first: next, end }) && tokens[next + 1]?.pos !== 'CCONJ';
  const isOfName = isPerson(reading, speaker) || /^an?$/.test(tokens[comma + 1]!.lower);
  return hasNoun && isClauseAfter && isVerbless(reading, { first: comma, end: next }) && isOfName ? next : comma;
}

const isPerson = ({ tokens, document }: Reading, { first, end }: Run): boolean => {
  const head = headOf(tokens, first, end);
  const mention = head ? mentionAround(document.mentions, head) : null;
  return mention !== null && document.mentions[mention]!.type === 'person';
};
