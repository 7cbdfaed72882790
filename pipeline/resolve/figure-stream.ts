import type { StatisticWords } from '../resources/statistics.ts';
import { crowds, crowdsOf } from './crowds.ts';
import {
  isJoinable,
  measureKey,
  type Statement,
  type Statistic,
  sameness,
  statementOf,
  statisticColumns,
} from './figures/statement.ts';
import { type Figure, joinFigures } from './figures.ts';
import type { JoinedIds } from './joined-ids.ts';
import { rowsIn } from './lines.ts';
import { picker } from './picked.ts';
import type { Roll } from './roll.ts';
import type { Room } from './room.ts';

/** Takes statistics, then gives figures. */
export interface FigureStream {
  /** A row of an article; its entities are the corpus's. */
  add(row: Statistic, article: number): void;
  /** Joins all; gives the figures by id, once. Tells `links` which statistics belong to them. */
  join(links: JoinedIds): Iterable<Figure>;
}

/** Joins statements by streams: those that have the same in common from the start lie side by side once they are sorted. */
export function figureStream(
  { synonyms, tolls }: Pick<StatisticWords, 'synonyms' | 'tolls'>,
  roll: Pick<Roll, 'publishedOn'>,
  originalOf: (article: number) => number,
  room: Room,
): FigureStream {
  const joinedAs = new Map([...synonyms].map(([words, joined]) => [measureKey(words), joined]));
  const { pack, unpack } = picker<Statistic>(statisticColumns);
  const statements = room.sorter();
  const figures = room.sorter();
  const crowd = crowds(depth);
  let count = 0;
  const read = (row: Statistic, article: number, order: number): Statement =>
    statementOf(row, joinedAs, { article, order, origin: originalOf(article), publishedOn: roll.publishedOn(article) });
  const revive = (line: string): Statement => {
    const { row, more } = unpack(line);
    return read(row, more[0]!, more[1]!);
  };
  return {
    add(row, article) {
      if (!isJoinable(row)) return;
      const order = count++;
      const statement = read(row, article, order);
      const keys = [JSON.stringify(sameness(statement)), ...finer(statement)];
      crowd.count(keys);
      statements.add(`${keys.join('\t')}\t${pack(row, [article, order])}`);
    },
    join(links) {
      for (const lines of crowdsOf(statements.sorted(), crowd, depth)) {
        for (const { row, group } of joinFigures(Array.from(lines, revive), tolls)) {
          figures.add(`${row.figure_id}\t${JSON.stringify(row)}`);
          for (const { article, order, row: of } of group) links.add(article, order, of.statistic_id, row.figure_id);
        }
      }
      return rowsIn<Figure>(figures);
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
const depth = 5;
