/** Writes unsigned and signed integers of any size below 2^32 in seven-bit groups. */
export class ByteWriter {
  #bytes = new Uint8Array(1 << 16);
  #length = 0;

  unsigned(value: number): void {
    let rest = value >>> 0;
    while (rest >= 0x80) {
      this.#push((rest & 0x7f) | 0x80);
      rest >>>= 7;
    }
    this.#push(rest);
  }

  /** Small absolute values take few bytes. */
  signed(value: number): void {
    this.unsigned((value << 1) ^ (value >> 31));
  }

  text(value: string): void {
    const bytes = new TextEncoder().encode(value);
    this.unsigned(bytes.length);
    this.bytes(bytes);
  }

  bytes(values: Uint8Array): void {
    for (const byte of values) this.#push(byte);
  }

  finish(): Uint8Array {
    return this.#bytes.slice(0, this.#length);
  }

  #push(byte: number): void {
    if (this.#length === this.#bytes.length) {
      const larger = new Uint8Array(this.#bytes.length * 2);
      larger.set(this.#bytes);
      this.#bytes = larger;
    }
    this.#bytes[this.#length++] = byte;
  }
}

/** Reads what ByteWriter wrote; throws at the end of the bytes. */
export class ByteReader {
  #at = 0;
  readonly #bytes: Uint8Array;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  get position(): number {
    return this.#at;
  }

  unsigned(): number {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = this.#bytes[this.#at++];
      if (byte === undefined) throw new RangeError(`model: ends inside a number at byte ${this.#at - 1}; rebuild it`);
      value |= (byte & 0x7f) << shift;
      if (byte < 0x80) return value >>> 0;
    }
  }

  signed(): number {
    const value = this.unsigned();
    return (value >>> 1) ^ -(value & 1);
  }

  text(): string {
    return new TextDecoder().decode(this.bytes(this.unsigned()));
  }

  /** The next so many bytes, not copied. */
  bytes(length: number): Uint8Array {
    const from = this.#at;
    if (from + length > this.#bytes.length)
      throw new RangeError(`model: ends before byte ${from + length}; rebuild it`);
    this.#at += length;
    return this.#bytes.subarray(from, this.#at);
  }
}
