import path from 'node:path';
import { listTree } from '../files/tree.ts';
import { isFolder, readChunks, readLines } from '../files.ts';
import { ingest } from '../ingest/index.ts';
import { layerReader } from '../ingest/layers.ts';
import { type ListedSource, listSources } from '../ingest/listing.ts';
import { limitsFor } from '../ingest/source.ts';
import type { Run } from './context.ts';
import { partsOf, readPieces } from './ingest.ts';
import { isIn, type Shard } from './shard.ts';

/** What one task of many reads of a raw folder: files, and stretches of large ones, by the hash of their names. What it gives stands in the order of a build. */
export async function* ingestShare(run: Run, shard: Shard): AsyncGenerator<string> {
  const entries = listTree(run.raw);
  const { sources, warnings } = listSources(entries);
  const size = new Map(entries.map((entry) => [entry.path, entry.size]));
  const pieces: Awaited<ReturnType<typeof partsOf>> = [];
  for (const source of sources) {
    for (const piece of await partsOf(run, source, size.get(source.path) ?? 0)) {
      if (isIn(shard, `${piece.path}#${piece.stretch?.firstLine ?? 1}`)) pieces.push(piece);
    }
  }
  const found = await readPieces(run, pieces, pieces.length);
  for (const warning of warnings) if (isIn(shard, warning.source_file)) yield JSON.stringify(warning);
  for (const piece of pieces) {
    const { part, start, end } = found.get(piece)!;
    yield* readLines(part, start, end);
  }
}

/** What a stream holds that is called so: a file of the raw folder, or as if it were one. Its sidecar and `source.json` are read there. */
export async function* ingestStream(
  chunks: AsyncIterable<Uint8Array>,
  { name, firstLine, raw, maxTextBytes }: { name: string; firstLine: number; raw: string | null; maxTextBytes: number },
): AsyncGenerator<string> {
  const readLayer = layerReader(async (file) => Buffer.concat(await all(readChunks(path.join(raw!, file)))));
  const context = { limits: limitsFor(maxTextBytes), readLayer };
  const { metadata } = listed(name, raw);
  for await (const record of ingest({ path: name, metadata, firstLine, open: () => chunks }, context)) {
    yield JSON.stringify(record);
  }
}

function listed(name: string, raw: string | null): Pick<ListedSource, 'metadata'> {
  const entries = raw !== null && isFolder(raw) ? listTree(raw).filter((entry) => entry.path !== name) : [];
  const { sources } = listSources([...entries, { path: name, kind: 'file' }]);
  return sources.find((source) => source.path === name) ?? { metadata: [] };
}

async function all(chunks: AsyncIterable<Uint8Array>): Promise<Uint8Array[]> {
  const parts: Uint8Array[] = [];
  for await (const chunk of chunks) parts.push(chunk);
  return parts;
}
