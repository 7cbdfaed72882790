/** Lines in the order of their UTF-16 units, kept from run to run. */
export interface Kept {
  /** Lines of before that begin so. */
  under(prefix: string): string[];
  /** Puts others in the place of the lines that begin so. Prefixes come ascending; none begins with another. */
  change(prefix: string, toOthers: (before: readonly string[]) => Iterable<string>): void;
  /** All lines as they are now; nothing changes any more. */
  lines(): Iterable<string>;
  /** Lines of now that begin so; nothing changes any more. */
  find(prefix: string): string[];
}

/** Bytes that grow at their end and are read anywhere, kept from run to run. */
export interface KeptBytes {
  readonly size: number;
  append(bytes: Uint8Array): void;
  read(start: number, length: number): Uint8Array;
}

/** What an earlier run of the same code left, and what this one leaves. What is damaged throws `Damaged` when it is read. */
export interface Shelf {
  /** Is there something of before? */
  readonly isFilled: boolean;
  lines(name: string): Kept;
  /** Bytes of before, or new ones in their place. */
  bytes(name: string, areNew?: boolean): KeptBytes;
  /** Numbers of before; null where there are none. */
  numbers(name: string): Uint32Array | null;
  keep(name: string, values: Uint32Array): void;
  /** From here on this is what the next run finds. */
  commit(): void;
}

/** What was kept is not what was written. */
export class Damaged extends Error {
  override readonly name = 'Damaged';
}
