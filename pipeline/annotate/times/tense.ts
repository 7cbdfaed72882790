import type { TimeReader } from './reader.ts';

export type Tense = 'past' | 'present' | 'future' | 'none';

const reach = 30;

/** Tense of the verb that a time expression at tokens [first, end) goes with: the nearest before it in its sentence, else after it. */
export function tenseAround(reader: TimeReader, first: number, end: number): Tense {
  for (let i = first - 1; i >= Math.max(reader.first, first - reach); i--) {
    const tense = tenseOf(reader, i);
    if (tense) return tense;
  }
  for (let i = end; i < Math.min(reader.end, end + reach); i++) {
    const tense = tenseOf(reader, i);
    if (tense) return tense;
  }
  return 'none';
}

function tenseOf(reader: TimeReader, at: number): Tense | null {
  const { tag, lower, lemma } = reader.tokens[at]!;
  if (tag === 'MD') return 'future';
  if (tag === 'VBD') return 'past';
  if (tag === 'VBP' || tag === 'VBZ')
    return isPerfect(reader, at) ? 'past' : isPlanned(reader, at + 1) ? 'future' : 'present';
  // “to be held on October 12”
  if (tag === 'VB' && lower === 'be' && reader.lower(at - 1) === 'to') return 'future';
  // “plans to meet him on Thursday”, “threatened to resign by Wednesday”
  if (tag === 'VB' && reader.lower(at - 1) === 'to') return intended(reader, at - 1);
  if (tag === 'VBN') return reader.is(at, 'planned') ? 'future' : hasAuxiliary(reader, at) ? null : 'past';
  if (tag === 'JJ' && reader.words.cues.get(lower)?.has('planned')) return 'future';
  return lemma === 'ago' ? 'past' : null;
}

/** What a word of intent, at most three tokens before “to”, says of the time: “urged the two teams to meet” leaves it open. */
function intended(reader: TimeReader, to: number): Tense | null {
  for (let i = to - 1; i >= Math.max(reader.first, to - 4); i--) {
    if (reader.is(i, 'intent')) return 'future';
    if (reader.is(i, 'request')) return 'none';
    if (/^(?:VB|MD|[,;])/.test(reader.tokens[i]!.tag)) return null;
  }
  return null;
}

/** "has risen", "have been closed". */
function isPerfect(reader: TimeReader, at: number): boolean {
  if (reader.tokens[at]!.lemma !== 'have') return false;
  for (let i = at + 1; i < Math.min(reader.end, at + 5); i++) if (reader.tokens[i]!.tag === 'VBN') return true;
  return false;
}

/** "is set to", "are due". */
const isPlanned = (reader: TimeReader, at: number): boolean => reader.is(at, 'planned') || reader.is(at + 1, 'planned');

/** A form of be or have shortly before a participle decides its tense. */
function hasAuxiliary(reader: TimeReader, at: number): boolean {
  for (let i = at - 1; i >= Math.max(reader.first, at - 3); i--) {
    if (reader.tokens[i]!.pos === 'AUX' || reader.tokens[i]!.lower === 'be') return true;
  }
  return false;
}
