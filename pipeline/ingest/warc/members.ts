import { constants, crc32, createInflateRaw, type InflateRaw, inflateRawSync } from 'node:zlib';
import { Refusal } from '../refusal.ts';
import type { Limits } from '../source.ts';
import { gzipHeadLength } from './gzip-head.ts';
import type { Window } from './window.ts';

/** Bytes that stand by themselves: what is broken in them ends with them. Reading them throws a `Refusal` where they break off. */
export type Segment = AsyncIterable<Uint8Array>;

/**
 * The gzip members of a file, each inflated by itself: archives compress every record alone. Each is to be read to its end
 * before the next. Behind a broken one it goes on with the next that begins like a record.
 */
export async function* membersOf(input: Window, path: string, limits: Limits): AsyncGenerator<Segment> {
  while ((await input.look(1)).length > 0) {
    const member = new Member(input, path, limits);
    yield member.inflated();
    if (member.isBroken) await toNextStart(input);
  }
}

/** Compressed bytes that are inflated in one go: they may become a thousand times as many. */
const stepBytes = 1 << 14;
/** Below this many inflated bytes the ratio says nothing. */
const ratioFrom = 1 << 20;

class Member {
  isBroken = false;
  readonly #kept: Uint8Array[] = [];
  #received = 0;

  readonly input: Window;
  readonly path: string;
  readonly limits: Limits;

  constructor(input: Window, path: string, limits: Limits) {
    this.input = input;
    this.path = path;
    this.limits = limits;
  }

  async *inflated(): AsyncGenerator<Uint8Array> {
    const start = this.input.offset;
    try {
      yield* this.#body();
    } catch (error) {
      this.isBroken = true;
      // What was read of it may hold the beginning of the next.
      this.input.untake(Buffer.concat(this.#kept));
      await this.input.skip(Math.max(start + 1 - this.input.offset, 0));
      if (error instanceof Refusal) throw error;
      const reason = error instanceof Error ? error.message : String(error);
      throw new Refusal('corrupt_gzip', `${this.path}: broken gzip from byte ${start} on (${reason}); fetch it again`);
    }
  }

  async *#body(): AsyncGenerator<Uint8Array> {
    const head = gzipHeadLength(await this.input.look(1 << 16));
    if (head === null) throw new Error('no gzip header');
    this.#take(head);
    const inflater = createInflateRaw();
    let failed: (error: Error) => void = () => undefined;
    inflater.on('error', (error) => failed(error));
    const written = (chunk: Uint8Array): Promise<void> =>
      new Promise((resume, reject) => {
        failed = reject;
        inflater.write(chunk, () => resume());
      });
    try {
      let inflated = 0;
      let sum = 0;
      const parts: Uint8Array[] = [];
      inflater.on('data', (part: Uint8Array) => parts.push(part));
      for (let isOver = false; !isOver; ) {
        isOver = await this.#step(inflater, written);
        for (const part of parts.splice(0)) {
          inflated += part.length;
          sum = crc32(part, sum);
          yield part;
        }
        if (inflated > ratioFrom && inflated > this.limits.inflationRatio * this.#received) throw this.#bomb();
      }
      await this.#checkEnd(sum, inflated);
    } finally {
      inflater.close();
    }
  }

  /** Inflates some more; has the member ended? */
  async #step(inflater: InflateRaw, written: (chunk: Uint8Array) => Promise<void>): Promise<boolean> {
    const held = await this.input.look(1);
    if (held.length === 0) throw new Error('it ends too early');
    const chunk = this.#take(Math.min(held.length, stepBytes));
    const before = inflater.bytesWritten;
    await written(chunk);
    const over = chunk.length - (inflater.bytesWritten - before);
    if (over === 0) return false;
    this.#untake(over);
    return true;
  }

  async #checkEnd(sum: number, inflated: number): Promise<void> {
    const end = await this.input.look(8);
    if (end.length < 8) throw new Error('it ends too early');
    const isRight = end.readUInt32LE(0) === sum && end.readUInt32LE(4) === inflated % 2 ** 32;
    if (!isRight) throw new Error('its checksum is another');
    this.#take(8);
  }

  /** Takes bytes and keeps them, as many as a record may have, to look at them again where the member is broken. */
  #take(bytes: number): Uint8Array {
    const taken = Buffer.from(this.input.take(bytes));
    this.#received += taken.length;
    this.#kept.push(taken);
    let size = this.#kept.reduce((sum, { length }) => sum + length, 0);
    while (size > this.limits.fileBytes + stepBytes) size -= this.#kept.shift()!.length;
    return taken;
  }

  #untake(bytes: number): void {
    const last = this.#kept.pop()!;
    this.#received -= bytes;
    this.input.untake(last.subarray(last.length - bytes));
    this.#kept.push(last.subarray(0, last.length - bytes));
  }

  #bomb(): Refusal {
    const { inflationRatio } = this.limits;
    return new Refusal(
      'gzip_bomb',
      `${this.path}: ${this.#received} bytes inflate to more than ${inflationRatio} times as many; send it uncompressed if it is meant`,
    );
  }
}

const magic = Buffer.from([0x1f, 0x8b, 0x08]);
/** Compressed bytes in which the first words of a record are looked for. */
const glance = 1 << 10;

/** Passes over bytes up to the next member that begins like a record, or to the end. */
async function toNextStart(input: Window): Promise<void> {
  for (;;) {
    const held = await input.look(1 << 16);
    if (held.length === 0) return;
    const at = held.indexOf(magic);
    if (at === -1) {
      await input.skip(held.length < magic.length ? held.length : held.length - magic.length + 1);
      continue;
    }
    await input.skip(at);
    if (beginsRecord(await input.look(glance))) return;
    await input.skip(1);
  }
}

function beginsRecord(bytes: Buffer): boolean {
  const head = gzipHeadLength(bytes);
  if (head === null) return false;
  try {
    const options = { finishFlush: constants.Z_SYNC_FLUSH, maxOutputLength: 1 << 22 };
    return inflateRawSync(bytes.subarray(head, glance), options).toString('latin1', 0, 5) === 'WARC/';
  } catch {
    return false;
  }
}
