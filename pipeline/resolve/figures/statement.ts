import type { statistics } from '#schemas/tables/statistics.ts';
import type { Slim } from '../slim.ts';

export type Statistic = Slim<typeof statistics>;

/** A statistic that may belong to a figure, with what it is compared by. */
export interface Statement {
  readonly row: Statistic;
  /** Its measure in comparable words. */
  readonly key: string;
  /** Is the measure one of those whose statements may contradict each other? */
  readonly isComparable: boolean;
  /** The value is a level; a change otherwise (“fell by 16%”). */
  readonly isLevel: boolean;
  readonly origin: string;
  readonly publishedOn: string | null;
  readonly place: string | null;
  readonly subject: string | null;
}

/** A measure in lower case, its words singular, without articles. */
export function measureKey(measure: string): string {
  const words = measure.toLowerCase().match(/[\p{L}\p{N}%$€£'’-]+/gu) ?? [];
  return words
    .filter((word) => !/^(?:the|an?)$/.test(word))
    .map(singular)
    .join(' ');
}

function singular(word: string): string {
  if (word.length < 4 || /(?:ss|us|is)$/.test(word)) return word;
  if (/[^aeiou]ies$/.test(word)) return `${word.slice(0, -3)}y`;
  return /s$/.test(word) ? word.slice(0, -1) : word;
}

/** What may be joined: a measure and a number that the text holds as true. */
export const isJoinable = ({ measure, value, value_low, value_high, polarity, modality }: Statistic): boolean =>
  measure !== null &&
  polarity === 'positive' &&
  (modality === 'actual' || modality === 'estimated') &&
  (value !== null || (value_low !== null && value_high !== null));

const reference = (id: string | null, text: string | null): string | null => id ?? text?.toLowerCase() ?? null;

/** Prepares a row for comparison. */
export function statementOf(
  row: Statistic,
  synonyms: ReadonlyMap<string, string>,
  origin: string,
  publishedOn: string | null,
): Statement {
  const key = measureKey(row.measure!);
  const joined = synonyms.get(key);
  return {
    row,
    key: joined ?? key,
    isComparable: joined !== undefined,
    isLevel: row.change === 'none' || row.base_value !== null,
    origin,
    publishedOn,
    place: reference(row.place_entity_id, row.place),
    subject: reference(row.subject_entity_id, row.subject),
  };
}
