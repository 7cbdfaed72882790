import { pipeline, Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { Refusal } from './refusal.ts';
import type { Limits } from './source.ts';

/** Below this many inflated bytes the ratio says nothing. */
const ratioFrom = 1024 * 1024;

/** Inflates, chunk by chunk, and stops at the first sign of a bomb. */
export async function* gunzip(
  chunks: AsyncIterable<Uint8Array>,
  path: string,
  limits: Limits,
): AsyncGenerator<Uint8Array> {
  let received = 0;
  let inflated = 0;
  async function* counted(): AsyncGenerator<Uint8Array> {
    for await (const chunk of chunks) {
      received += chunk.length;
      yield chunk;
    }
  }
  const inflater = createGunzip();
  // Its errors reach the loop below through the inflater, which the pipeline destroys with them.
  pipeline(Readable.from(counted()), inflater, () => {});
  try {
    for await (const chunk of inflater as AsyncIterable<Uint8Array>) {
      inflated += chunk.length;
      if (inflated > ratioFrom && inflated > limits.inflationRatio * received) throw bomb(path, received, limits);
      yield chunk;
    }
  } catch (error) {
    if (error instanceof Refusal) throw error;
    const { message } = error as Error;
    throw new Refusal(
      'corrupt_gzip',
      `${path}: not gzip, or cut short, before byte ${received} (${message}); fetch it again`,
    );
  } finally {
    inflater.destroy();
  }
}

const bomb = (path: string, received: number, { inflationRatio }: Limits): Refusal =>
  new Refusal(
    'gzip_bomb',
    `${path}: ${received} bytes inflate to more than ${inflationRatio} times as many; send it uncompressed if it is meant`,
  );
