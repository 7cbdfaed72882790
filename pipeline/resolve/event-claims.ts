import type { Cell } from '#schemas/table.ts';
import {
  blockOf,
  type Cluster,
  clusterReports,
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
type Whence = Pick<Report, 'origin' | 'toll'>;

type PlaceOf = (id: string) => Place | undefined;

/** Reports on their way to events. */
export interface EventClaims {
  /** The row of something that can happen, whose entities are the corpus's, as a claim. */
  claimOf(row: Mention, whence: Whence, placeOf: PlaceOf): string;
  /** Joins claims of one group, without their keys. */
  join(values: readonly string[]): Iterable<string>;
}

/** What kind of claims and of joined lines these are. */
export const eventKind = 'event';

export const reportPicker = picker<Mention>(reportColumns);

/** Columns of a place as they travel. */
const placePicker = picker<Place>(['name', 'subtype', 'country', 'latitude', 'longitude']);

/** Reports of one block lie side by side once their claims are sorted. Each brings what is known of its place. */
export function eventClaims(): EventClaims {
  return {
    claimOf(row, { origin, toll }, placeOf) {
      const report = { ...row, origin, toll };
      const place = row.place_entity_id === null ? undefined : placeOf(row.place_entity_id);
      const packed = JSON.stringify(reportPicker.pick(row, origin, toll, ...(place ? placePicker.pick(place) : [])));
      return [eventKind, blockOf(report, surroundings(placeOf)), ...finer(report), packed].join('\t');
    },
    *join(values) {
      const places = new Map<string, Place>();
      const reports = values.map((line): Report => {
        const cells = JSON.parse(line) as Cell[];
        const [origin, toll, ...place] = cells.slice(reportColumns.length) as [string, number | null, ...Cell[]];
        const report = { ...reportPicker.row(cells), origin, toll };
        if (report.place_entity_id && place.length > 0) places.set(report.place_entity_id, placePicker.row(place));
        return report;
      });
      const placeOf: PlaceOf = (id) => places.get(id);
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
function lineOf(cluster: Cluster, placeOf: PlaceOf): string {
  const { article_id, char_start, event_mention_id } = cluster.reports[0]!;
  return joinedLine(eventKind, {
    key: keyOf(cluster),
    place: `${article_id}\t${fixed(char_start)}\t${event_mention_id}`,
    own: ownKey(cluster),
    row: eventOf(cluster, placeOf),
    members: cluster.reports.map(({ article_id: article, event_mention_id: id }) => [article, id] as const),
  });
}

const surroundings = (placeOf: PlaceOf): Surroundings => ({
  countryOf: (id) => placeOf(id)?.country ?? null,
  isCountry: (id) => placeOf(id)?.subtype === 'country',
});
