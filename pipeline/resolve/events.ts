import type { RowOf } from '#schemas/table.ts';
import type { entities } from '#schemas/tables/entities.ts';
import type { events } from '#schemas/tables/events.ts';
import { contentKey } from '../identity.ts';
import { type Cluster, clusterReports, type Report } from './event-clusters.ts';

type Entity = RowOf<typeof entities>;
type Event = RowOf<typeof events>;

/** What the corpus knows beyond the reports. */
export interface EventContext {
  /** Key of the origin that an article goes back to: copies of one text share it. */
  originKeyOf(articleId: string): string;
  entityOf(entityId: string): Entity | undefined;
  /** Number of people who died by a report, as stated; null where it is not. */
  tollOf(eventMentionId: string): number | null;
}

/** From the firmest. */
const firmness: readonly Report['modality'][] = ['actual', 'alleged', 'planned', 'requested'];

/** Joins reports of one happening, conservatively; `eventOf` tells the event of each report that has one. */
export function joinEvents(
  mentions: readonly Report[],
  context: EventContext,
): { rows: Event[]; eventOf: ReadonlyMap<string, string> } {
  const rows = new Map<string, Event>();
  const eventOf = new Map<string, string>();
  const around = {
    countryOf: (id: string) => context.entityOf(id)?.country ?? null,
    isCountry: (id: string) => context.entityOf(id)?.subtype === 'country',
    tollOf: (report: Report) => context.tollOf(report.event_mention_id),
  };
  for (const cluster of clusterReports(mentions, around)) {
    const key = keyOf(cluster);
    const id = rows.has(key) ? ownKey(cluster) : key;
    rows.set(id, rowOf(id, cluster, context));
    for (const report of cluster.reports) eventOf.set(report.event_mention_id, id);
  }
  return { rows: [...rows.values()].sort((a, b) => (a.event_id < b.event_id ? -1 : 1)), eventOf };
}

const ownKey = ({ reports }: Cluster): string => contentKey('ev', [reports[0]!.event_mention_id]);

/** Type, participants, date and place where these tell happenings apart; else the first report. */
function keyOf(cluster: Cluster): string {
  const { reports, actor, recipient, place, from, to } = cluster;
  const [first] = reports;
  if (from === null || (actor === null && recipient === null && place === null)) return ownKey(cluster);
  return contentKey('ev', [first!.event_type, first!.modality === 'requested', actor, recipient, from, to, place]);
}

function rowOf(id: string, cluster: Cluster, { originKeyOf, entityOf }: EventContext): Event {
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
  const place = withPlace.place_entity_id === null ? undefined : entityOf(withPlace.place_entity_id);
  const articles = new Set(reports.map((r) => r.article_id));
  return {
    event_id: id,
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
    article_count: articles.size,
    origin_count: new Set([...articles].map(originKeyOf)).size,
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
