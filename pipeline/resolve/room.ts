/** Takes lines in any order and gives them in that of their UTF-16 units. */
export interface Sorter {
  add(line: string): void;
  /** All lines, ascending. Once: what lay on the disk is gone afterwards. */
  sorted(): Iterable<string>;
}

/** Takes lines and gives them again as they came, as often as asked. */
export interface Spool {
  add(line: string): void;
  lines(): Iterable<string>;
  /** Gives the room back. */
  drop(): void;
}

/** Bytes that grow at their end and are read anywhere. */
export interface Bytes {
  readonly size: number;
  append(bytes: Uint8Array): void;
  read(start: number, length: number): Uint8Array;
  /** Gives the room back. */
  drop(): void;
}

/** Room for more than memory holds: a stage that joins the corpus asks for it and never knows where it lies. */
export interface Room {
  sorter(): Sorter;
  spool(): Spool;
  bytes(): Bytes;
}
