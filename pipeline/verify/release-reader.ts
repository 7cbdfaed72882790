/** The written bytes of a release. */
export interface ReleaseReader {
  /** Every path below the release, with forward slashes. */
  list(): readonly string[];
  read(path: string): Uint8Array;
}
