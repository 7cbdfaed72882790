import {
  blockOf,
  type Cluster,
  clusterReports,
  isHappening,
  type Report,
  reportColumns,
  type Surroundings,
} from './event-clusters.ts';
import { eventOf, keyOf, ownKey, type Place } from './events.ts';
import { joinedLine } from './joined.ts';
import { fixed } from './lines.ts';
import { picker } from './picked.ts';

export type Mention = Pick<Report, (typeof reportColumns)[number]>;

/** What is known of a report beyond its row. */
type Whence = Pick<Report, 'article' | 'order' | 'origin' | 'toll'>;

/** Reports on their way to events. */
export interface EventClaims {
  /** A row whose entities are the corpus's; null where it tells of nothing that can happen. */
  told(row: Mention, whence: Whence): string | null;
  /** What was told as a claim, once the places of reports are known. */
  claimOf(told: string, placeOf: (id: string) => Place | undefined): string;
  /** Joins claims of one group, without their keys. */
  join(values: readonly string[]): Iterable<string>;
}

/** What kind of claims and of joined lines these are. */
export const eventKind = 'event';

/** Reports of one block lie side by side once their claims are sorted. Each brings what is known of its place. */
export function eventClaims(): EventClaims {
  const { pack, unpack } = picker<Mention, [Whence, Place | null]>(reportColumns);
  const revive = (line: string): Report & { where: Place | null } => {
    const { row, more } = unpack(line);
    return { ...row, ...more[0], where: more[1] };
  };
  return {
    told: (row, { article, order, origin, toll }) =>
      isHappening(row) ? pack(row, [{ article, order, origin, toll }, null]) : null,
    claimOf(told, placeOf) {
      const { row, more } = unpack(told);
      const report = { ...row, ...more[0] };
      const place = row.place_entity_id === null ? undefined : placeOf(row.place_entity_id);
      const packed = place ? pack(row, [more[0], place]) : told;
      return [eventKind, blockOf(report, surroundings(placeOf)), ...finer(report), packed].join('\t');
    },
    *join(values) {
      const reports = values.map(revive);
      const places = new Map(reports.flatMap(({ place_entity_id: id, where }) => (id && where ? [[id, where]] : [])));
      const placeOf = (id: string): Place | undefined => places.get(id);
      for (const cluster of clusterReports(reports, surroundings(placeOf))) yield lineOf(cluster, placeOf);
    },
  };
}

/** What parts a block of too many reports: the month, the day, then the article. */
const finer = ({ date_start, article_id }: Report): string[] => [
  date_start?.slice(0, 7) ?? '',
  date_start ?? '',
  article_id,
];

/** Of clusters that share a key the one whose first report comes first has it: by article, where it stands there, its id. */
function lineOf(cluster: Cluster, placeOf: (id: string) => Place | undefined): string {
  const { article_id, char_start, event_mention_id } = cluster.reports[0]!;
  return joinedLine(eventKind, {
    key: keyOf(cluster),
    place: `${article_id}\t${fixed(char_start)}\t${event_mention_id}`,
    own: ownKey(cluster),
    row: eventOf(cluster, placeOf),
    members: cluster.reports.map(({ article, order, event_mention_id: id }) => [article, order, id] as const),
  });
}

const surroundings = (placeOf: (id: string) => Place | undefined): Surroundings => ({
  countryOf: (id) => placeOf(id)?.country ?? null,
  isCountry: (id) => placeOf(id)?.subtype === 'country',
});
