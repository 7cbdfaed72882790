/** Reads a file below `pipeline/resources/`; given by whoever may touch the disk. */
export type ReadResource = (path: string) => Uint8Array;

/** Lexicons, gazetteers and weights, parsed once a process. Nothing in it ever changes. */
export type Resources = Readonly<Record<string, never>>;

/** Parses everything below `pipeline/resources/` that the stages use. */
export function loadResources(_read: ReadResource): Resources {
  return {};
}
