import path from 'node:path';
import { listTree } from '../files/tree.ts';
import { isFolder, readChunks, readLines } from '../files.ts';
import { ingest } from '../ingest/index.ts';
import { layerReader } from '../ingest/layers.ts';
import { type ListedSource, listSources } from '../ingest/listing.ts';
import { limitsFor } from '../ingest/source.ts';
import type { Run } from './context.ts';
import { bytesAtOnce, partsOf, readPieces } from './ingest.ts';
import { isIn, type Shard } from './shard.ts';

/** What one task of many reads of a raw folder: files, and stretches of large ones, by the hash of their names. What it gives stands in the order of a build. */
export async function* ingestShare(run: Run, shard: Shard): AsyncGenerator<string> {
  const entries = listTree(run.raw);
  const { sources, warnings } = listSources(entries);
  const size = new Map(entries.map((entry) => [entry.path, entry.size]));
  const pieces: Awaited<ReturnType<typeof partsOf>> = [];
  for (const source of sources) {
    const bytes = size.get(source.path) ?? 0;
    for (const piece of await partsOf(run, source, bytes, stretchFor(bytes, shard))) {
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

/** Bytes at which a large file is cut for so many tasks: each gets some thirty stretches, so that hashes share them out evenly. */
const stretchFor = (bytes: number, { count }: Shard): number =>
  Math.min(bytesAtOnce, Math.max(leastStretch, Math.ceil(bytes / (32 * count))));

const leastStretch = 1 << 15;

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
