import { brotliCompressSync, brotliDecompressSync, constants } from 'node:zlib';
import { z } from 'zod';
import { ByteReader, ByteWriter } from './bytes.ts';

const headerSchema = z.object({
  kind: z.string(),
  labels: z.array(z.string()),
  about: z.record(z.string(), z.unknown()),
});

/** What a file of weights says about itself. */
export type ModelHeader = z.infer<typeof headerSchema>;

/** Header and compressed body as one file. */
export function packModel(header: ModelHeader, body: Uint8Array): Uint8Array {
  const writer = new ByteWriter();
  writer.text(JSON.stringify(header));
  const head = writer.finish();
  const packed = brotliCompressSync(body, {
    params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: body.length },
  });
  const bytes = new Uint8Array(head.length + packed.length);
  bytes.set(head);
  bytes.set(packed, head.length);
  return bytes;
}

/** Header and decompressed body; throws when the file is of another kind. */
export function openModel(bytes: Uint8Array, kind: string): { header: ModelHeader; body: Uint8Array } {
  const reader = new ByteReader(bytes);
  const header = headerSchema.parse(JSON.parse(reader.text()));
  if (header.kind !== kind)
    throw new TypeError(`model: expected ${kind}, found ${header.kind}; rebuild it with npm run models`);
  return { header, body: new Uint8Array(brotliDecompressSync(bytes.subarray(reader.position))) };
}
