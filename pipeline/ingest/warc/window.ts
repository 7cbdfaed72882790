/** A stream that can be looked into before it is taken. Holds what was looked at and a chunk more. */
export class Window {
  readonly #source: AsyncIterator<Uint8Array>;
  #held: Buffer = Buffer.alloc(0);
  #isOver = false;
  /** Bytes taken so far. */
  offset = 0;
  /** What reading the stream ended with, where it ended so; what was read before can be taken all the same. */
  failure: unknown;

  constructor(chunks: AsyncIterable<Uint8Array>) {
    this.#source = chunks[Symbol.asyncIterator]();
  }

  /** What is held, at least so many bytes where there are as many. Not to be kept: the next call may give others. */
  async look(bytes: number): Promise<Buffer> {
    if (this.#held.length >= bytes) return this.#held;
    const parts: Uint8Array[] = [this.#held];
    let size = this.#held.length;
    while (size < bytes && !this.#isOver) {
      const chunk = await this.#next();
      if (chunk) {
        parts.push(chunk);
        size += chunk.length;
      } else this.#isOver = true;
    }
    this.#held = Buffer.concat(parts);
    return this.#held;
  }

  async #next(): Promise<Uint8Array | null> {
    try {
      const next = await this.#source.next();
      return next.done ? null : next.value;
    } catch (error) {
      this.failure = error;
      return null;
    }
  }

  /** Takes so many of the bytes that are held. */
  take(bytes: number): Buffer {
    const taken = this.#held.subarray(0, bytes);
    this.#held = this.#held.subarray(bytes);
    this.offset += taken.length;
    return taken;
  }

  /** Passes over bytes without holding them; says how many there were. */
  async skip(bytes: number): Promise<number> {
    let left = bytes;
    while (left > 0 && (await this.look(1)).length > 0) left -= this.take(left).length;
    return bytes - left;
  }

  /** Gives bytes back that were taken last. */
  untake(bytes: Uint8Array): void {
    this.#held = Buffer.concat([bytes, this.#held]);
    this.offset -= bytes.length;
  }
}
