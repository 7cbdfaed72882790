import path from 'node:path';
import { openLines, readChunks } from '../files.ts';
import { ingest } from '../ingest/index.ts';
import type { Stretch } from '../ingest/jsonl/stretches.ts';
import { layerReader } from '../ingest/layers.ts';
import type { ListedSource } from '../ingest/listing.ts';
import { limitsFor } from '../ingest/source.ts';
import { failure } from './failure.ts';

/** A source, or a stretch of one that holds an article a line. */
export interface SourcePart extends ListedSource {
  readonly stretch?: Stretch | undefined;
}

/** What a worker is told. */
export interface IngestTask {
  readonly raw: string;
  readonly sources: readonly SourcePart[];
  readonly part: string;
  readonly maxTextBytes: number;
}

/** Reads some sources and writes what they give to a part file; gives the number of those that it began. */
export async function ingestPart({ raw, sources, part, maxTextBytes }: IngestTask): Promise<number> {
  const open = (file: string, stretch?: Stretch): AsyncIterable<Uint8Array> =>
    readChunks(path.join(raw, file), stretch);
  const readLayer = layerReader((file) => readAll(open(file)));
  const context = { limits: limitsFor(maxTextBytes), readLayer };
  const sink = openLines(part);
  for (const { stretch, ...source } of sources) {
    const opened = { ...source, firstLine: stretch?.firstLine, open: () => open(source.path, stretch) };
    try {
      for await (const record of ingest(opened, context)) sink.write(JSON.stringify(record));
    } catch (error) {
      sink.write(JSON.stringify(failure(source.path, 'ingest', null, error)));
    }
  }
  sink.close();
  return sources.filter(({ stretch }) => (stretch?.firstLine ?? 1) === 1).length;
}

async function readAll(chunks: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  for await (const chunk of chunks) parts.push(chunk);
  return Buffer.concat(parts);
}
