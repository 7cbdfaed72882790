import type { RowOf } from '#schemas/table.ts';
import type { entities } from '#schemas/tables/entities.ts';
import type { events } from '#schemas/tables/events.ts';
import { contentKey } from '../identity.ts';
import type { Cluster, Report } from './event-clusters.ts';

type Entity = RowOf<typeof entities>;
export type Event = RowOf<typeof events>;

/** What an event takes from the entity that is its place. */
export type Place = Pick<Entity, 'name' | 'subtype' | 'country' | 'latitude' | 'longitude'>;

/** From the firmest. */
const firmness: readonly Report['modality'][] = ['actual', 'alleged', 'planned', 'requested'];

/** The key of a cluster that shares what tells it apart with an earlier one. */
export const ownKey = ({ reports }: Cluster): string => contentKey('ev', [reports[0]!.event_mention_id]);

/** Type, participants, date and place where these tell happenings apart; else the first report. */
export function keyOf(cluster: Cluster): string {
  const { reports, actor, recipient, place, from, to } = cluster;
  const [first] = reports;
  if (from === null || (actor === null && recipient === null && place === null)) return ownKey(cluster);
  return contentKey('ev', [first!.event_type, first!.modality === 'requested', actor, recipient, from, to, place]);
}

/** The row of a cluster, without its id. */
export function eventOf(cluster: Cluster, placeOf: (id: string) => Place | undefined): Omit<Event, 'event_id'> {
  const { reports, from, to } = cluster;
  const first = reports[0]!;
  const withActor = reports.find((r) => r.actor !== null) ?? first;
  const withRecipient = reports.find((r) => r.recipient !== null) ?? first;
  const withPlace =
    reports.find((r) => r.place_entity_id === cluster.place && cluster.place !== null) ??
    reports.find((r) => r.place_entity_id !== null) ??
    reports.find((r) => r.place !== null) ??
    first;
  const dated = reports.filter((r) => r.date_start !== null);
  const place = withPlace.place_entity_id === null ? undefined : placeOf(withPlace.place_entity_id);
  return {
    event_type: first.event_type,
    event_mode: reports.every((r) => r.event_mode === first.event_mode) ? first.event_mode : null,
    quad_class: first.quad_class,
    actor: withActor.actor,
    actor_entity_id: withActor.actor_entity_id,
    recipient: withRecipient.recipient,
    recipient_entity_id: withRecipient.recipient_entity_id,
    date_start: from,
    date_end: to,
    date_precision: narrowest(dated)?.date_precision ?? null,
    place: place?.name ?? withPlace.place,
    place_entity_id: withPlace.place_entity_id,
    country: place?.country ?? null,
    latitude: place?.latitude ?? null,
    longitude: place?.longitude ?? null,
    modality: firmness.find((m) => reports.some((r) => r.modality === m)) ?? first.modality,
    differs: differing(reports),
    mention_count: reports.length,
    article_count: new Set(reports.map((r) => r.article_id)).size,
    origin_count: new Set(reports.map((r) => r.origin)).size,
    first_published_on: reports.reduce<string | null>((least, r) => earlier(least, r.published_on), null),
  };
}

/** What reports may state differently, by the name that says so. */
const comparable: readonly (readonly [string, (report: Report) => string | null])[] = [
  ['event_type', (r) => r.event_type],
  ['event_mode', (r) => r.event_mode],
  ['actor', (r) => r.actor_entity_id ?? r.actor],
  ['recipient', (r) => r.recipient_entity_id ?? r.recipient],
  ['date', (r) => (r.date_start === null ? null : `${r.date_start} ${r.date_end}`)],
  ['place', (r) => r.place_entity_id ?? r.place],
  ['modality', (r) => r.modality],
  ['tense', (r) => r.tense],
];

/** Names of what the reports that state it state differently, joined; null where they agree in all. */
function differing(reports: readonly Report[]): string | null {
  const names = comparable.flatMap(([name, read]) => {
    const stated = new Set(reports.map(read).filter((value) => value !== null));
    return stated.size > 1 ? [name] : [];
  });
  return names.length > 0 ? names.join(' | ') : null;
}

/** The report with the shortest range of days; the first of equals. */
function narrowest(reports: readonly Report[]): Report | undefined {
  const days = ({ date_start, date_end }: Report) => Date.parse(date_end ?? '') - Date.parse(date_start ?? '');
  return reports.reduce<Report | undefined>(
    (best, r) => (best === undefined || days(r) < days(best) ? r : best),
    undefined,
  );
}

const earlier = (a: string | null, b: string | null): string | null => (a === null || (b !== null && b < a) ? b : a);
