import { z } from 'zod';

/** Enumerations that several tables share. The order is the order of the codebook. */
export const entityTypes = z.enum(['person', 'organization', 'place', 'group', 'other']);
export const rights = z.enum(['full', 'snippet', 'hash_only']);
/** How an article's text goes back to another's. */
export const copyKind = z.enum(['exact', 'near', 'update']);
export const basis = z.enum(['stated', 'relative', 'inferred', 'none']);
export const placeBasis = z.enum(['stated', 'inferred', 'none']);
/** Where a date or place stands, as seen from what it belongs to. */
export const foundIn = z.enum(['sentence', 'paragraph', 'headline', 'dateline', 'none']);
export const polarity = z.enum(['positive', 'negative']);
export const datePrecision = z.enum([
  'minute',
  'hour',
  'day',
  'week',
  'month',
  'quarter',
  'season',
  'year',
  'decade',
  'century',
  'range',
]);
export const eventTypes = z.enum([
  'AGREE',
  'CONSULT',
  'SUPPORT',
  'CONCEDE',
  'COOPERATE',
  'AID',
  'RETREAT',
  'REQUEST',
  'ACCUSE',
  'REJECT',
  'THREATEN',
  'PROTEST',
  'SANCTION',
  'MOBILIZE',
  'COERCE',
  'ASSAULT',
  'HAZARD',
  'ACCIDENT',
  'CRIME',
  'LEGAL',
  'ELECTION',
  'APPOINT',
  'BUSINESS',
  'DEATH',
]);
export const quadClasses = z.enum([
  'verbal_cooperation',
  'material_cooperation',
  'verbal_conflict',
  'material_conflict',
]);
export const sectors = z.enum([
  'government',
  'legislature',
  'courts',
  'military',
  'police',
  'intelligence',
  'party',
  'opposition',
  'rebels',
  'criminals',
  'business',
  'agriculture',
  'labor',
  'media',
  'education',
  'health',
  'religion',
  'ngo',
  'intergovernmental',
  'refugees',
  'civilians',
]);
export const traitBasis = z.enum(['name', 'role', 'description', 'none']);
export const eventModality = z.enum(['actual', 'planned', 'requested', 'possible', 'conditional', 'alleged']);
export const statisticKinds = z.enum([
  'count',
  'percent',
  'percentage_point',
  'money',
  'rate',
  'ratio',
  'rank',
  'age',
  'duration',
  'measurement',
  'score',
  'index',
]);
export const change = z.enum(['rise', 'fall', 'none']);

/** A key of a table: prefix, underscore, 16 characters of base32. */
export const keyOf = (prefix: string) => z.string().regex(new RegExp(`^${prefix}_[a-z2-7]{16}$`));
export const text = z.string().min(1);
export const count = z.int32().min(0);
export const country = z.string().regex(/^[A-Z]{3}$/);
export const sha256 = z.string().regex(/^[0-9a-f]{64}$/);

export type EntityType = z.output<typeof entityTypes>;
export type EventType = z.output<typeof eventTypes>;
export type EventModality = z.output<typeof eventModality>;
export type Sector = z.output<typeof sectors>;
export type TraitBasis = z.output<typeof traitBasis>;
export type Precision = z.output<typeof datePrecision>;
export type StatisticKind = z.output<typeof statisticKinds>;
