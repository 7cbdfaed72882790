import type { Table } from '#schemas/table.ts';
import type { Resources } from './resources/index.ts';
import type { IngestTask } from './run/ingest-part.ts';
import type { PublishTask } from './run/publish-part.ts';

// Every export is a task of the pool. A thread loads a stage when it is first asked for it: the first articles need not wait for the writers of Parquet.

let loaded: Promise<Resources> | undefined;

/** Lexicons, gazetteers and weights: read once a thread. */
function resources(): Promise<Resources> {
  loaded ??= loadAll();
  return loaded;
}

async function loadAll(): Promise<Resources> {
  const [{ loadResources }, { readResource }] = await Promise.all([
    import('./resources/index.ts'),
    import('./files.ts'),
  ]);
  return loadResources(readResource);
}

/** What a thread throws reaches the other side as a copy; that of Zod's errors would have no message. */
async function telling(work: () => Promise<string>): Promise<string> {
  try {
    return await work();
  } catch (error) {
    const { message, stack } = error as Error;
    if ((structuredClone(error) as Error).message === message) throw error;
    throw Object.assign(new Error(message), { stack });
  }
}

// What each stage loads.
const forIngest = () => import('./run/ingest-part.ts');
const forExtract = () => Promise.all([import('./run/extract-part.ts'), resources()]);
const forPublish = () => import('./run/publish-part.ts');
const forVerify = () => Promise.all([import('./verify/index.ts'), import('./files.ts')]);
const loaders = {
  ingestSources: forIngest,
  extractArticles: forExtract,
  extractLines: forExtract,
  publishRows: forPublish,
  verifyRows: forVerify,
};

/** Name of a task → nothing; what the task needs is then loaded. */
export const prepare = (task: string): Promise<string> =>
  telling(async () => {
    await loaders[task as keyof typeof loaders]();
    return '';
  });

/** A list of sources → what each took in the part file, as JSON. */
export const ingestSources = (input: string): Promise<string> =>
  telling(async () => {
    const { ingestPart } = await forIngest();
    return JSON.stringify(await ingestPart(JSON.parse(input) as IngestTask));
  });

/** Articles as NDJSON → a bundle of what each states. */
export const extractArticles = (lines: string): Promise<string> =>
  telling(async () => {
    const [{ extractPart }, read] = await forExtract();
    return extractPart(lines, read);
  });

/** Articles as NDJSON → what each states, a line each. */
export const extractLines = (lines: string): Promise<string> =>
  telling(async () => {
    const [{ extractEach }, read] = await forExtract();
    return extractEach(lines, read);
  });

/** What of which table to publish where → what the table holds, as JSON. */
export const publishRows = (input: string): Promise<string> =>
  telling(async () => {
    const { publishPart } = await forPublish();
    return JSON.stringify(publishPart(JSON.parse(input) as PublishTask));
  });

/** {folder, table or null} → problems as JSON. */
export const verifyRows = (input: string): Promise<string> =>
  telling(async () => {
    const [{ verifyRelease, verifyTable }, { releaseReader }] = await forVerify();
    const { folder, table } = JSON.parse(input) as { folder: string; table: string | null };
    const reader = releaseReader(folder);
    return JSON.stringify(
      await (table === null ? verifyRelease(reader) : verifyTable(reader, await tableNamed(table))),
    );
  });

async function tableNamed(name: string): Promise<Table> {
  const { tables } = await import('#schemas/tables/index.ts');
  return tables.find((t) => t.name === name)!;
}
