import type { Cell } from '#schemas/table.ts';
import type { StatisticWords } from '../resources/statistics.ts';
import {
  type Home,
  measureKey,
  type Statement,
  type Statistic,
  sameness,
  statementOf,
  statisticColumns,
} from './figures/statement.ts';
import { joinFigures } from './figures.ts';
import { type Joined, joinedLine } from './joined.ts';
import { picker } from './picked.ts';

/** Statistics on their way to figures. */
export interface FigureClaims {
  /** A joinable row whose entities are the corpus's, as a claim. */
  claimOf(row: Statistic, home: Home): string;
  /** Joins claims of one group, without their keys. */
  join(values: readonly string[]): Iterable<string>;
}

/** What kind of claims and of joined lines these are. */
export const figureKind = 'figure';

export const statisticPicker = picker<Statistic>(statisticColumns);

/** Statements that have the same in common from the start lie side by side once their claims are sorted. */
export function figureClaims({ synonyms, tolls }: Pick<StatisticWords, 'synonyms' | 'tolls'>): FigureClaims {
  const joinedAs = new Map([...synonyms].map(([words, joined]) => [measureKey(words), joined]));
  const revive = (line: string): Statement => {
    const cells = JSON.parse(line) as Cell[];
    const [origin, publishedOn] = cells.slice(-2) as [string, string | null];
    return statementOf(statisticPicker.row(cells), joinedAs, { origin, publishedOn });
  };
  return {
    claimOf(row, home) {
      const statement = statementOf(row, joinedAs, home);
      const packed = JSON.stringify(statisticPicker.pick(row, home.origin, home.publishedOn));
      return [figureKind, JSON.stringify(sameness(statement)), ...finer(statement), packed].join('\t');
    },
    *join(values) {
      for (const { key, own, first, row, group } of joinFigures(values.map(revive), tolls)) {
        const members = group.map(({ row: of }) => [of.article_id, of.statistic_id] as const);
        yield joinedLine(figureKind, { key, place: first, own, row, members } satisfies Joined);
      }
    },
  };
}

/** What parts statements where too many have the same in common: the month, what they are about, the number; the article comes last. */
const finer = ({ publishedOn, place, subject, row }: Statement): string[] => [
  (row.period_start ?? publishedOn ?? '').slice(0, 7),
  JSON.stringify(place ?? subject),
  String(row.value),
  row.article_id,
];
