import path from 'node:path';
import { openLines, readChunks } from '../files.ts';
import { ingest } from '../ingest/index.ts';
import { layerReader } from '../ingest/layers.ts';
import type { ListedSource } from '../ingest/listing.ts';
import { limitsFor } from '../ingest/source.ts';
import { failure } from './failure.ts';

/** What a worker is told. */
export interface IngestTask {
  readonly raw: string;
  readonly sources: readonly ListedSource[];
  readonly part: string;
  readonly maxTextBytes: number;
}

/** Reads some sources and writes what they give to a part file; gives the number of sources. */
export async function ingestPart({ raw, sources, part, maxTextBytes }: IngestTask): Promise<number> {
  const open = (file: string): AsyncIterable<Uint8Array> => readChunks(path.join(raw, file));
  const readLayer = layerReader((file) => readAll(open(file)));
  const context = { limits: limitsFor(maxTextBytes), readLayer };
  const sink = openLines(part);
  for (const source of sources) {
    try {
      for await (const record of ingest({ ...source, open: () => open(source.path) }, context)) {
        sink.write(JSON.stringify(record));
      }
    } catch (error) {
      sink.write(JSON.stringify(failure(source.path, 'ingest', null, error)));
    }
  }
  sink.close();
  return sources.length;
}

async function readAll(chunks: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  for await (const chunk of chunks) parts.push(chunk);
  return Buffer.concat(parts);
}
