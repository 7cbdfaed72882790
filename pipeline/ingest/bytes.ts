import { createHash } from 'node:crypto';
import { Refusal } from './refusal.ts';
import type { Source } from './source.ts';

/** The bytes of a source while they are read. */
export interface Received {
  readonly chunks: AsyncIterable<Uint8Array>;
  /** Reads what is left, and gives the SHA-256 of all bytes; null where they could not be read. */
  digest(): Promise<string | null>;
  /** Stops reading. */
  close(): Promise<void>;
}

/** Opens a source. Leaving `chunks` early does not close it, so that `digest` can read on. */
export function receive(source: Source): Received {
  const hash = createHash('sha256');
  let digest: Promise<string | null> | undefined;
  let broken = false;
  async function* read(): AsyncGenerator<Uint8Array> {
    try {
      for await (const chunk of source.open()) {
        hash.update(chunk);
        yield chunk;
      }
    } catch (error) {
      broken = true;
      throw new Refusal(
        'unreadable',
        `${source.path}: cannot be read (${reasonOf(error)}); check the file and its rights`,
      );
    }
  }
  const reader = read();
  async function drain(): Promise<string | null> {
    try {
      while (!(await reader.next()).done);
    } catch {
      return null;
    }
    return broken ? null : hash.digest('hex');
  }
  return {
    chunks: { [Symbol.asyncIterator]: () => ({ next: () => reader.next() }) },
    digest: () => {
      digest ??= drain();
      return digest;
    },
    close: async () => {
      await reader.return(undefined);
    },
  };
}

/** What an error of the system says, without its path. */
export function reasonOf(error: unknown): string {
  const { code, message } = error as { code?: unknown; message?: unknown };
  return String(code ?? message ?? error);
}

/** All bytes together; refused beyond the limit. */
export async function collect(chunks: AsyncIterable<Uint8Array>, path: string, limit: number): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of chunks) {
    size += chunk.length;
    if (size > limit) throw tooLarge(path, limit);
    parts.push(chunk);
  }
  return Buffer.concat(parts);
}

/** The refusal of what is longer than a limit. */
export const tooLarge = (place: string, limit: number): Refusal =>
  new Refusal('too_large', `${place}: over the limit of ${limit} bytes; split it or raise the limit`);
