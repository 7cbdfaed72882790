import { z } from 'zod';
import { articles } from '../tables/articles.ts';
import { entities } from '../tables/entities.ts';
import { groundedTables } from '../tables/index.ts';
import { article } from './article.ts';

const { columns } = entities;

/** An entity as one article knows it; `resolve` joins these across articles. */
const documentEntity = z.strictObject({
  entity_id: columns.entity_id,
  name: columns.name,
  type: columns.type,
  subtype: columns.subtype,
  country: columns.country,
  latitude: columns.latitude,
  longitude: columns.longitude,
  gazetteer_id: columns.gazetteer_id,
  link_basis: columns.link_basis,
  /** Names used in the article, canonical one first. */
  aliases: z.array(z.string().min(1)),
  /** Roles printed with it, most frequent first. */
  roles: z.array(z.string().min(1)),
});

/** What `extract` hands on: everything one article states, one NDJSON line. Columns that `resolve` fills are null. */
export const extraction = z.strictObject({
  record_type: z.literal('extraction'),
  article: articles.row,
  /** Under which terms the article stands; a release lists them. */
  license: article.shape.license,
  /** The text, which `publish` ships where the rights are full. */
  text: z.string(),
  entities: z.array(documentEntity),
  /** Hashes of the text's distinct word 5-shingles, ascending, as little-endian 32-bit integers; copies are found by them. */
  shingles: z.base64(),
  rows: z.strictObject(Object.fromEntries(groundedTables.map((t) => [t.name, z.array(t.row)]))),
});

export type DocumentEntity = z.output<typeof documentEntity>;
export type Extraction = z.output<typeof extraction>;
