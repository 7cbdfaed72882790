import type { RowOf } from '#schemas/table.ts';
import type { statistics } from '#schemas/tables/statistics.ts';
import { type Interval, intervalOf } from './agree.ts';

/** Columns by which statistics are joined. */
export const statisticColumns = [
  ...(['statistic_id', 'article_id', 'char_start', 'measure', 'kind', 'unit', 'per', 'change', 'base_value'] as const),
  ...(['value', 'value_low', 'value_high', 'qualifier', 'polarity', 'modality'] as const),
  ...(['place', 'place_entity_id', 'subject', 'subject_entity_id'] as const),
  ...(['period_text', 'period_start', 'period_end', 'period_basis'] as const),
  ...(['attributed_to', 'attributed_to_entity_id'] as const),
];

export type Statistic = Pick<RowOf<typeof statistics>, (typeof statisticColumns)[number]>;

/** What is known of a statistic beyond its row. */
export interface Home {
  /** The article that its text goes back to. */
  readonly origin: string;
  readonly publishedOn: string | null;
}

/** A statistic that may belong to a figure, with what it is compared by. */
export interface Statement extends Home {
  readonly row: Statistic;
  /** Its measure in comparable words. */
  readonly key: string;
  /** Is the measure one of those whose statements may contradict each other? */
  readonly isComparable: boolean;
  /** The value is a level; a change otherwise (“fell by 16%”). */
  readonly isLevel: boolean;
  readonly place: string | null;
  readonly subject: string | null;
  /** What its number leaves open. */
  readonly interval: Interval;
  /** Day of publication, counted; not a number where it isn't known. */
  readonly day: number;
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

/** What all statements of a figure have in common from the start. */
export const sameness = ({ key, isLevel, row }: Statement): (string | boolean | null)[] => [
  key,
  row.kind,
  row.unit,
  row.per?.toLowerCase() ?? null,
  isLevel ? 'level' : row.change,
];

/** Prepares a row for comparison. */
export function statementOf(row: Statistic, synonyms: ReadonlyMap<string, string>, home: Home): Statement {
  const key = measureKey(row.measure!);
  const joined = synonyms.get(key);
  return {
    row,
    key: joined ?? key,
    isComparable: joined !== undefined,
    isLevel: row.change === 'none' || row.base_value !== null,
    ...home,
    place: reference(row.place_entity_id, row.place),
    subject: reference(row.subject_entity_id, row.subject),
    interval: intervalOf(row),
    day: home.publishedOn === null ? Number.NaN : dayNumber(home.publishedOn),
  };
}

/** Days since 1970. */
export const dayNumber = (iso: string): number => Math.round(Date.parse(`${iso}T00:00:00Z`) / 86_400_000);
