import { crowds, crowdsOf } from './crowds.ts';
import {
  blockOf,
  type Cluster,
  clusterReports,
  isHappening,
  type Report,
  reportColumns,
  type Surroundings,
} from './event-clusters.ts';
import { type Event, eventOf, keyOf, ownKey, type Place } from './events.ts';
import type { JoinedIds } from './joined-ids.ts';
import { fixed, groupsOf, rowsIn } from './lines.ts';
import { picker } from './picked.ts';
import type { Room } from './room.ts';

type Mention = Pick<Report, (typeof reportColumns)[number]>;

/** Takes reports, then gives events. */
export interface EventStream {
  /** A row of an article; its entities are the corpus's. `toll` is how many died, as stated. */
  add(row: Mention, article: number, toll: number | null): void;
  /** Is this entity the place of a report? */
  isPlace(id: string): boolean;
  /** Joins all; gives the events by id, once. `places` knows the places of reports. Tells `links` which reports belong to them. */
  join(places: ReadonlyMap<string, Place>, links: JoinedIds): Iterable<Event>;
}

/** Joins reports by streams: those of one block lie side by side once they are sorted, so do clusters of one key. */
export function eventStream(originalOf: (article: number) => number, room: Room): EventStream {
  const { pack, unpack } = picker<Mention>(reportColumns);
  const told = room.spool();
  const places = new Set<string>();
  let count = 0;
  const revive = (line: string): Report => {
    const { row, more } = unpack(line);
    const [article, order, toll] = more as [number, number, number];
    return { ...row, article, order, origin: originalOf(article), toll: toll < 0 ? null : toll };
  };
  return {
    add(row, article, toll) {
      const order = count++;
      if (!isHappening(row)) return;
      if (row.place_entity_id !== null) places.add(row.place_entity_id);
      told.add(pack(row, [article, order, toll ?? -1]));
    },
    isPlace: (id) => places.has(id),
    join(known, links) {
      const around = surroundings(known);
      const placeOf = (id: string): Place | undefined => known.get(id);
      const blocks = room.sorter();
      const crowd = crowds(depth);
      for (const line of told.lines()) {
        const report = revive(line);
        const keys = [blockOf(report, around), ...finer(report)];
        crowd.count(keys);
        blocks.add(`${keys.join('\t')}\t${line}`);
      }
      told.drop();
      const clusters = room.sorter();
      for (const lines of crowdsOf(blocks.sorted(), crowd, depth)) {
        for (const cluster of clusterReports(Array.from(lines, revive), around))
          clusters.add(clusterLine(cluster, placeOf));
      }
      const events = room.sorter();
      for (const [key, lines] of groupsOf(clusters.sorted())) {
        let isFirst = true;
        for (const line of lines) {
          const { own, reports, row } = JSON.parse(line) as ClusterLine;
          const id = isFirst ? key : own;
          isFirst = false;
          events.add(`${id}\t${JSON.stringify({ event_id: id, ...row })}`);
          for (const [article, order, mention] of reports) links.add(article, order, mention, id);
        }
      }
      return rowsIn<Event>(events);
    },
  };
}

/** What parts a block of too many reports: the month, the day, then the article. */
const finer = ({ date_start, article_id }: Report): string[] => [
  date_start?.slice(0, 7) ?? '',
  date_start ?? '',
  article_id,
];
const depth = 4;

/** What sorts reports: their article, where they stand in it, their id. */
const placeIn = ({ article_id, char_start, event_mention_id }: Report): string =>
  `${article_id}\t${fixed(char_start)}\t${event_mention_id}`;

/** A cluster on its way to its id: of those that share a key the one whose first report comes first has it. */
interface ClusterLine {
  readonly own: string;
  readonly row: Omit<Event, 'event_id'>;
  readonly reports: readonly (readonly [article: number, order: number, id: string])[];
}

function clusterLine(cluster: Cluster, placeOf: (id: string) => Place | undefined): string {
  const reports = cluster.reports.map(
    ({ article, order, event_mention_id }) => [article, order, event_mention_id] as const,
  );
  const line: ClusterLine = { own: ownKey(cluster), row: eventOf(cluster, placeOf), reports };
  return `${keyOf(cluster)}\t${placeIn(cluster.reports[0]!)}\t${JSON.stringify(line)}`;
}

const surroundings = (places: ReadonlyMap<string, Place>): Surroundings => ({
  countryOf: (id) => places.get(id)?.country ?? null,
  isCountry: (id) => places.get(id)?.subtype === 'country',
});
