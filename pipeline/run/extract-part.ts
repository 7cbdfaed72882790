import { article, type Reject } from '#schemas/stages/article.ts';
import type { Extraction } from '#schemas/stages/extraction.ts';
import type { Joinables } from '#schemas/stages/joinables.ts';
import type { Sketch } from '#schemas/stages/sketch.ts';
import { groundedTables } from '#schemas/tables/index.ts';
import { joinablesOf } from '../resolve/joinables.ts';
import type { Resources } from '../resources/index.ts';
import { extractArticle } from './article.ts';
import { bundleTexts } from './bundled-lines.ts';

/** Names of the texts of a bundle: the sketch or the reject of an article, what may be joined; the others hold a table's rows, a line each. */
const [head, joinables] = ['article', 'joinables'];

/** Articles as NDJSON → a bundle with one bundle for each. */
export const extractPart = (lines: string, resources: Resources): string =>
  bundleTexts(
    lines.split('\n').map((line) => {
      const one = article.parse(JSON.parse(line));
      return [one.article_id, bundleOf(extractArticle(one, resources))];
    }),
  );

/** Articles as NDJSON → what each states as NDJSON. */
export const extractEach = (lines: string, resources: Resources): string =>
  lines
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.stringify(extractArticle(article.parse(JSON.parse(line)), resources)))
    .join('\n');

/**
 * What an article states as a bundle: its sketch, and the rows for each table. Rows were validated when they were
 * extracted and are again when they are published; in between they are passed on as they are.
 */
export function bundleOf(record: Extraction | Reject): string {
  if (record.record_type === 'reject') return refusalOf(record);
  const rows = groundedTables.map(({ name }): [string, string] => [name, linesOf(record.rows[name] ?? [])]);
  return bundleTexts([
    [head, JSON.stringify(sketchOf(record))],
    [joinables, `${JSON.stringify(joinablesIn(record))}\n`],
    ...rows,
  ]);
}

/** The bundle of an article that was refused. */
export const refusalOf = (reject: Reject): string => bundleTexts([[head, JSON.stringify(reject)]]);

const linesOf = (rows: readonly object[]): string => rows.map((row) => `${JSON.stringify(row)}\n`).join('');

/** What of an article may be joined with others. */
export const joinablesIn = ({ article, rows }: Extraction): Joinables =>
  joinablesOf(article.article_id, rows as unknown as Parameters<typeof joinablesOf>[1]);

/** What is known of an article as a whole. */
export function sketchOf({ rows, article, text, entities, shingles }: Extraction): Sketch {
  const mention_count: Record<string, number> = {};
  for (const { entity_id } of rows.mentions as { entity_id: string | null }[]) {
    if (entity_id !== null) mention_count[entity_id] = (mention_count[entity_id] ?? 0) + 1;
  }
  return { record_type: 'sketch', article, text, entities, shingles, mention_count };
}
