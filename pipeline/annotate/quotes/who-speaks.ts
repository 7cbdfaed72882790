import type { Token } from '../document.ts';
import { cueAt } from './cues.ts';
import { isName, nounsBefore, nounsFrom } from './noun-phrases.ts';
import { type CueUse, endsWithComma, isFiniteVerb, type Reading, type Run, sentenceStart } from './reading.ts';
import { mainSubject, subjectBefore } from './subjects.ts';

const longest = 40;

/** `by saying`, `after saying`: who acts in the main clause says it. */
const leadingParticiples = new Set(['by', 'after', 'before', 'in', 'while', 'when', 'since']);

/** A participle of its own: after a comma or a dash, joined to one, or of what was written (`a statement saying`). */
function isApart(reading: Reading, i: number): boolean {
  const { pos, text, lower } = reading.tokens[i]!;
  if (leadingParticiples.has(lower) || reading.lexicon.media.has(lower)) return true;
  return endsWithComma(reading, i) || pos === 'CCONJ' || /^[-–—]+$/.test(text);
}

const quoting = new Set(['quote', 'cite']);

/** `quoted [a witness] as saying`, `[she] was quoted as saying`. */
function quotedBefore(reading: Reading, as: number, from: number): Run | null {
  const { tokens } = reading;
  if (as <= from) return null;
  let verb = as - 1;
  while (verb > from && as - verb < longest && !quoting.has(tokens[verb]!.lemma)) verb--;
  if (!quoting.has(tokens[verb]!.lemma) || tokens[verb]!.pos !== 'VERB') return null;
  if (verb < as - 1) return nounsFrom(reading, verb + 1);
  let group = verb;
  while (group > from && (tokens[group - 1]!.pos === 'AUX' || tokens[group - 1]!.pos === 'ADV')) group--;
  return group === verb ? null : subjectBefore(reading, group, from);
}

/** `Kovač [yesterday] saying`: without the day. */
function beforeTimes({ timeAt }: Reading, from: number, group: number): number {
  let end = group;
  while (end > from + 1 && timeAt[end - 1] === 1) end--;
  return end;
}

/** `with [Ana Kovač] saying`. */
function withBefore(reading: Reading, group: number, from: number): Run | null {
  const nouns = nounsBefore(reading, beforeTimes(reading, from, group), from);
  const before = nouns && reading.tokens[nouns.first - 1];
  return before?.lower === 'with' || (before?.lower === 'and' && isName(reading.tokens[nouns!.first])) ? nouns : null;
}

/** Who a reporting verb says speaks, before the verb. */
export function speakerBefore(reading: Reading, use: CueUse, from: number): Run | null {
  const { tokens } = reading;
  const before = tokens[use.group - 1];
  if (use.isParticiple && before?.lower === 'as') return quotedBefore(reading, use.group - 1, from);
  if (use.isParticiple && use.group > from && !isApart(reading, use.group - 1))
    return withBefore(reading, use.group, from);
  const said = use.isParticiple && before?.text === ',' ? cueAt(reading, use.group - 2) : null;
  if (said && isFiniteVerb(tokens[said.first]) && said.group > from) return subjectBefore(reading, said.group, from);
  if (use.isParticiple)
    return use.group === from ? null : mainSubject(reading, use.group, sentenceStart(reading, use.group));
  if (use.isInfinitive) {
    const main = mainSubject(reading, use.group, sentenceStart(reading, use.group));
    return main && tokens[main.first]!.lower === 'it' ? null : main;
  }
  if (before?.pos === 'CCONJ') return mainSubject(reading, use.group - 1, sentenceStart(reading, use.group - 1));
  return subjectBefore(reading, use.group, from);
}

const isBesideNoun = ({ pos, text }: Token): boolean => /^(?:ADJ|NOUN|ADV)$/.test(pos) || text === '-';

/** Who a noun belongs to: `[his] last claim`, `[Ana Kovač] 's claim`. */
export function ownerBefore(reading: Reading, noun: number): Run | null {
  const { tokens, markedAt } = reading;
  let at = noun - 1;
  while (at > 0 && markedAt[at] === -1 && isBesideNoun(tokens[at]!)) at--;
  if (tokens[at]?.tag === 'PRP$') return { first: at, end: at + 1 };
  const { firstToken } = reading.document.sentences[tokens[noun]!.sentence]!;
  return tokens[at]?.tag === 'POS' ? nounsBefore(reading, at, firstToken) : null;
}
