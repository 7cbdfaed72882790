import { article } from '#schemas/stages/article.ts';
import type { Table } from '#schemas/table.ts';
import { tables } from '#schemas/tables/index.ts';
import { readResource, releaseReader } from './files.ts';
import { loadResources, type Resources } from './resources/index.ts';
import { extractArticle } from './run/article.ts';
import { linesOf } from './run/extract.ts';
import { type IngestTask, ingestPart } from './run/ingest.ts';
import { publishInto, rowBatches } from './run/publish.ts';
import { verifyRelease, verifyTable } from './verify/index.ts';

let loaded: Resources | undefined;

/** Lexicons, gazetteers and weights: read once a thread. */
function resources(): Resources {
  loaded ??= loadResources(readResource);
  return loaded;
}

/** A list of sources → number of sources read; what they gave is in the part file. */
const ingestSources = async (input: string): Promise<string> =>
  String(await ingestPart(JSON.parse(input) as IngestTask));

/** Articles as NDJSON → sketches with their rows, or rejects, as lines. */
async function extractArticles(lines: string): Promise<string> {
  const records = lines.split('\n').map((line) => extractArticle(article.parse(JSON.parse(line)), resources()));
  return records.map((r) => (r.record_type === 'reject' ? JSON.stringify(r) : linesOf(r))).join('\n');
}

/** {table, rows, folder} → number of rows written. */
async function publishRows(input: string): Promise<string> {
  const { table, rows, folder } = JSON.parse(input) as { table: string; rows: string; folder: string };
  return String(publishInto(folder, tableNamed(table), rowBatches(rows)));
}

/** {folder, table or null} → problems as JSON. */
async function verifyRows(input: string): Promise<string> {
  const { folder, table } = JSON.parse(input) as { folder: string; table: string | null };
  const reader = releaseReader(folder);
  return JSON.stringify(table === null ? verifyRelease(reader) : await verifyTable(reader, tableNamed(table)));
}

const tableNamed = (name: string): Table => tables.find((t) => t.name === name)!;

/** Everything that is done on worker threads. */
export const tasks = { ingestSources, extractArticles, publishRows, verifyRows };
