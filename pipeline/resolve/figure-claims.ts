import type { StatisticWords } from '../resources/statistics.ts';
import {
  type Home,
  isJoinable,
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
  /** A row whose entities are the corpus's as a claim; null where it can't belong to a figure. */
  claimOf(row: Statistic, home: Home): string | null;
  /** Joins claims of one group, without their keys. */
  join(values: readonly string[]): Iterable<string>;
}

/** What kind of claims and of joined lines these are. */
export const figureKind = 'figure';

/** Statements that have the same in common from the start lie side by side once their claims are sorted. */
export function figureClaims({ synonyms, tolls }: Pick<StatisticWords, 'synonyms' | 'tolls'>): FigureClaims {
  const joinedAs = new Map([...synonyms].map(([words, joined]) => [measureKey(words), joined]));
  const { pack, unpack } = picker<Statistic, [article: number, order: number, origin: number, day: string | null]>(
    statisticColumns,
  );
  const revive = (line: string): Statement => {
    const { row, more } = unpack(line);
    const [article, order, origin, publishedOn] = more;
    return statementOf(row, joinedAs, { article, order, origin, publishedOn });
  };
  return {
    claimOf(row, home) {
      if (!isJoinable(row)) return null;
      const statement = statementOf(row, joinedAs, home);
      const { article, order, origin, publishedOn } = home;
      const packed = pack(row, [article, order, origin, publishedOn]);
      return [figureKind, JSON.stringify(sameness(statement)), ...finer(statement), packed].join('\t');
    },
    *join(values) {
      for (const { key, own, first, row, group } of joinFigures(values.map(revive), tolls)) {
        const members = group.map(({ article, order, row: of }) => [article, order, of.statistic_id] as const);
        yield joinedLine(figureKind, { key, place: first, own, row, members } satisfies Joined);
      }
    },
  };
}

/** What parts statements where too many have the same in common: the month, what they are about, the number. */
const finer = ({ publishedOn, place, subject, row }: Statement): string[] => [
  (row.period_start ?? publishedOn ?? '').slice(0, 7),
  JSON.stringify(place ?? subject),
  String(row.value),
  row.article_id,
];
