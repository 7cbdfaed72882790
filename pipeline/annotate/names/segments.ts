import { fold } from '../../resources/fold.ts';
import type { Reading, Run } from './reading.ts';
import { matchAt } from './sources/known.ts';

/** The part of a run that may name a person, with the title before it. */
export interface Segment {
  readonly first: number;
  readonly end: number;
  /** First token of title or role, where one stands before the name in the run; else `first`. */
  readonly title: number;
}

const modes = new Set(['office', 'military']);

/** Words that are a title before a name when capitalised: "President", "Gen.", "Coach". */
export function isTitle({ tokens, resources: { names, gazetteer } }: Reading, i: number): boolean {
  const { text, lower } = tokens[i]!;
  if (names.titles.has(text)) return true;
  if (names.roles.get(lower) === 'work' && gazetteer.givenNames.has(fold(tokens[i + 1]?.text ?? ''))) return true;
  return modes.has(names.roles.get(lower) ?? '') || lower === 'coach';
}

/** A kind of work that is a given name, too: "Dean Holloway", but "Dean | Ruth Holloway". */
const isGivenToo = ({ tokens, resources: { names, gazetteer } }: Reading, i: number): boolean =>
  names.roles.get(tokens[i]!.lower) === 'work' && gazetteer.givenNames.has(fold(tokens[i]!.text));

/** Cuts a run at its last title: "Interior Minister | Ana Kovač"; drops a people or country before the name. */
export function segmentOf(reading: Reading, { first, end }: Run): Segment | null {
  const { tokens, resources } = reading;
  let name = first;
  for (let i = first; i < end - 1; i++) {
    const isSurname = i > first && resources.gazetteer.givenNames.has(fold(tokens[i - 1]!.text));
    const isPart = isSuffix(reading, i + 1) || tokens[i + 1]!.text === '-';
    const isGiven = i + 2 === end && isGivenToo(reading, i);
    if (isTitle(reading, i) && !isSurname && !isPart && !isGiven) name = i + 1;
  }
  if (name > first) return { first: name, end, title: first };
  const given = afterOffice(reading, first, end);
  if (given !== null) return { first: given, end, title: first };
  const match = matchAt(reading, first, end);
  if (match && match.end < end && match.entry.type === 'group') return { first: match.end, end, title: first };
  return { first, end, title: first };
}

/** "Minister of Education | Stefania Giannini": the given name after an office ends what the office is of. */
function afterOffice({ tokens, resources }: Reading, first: number, end: number): number | null {
  if (tokens[first - 1]?.lower !== 'of' || !resources.names.roles.has(tokens[first - 2]?.lower ?? '')) return null;
  for (let i = first + 1; i < Math.min(end - 1, first + 5); i++) {
    if (resources.gazetteer.givenNames.has(fold(tokens[i]!.text))) return i;
  }
  return null;
}

/** "Jr.", "III": part of a name, but no name. */
export const isSuffix = ({ tokens, resources }: Reading, i: number): boolean =>
  resources.names.has('suffix', tokens[i]!.text);
