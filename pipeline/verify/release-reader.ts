/** The written bytes of a release. */
export interface ReleaseReader {
  /** Every path below the release, with forward slashes. */
  list(): readonly string[];
  has(path: string): boolean;
  /** Bytes of a file. */
  size(path: string): number;
  /** A file as a whole, or its bytes from `start` up to `end`; a table's file is never asked for as a whole. */
  read(path: string, start?: number, end?: number): Uint8Array;
  /** SHA-256 of a file as hex. */
  sha256(path: string): string;
}
