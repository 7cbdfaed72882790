import path from 'node:path';
import type { Article } from '#schemas/stages/article.ts';
import type { Table } from '#schemas/table.ts';
import { tables } from '#schemas/tables/index.ts';
import { latestRelease } from '../files/releases.ts';
import { listTree } from '../files/tree.ts';
import { readIfPresent, readLines, releaseReader, removeFolder, temporaryFolder, writeFile } from '../files.ts';
import type { Pool } from '../pool.ts';
import { pathOf } from '../publish/format.ts';
import { json } from '../publish/json.ts';
import type { Problem } from '../verify/problem.ts';
import { type Anchored, anchorInRaw, type RawText } from '../verify/raw.ts';
import type { Progress, Run } from './context.ts';
import { articlesFile, ingestAll } from './ingest.ts';

/** What a check of the published release found. */
export interface Checked {
  readonly release: string | null;
  readonly problems: readonly Problem[];
}

/** Reads the written bytes of a release on the pool, the whole as one task, and each table, the largest first. */
export async function verifyFolder(
  folder: string,
  pool: Pool,
  onProgress: (progress: Progress) => void,
): Promise<Problem[]> {
  const sizes = new Map(listTree(folder).map((entry) => [entry.path, entry.size]));
  const sizeOf = (table: Table): number => sizes.get(pathOf(json, table)) ?? 0;
  const work = [...tables].sort((a, b) => sizeOf(b) - sizeOf(a)).map(({ name }) => name);
  const parts = [null, ...work];
  const found = new Map<string | null, readonly Problem[]>();
  const inputs = parts.map((table) => JSON.stringify({ folder, table }));
  for await (const problems of pool.map('verifyRows', inputs)) {
    found.set(parts[found.size]!, JSON.parse(problems) as Problem[]);
    onProgress({ stage: 'verify', done: found.size, total: parts.length });
  }
  return [null, ...tables.map(({ name }) => name)].flatMap((part) => found.get(part)!);
}

/** Checks the release that `latest` points at. */
export async function checkRelease(
  output: string,
  pool: Pool,
  onProgress: (progress: Progress) => void,
): Promise<Checked> {
  const release = latestRelease(output);
  if (release === null) return { release, problems: [] };
  return { release, problems: await verifyFolder(path.join(output, 'latest'), pool, onProgress) };
}

/** Reads the raw folder again, apart from what builds have kept, and finds every row of the release at `latest` in its articles. */
export async function anchorRelease(run: Omit<Run, 'output'>, output: string): Promise<Anchored> {
  const apart = { ...run, output: temporaryFolder('tearsheet-raw-') };
  try {
    await ingestAll(apart);
    const hashes = new Map<string, string>();
    const textFile = (articleId: string): string => path.join(apart.output, 'texts', articleId);
    for (const line of readLines(articlesFile(apart))) {
      const { article_id, text, text_sha256 } = JSON.parse(line) as Article;
      hashes.set(article_id, text_sha256);
      writeFile(textFile(article_id), text);
    }
    const textOf = (articleId: string): RawText | undefined => {
      const text_sha256 = hashes.get(articleId);
      if (text_sha256 === undefined) return undefined;
      return { text: Buffer.from(readIfPresent(textFile(articleId))!).toString(), text_sha256 };
    };
    return anchorInRaw(releaseReader(path.join(output, 'latest')), textOf);
  } finally {
    removeFolder(apart.output);
  }
}
