import type { RowOf } from '#schemas/table.ts';
import type { eventMentions } from '#schemas/tables/event-mentions.ts';
import { isDated, knownClusters } from './known-clusters.ts';

/** Columns by which reports are joined, and those of which an event is made. */
export const reportColumns = [
  ...(['event_mention_id', 'article_id', 'char_start', 'event_type', 'event_mode', 'quad_class'] as const),
  ...(['actor', 'actor_entity_id', 'recipient', 'recipient_entity_id', 'place', 'place_entity_id'] as const),
  ...(['date_start', 'date_end', 'date_precision', 'polarity', 'modality', 'tense', 'published_on'] as const),
];

/** A report, and what is known of it beyond its row. */
export interface Report extends Pick<RowOf<typeof eventMentions>, (typeof reportColumns)[number]> {
  /** The article that its text goes back to. */
  readonly origin: string;
  /** Number of people who died, as stated; null where it is not. */
  readonly toll: number | null;
}

/** Reports held to tell of one happening, with what they have in common. */
export interface Cluster {
  readonly reports: Report[];
  actor: string | null;
  recipient: string | null;
  place: string | null;
  from: string | null;
  to: string | null;
}

/** What leaves its place on the day on which it happens: one of a kind in a town on one day is held to be one. */
const local = new Set<string>(['ASSAULT', 'HAZARD', 'ACCIDENT', 'DEATH', 'PROTEST']);

/** Types under which one happening may be reported are one family: a killing is a crime, a verdict of guilt a ruling. */
const familyOf = ({ event_type, event_mode }: Report): string =>
  event_type === 'CRIME' ? 'ASSAULT' : event_type === 'SANCTION' && event_mode === 'convict' ? 'LEGAL' : event_type;

/** Types whose name, day and country leave no doubt which happening is meant. */
const oncePerCountry = new Set<string>(['HAZARD', 'ELECTION']);
/** So many deaths on one day in one country, the same number in both reports, are the same deaths. */
const tellingToll = 10;

/** What is known of places. */
export interface Surroundings {
  /** Country (ISO 3166-1) that a place is or lies in; null where unknown. */
  countryOf(placeId: string): string | null;
  isCountry(placeId: string): boolean;
}

const published = new Set<string>(['actual', 'planned', 'requested', 'alleged']);

/** Only what happened, is planned, asked for or alleged to have happened can be a happening. */
export const isHappening = ({ polarity, modality }: Pick<Report, 'polarity' | 'modality'>): boolean =>
  polarity === 'positive' && published.has(modality);

/** A participant by entity, else by the words; null where there is none. */
const party = (id: string | null, words: string | null): string | null => id ?? words?.toLowerCase() ?? null;

/** Joins reports of one block where it is certain that they tell of one happening. Their order does not matter. */
export function clusterReports(reports: readonly Report[], around: Surroundings): readonly Cluster[] {
  const known = knownClusters();
  for (const report of [...reports].sort(byContent)) {
    const home = known.find(report, (cluster) => joins(cluster, report, around));
    if (home) {
      add(home, report, around);
      known.dated(home);
    } else known.add(clusterOf(report));
  }
  return known.all;
}

const byContent = (a: Report, b: Report): number =>
  compare(a.article_id, b.article_id) || a.char_start - b.char_start || compare(a.event_mention_id, b.event_mention_id);

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Reports of different blocks are never joined. */
export function blockOf(report: Report, around: Surroundings): string {
  const actor = party(report.actor_entity_id, report.actor);
  const { event_type, event_mode, modality, date_start, date_end, recipient, place_entity_id } = report;
  const kind = [familyOf(report), modality === 'requested'];
  const country = place_entity_id === null ? null : around.countryOf(place_entity_id);
  const isOneDay = date_start !== null && date_start === date_end;
  if (isOneDay && country !== null && event_type === 'HAZARD')
    return JSON.stringify([...kind, 'in', country, event_mode, date_start]);
  const toll = event_type === 'DEATH' ? report.toll : null;
  if (isOneDay && country !== null && toll !== null && toll >= tellingToll)
    return JSON.stringify([...kind, 'toll', country, toll, date_start]);
  if (isLocal(report, around)) return JSON.stringify([...kind, 'at', place_entity_id, date_start]);
  if (actor !== null) return JSON.stringify([...kind, actor]);
  const isVague = place_entity_id === null || (around.isCountry(place_entity_id) && !oncePerCountry.has(event_type));
  const isAlone = recipient === null && (isVague || date_start === null || date_start !== date_end);
  return JSON.stringify(isAlone ? [report.event_mention_id] : [...kind, null, event_mode, date_start, date_end]);
}

