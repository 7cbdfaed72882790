import { type Received, receive } from './bytes.ts';
import type { InputFormat, OpenSource, Outcome } from './format.ts';
import { formatOf, inputFormats } from './formats.ts';
import { gunzip } from './gunzip.ts';
import { jsonl } from './jsonl/index.ts';
import { type MetadataLayer, type ReadLayer, stated } from './layers.ts';
import { isGzip } from './names.ts';
import { Refusal, rejectOf } from './refusal.ts';
import type { Limits, Source } from './source.ts';

/** What `ingest` is given besides the source. */
export interface IngestContext {
  readonly limits: Limits;
  /** Made by `layerReader`. */
  readonly readLayer: ReadLayer;
}

/** Reads a source: its articles, the rejects with their reasons, and remarks. Every source gives an article or a reject. */
export async function* ingest(source: Source, context: IngestContext): AsyncGenerator<Outcome> {
  const received = receive(source);
  try {
    if (source.problem) throw new Refusal(source.problem.code, `${source.path}: ${source.problem.message}`);
    const format = formatOf(source.path) ?? unknownFormat(source.path);
    const layers = await Promise.all(source.metadata.map((file) => context.readLayer(file)));
    for (const { warnings } of layers) yield* warnings;
    yield* format.read(opened(source, format, received, layers, context.limits));
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    yield rejectOf({
      source_file: source.path,
      record: null,
      stage: 'ingest',
      reason_code: error.code,
      message: error.message,
      source_sha256: source.problem ? null : await received.digest(),
    });
  } finally {
    await received.close();
  }
}

/** Reads records as in a `.jsonl` file from a stream that has a name but no metadata files: `tearsheet ingest` on standard input. */
export async function* ingestLines(
  chunks: AsyncIterable<Uint8Array>,
  name: string,
  limits: Limits,
): AsyncGenerator<Outcome> {
  const source: Source = { path: `${name}${jsonl.extensions[1]}`, metadata: [], open: () => chunks };
  yield* ingest(source, { limits, readLayer: () => Promise.reject(new Error('a stream has no metadata files')) });
}

function opened(
  { path, firstLine = 1 }: Source,
  format: InputFormat,
  received: Received,
  layers: readonly MetadataLayer[],
  limits: Limits,
): OpenSource {
  return {
    path,
    firstLine,
    chunks: isGzip(path) && !format.inflates ? gunzip(received.chunks, path, limits) : received.chunks,
    digest: received.digest,
    sidecar: layers.filter(({ role }) => role === 'sidecar'),
    defaults: layers.filter(({ role }) => role === 'defaults'),
    encoding: stated(layers, 'encoding')?.value ?? null,
    limits,
  };
}

function unknownFormat(path: string): never {
  const known = inputFormats.flatMap(({ extensions }) => extensions).join(' ');
  throw new Refusal(
    'unknown_format',
    `${path}: not a format that is read (${known}, each also .gz); convert or remove it`,
  );
}
