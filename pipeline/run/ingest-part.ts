import path from 'node:path';
import { openSink, readChunks } from '../files.ts';
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

/** A part file and the bytes that the records of one source take in it. */
export type Taken = readonly [part: string, bytes: number];

/** Reads some sources and writes what they give to a part file, one after the other; gives what each took there. */
export async function ingestPart({ raw, sources, part, maxTextBytes }: IngestTask): Promise<Taken[]> {
  const open = (file: string, stretch?: Stretch): AsyncIterable<Uint8Array> =>
    readChunks(path.join(raw, file), stretch);
  const readLayer = layerReader((file) => readAll(open(file)));
  const context = { limits: limitsFor(maxTextBytes), readLayer };
  const sink = openSink(part);
  let bytes = 0;
  const write = (record: object): void => {
    const line = Buffer.from(`${JSON.stringify(record)}\n`);
    bytes += line.length;
    sink.write(line);
  };
  const taken: Taken[] = [];
  for (const { stretch, ...source } of sources) {
    const opened = { ...source, firstLine: stretch?.firstLine, open: () => open(source.path, stretch) };
    try {
      for await (const record of ingest(opened, context)) write(record);
    } catch (error) {
      write(failure(source.path, 'ingest', null, error));
    }
    taken.push([part, bytes]);
    bytes = 0;
  }
  sink.close();
  return taken;
}

async function readAll(chunks: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  for await (const chunk of chunks) parts.push(chunk);
  return Buffer.concat(parts);
}