/** A report that says on which day and in which place below a country something bodily happened. */
function isLocal(report: Report, around: Surroundings): boolean {
  const { date_start, date_end, place_entity_id } = report;
  return (
    local.has(familyOf(report)) && date_start !== null && date_start === date_end && isTown(place_entity_id, around)
  );
}

const isTown = (place: string | null, { isCountry, countryOf }: Surroundings): boolean =>
  place !== null && countryOf(place) !== null && !isCountry(place);

const clusterOf = (report: Report): Cluster => ({
  reports: [report],
  actor: party(report.actor_entity_id, report.actor),
  recipient: party(report.recipient_entity_id, report.recipient),
  place: party(report.place_entity_id, report.place),
  from: report.date_start,
  to: report.date_end,
});

function joins(cluster: Cluster, report: Report, around: Surroundings): boolean {
  const recipient = party(report.recipient_entity_id, report.recipient);
  const place = party(report.place_entity_id, report.place);
  if (isSameDisaster(cluster, report)) return agree(cluster.place, place) || lieTogether(cluster.place, place, around);
  if (isLocal(report, around)) return joinsThere(cluster, report);
  if (cluster.actor === null && cluster.recipient === null && cluster.place !== place) return false;
  if (!agree(cluster.place, place)) return false;
  if (isDated(cluster) && report.date_start !== null && report.date_end !== null) {
    const overlap = cluster.from! <= report.date_end && report.date_start <= cluster.to!;
    return overlap && agree(cluster.recipient, recipient);
  }
  const isSameArticle = cluster.reports.every((r) => r.article_id === report.article_id);
  const hasParties = cluster.actor !== null || recipient !== null;
  return isSameArticle && hasParties && cluster.recipient === recipient;
}

/** Of one day and town already: modes and parties must not exclude each other; described ones may differ in number alone. */
function joinsThere(cluster: Cluster, report: Report): boolean {
  const isLikeAll = cluster.reports.every(
    (r) => agree(r.event_mode, report.event_mode) || r.event_type !== report.event_type,
  );
  const parties = (['actor', 'recipient'] as const).every((role) =>
    cluster.reports.every((r) => agree(partyWord(r, role), partyWord(report, role))),
  );
  return isLikeAll && parties;
}

/** A party by entity, else by the last word of its description, without a plural ending. */
function partyWord(report: Report, role: 'actor' | 'recipient'): string | null {
  const last = report[role]?.toLowerCase().split(' ').at(-1) ?? null;
  return report[`${role}_entity_id`] ?? last?.replace(/(?<=[^s])s$/, '') ?? null;
}

/** Reports of one block that needs no more than places which do not exclude each other. */
function isSameDisaster({ reports, place, from, to }: Cluster, report: Report): boolean {
  const isDisaster = report.event_type === 'HAZARD' || (report.event_type === 'DEATH' && report.toll !== null);
  const isOneDay = from !== null && from === to && from === report.date_start && from === report.date_end;
  const hasToll = report.event_type !== 'DEATH' || reports[0]!.toll === report.toll;
  return isDisaster && isOneDay && place !== null && report.place_entity_id !== null && hasToll;
}

/** One of the places is the country that the other lies in. */
function lieTogether(a: string | null, b: string | null, { countryOf, isCountry }: Surroundings): boolean {
  if (a === null || b === null) return false;
  const country = countryOf(a);
  return country !== null && country === countryOf(b) && (isCountry(a) || isCountry(b));
}

const agree = (a: string | null, b: string | null): boolean => a === null || b === null || a === b;

function add(cluster: Cluster, report: Report, { isCountry }: Surroundings): void {
  cluster.reports.push(report);
  cluster.actor ??= party(report.actor_entity_id, report.actor);
  cluster.recipient ??= party(report.recipient_entity_id, report.recipient);
  const place = party(report.place_entity_id, report.place);
  if (cluster.place === null || (place !== null && isCountry(cluster.place))) cluster.place = place;
  const { date_start, date_end } = report;
  if (date_start === null || date_end === null) return;
  cluster.from = cluster.from === null || date_start > cluster.from ? date_start : cluster.from;
  cluster.to = cluster.to === null || date_end < cluster.to ? date_end : cluster.to;
}
