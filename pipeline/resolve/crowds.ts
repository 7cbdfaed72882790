/** More lines than this are not held at once: a crowd is parted further. */
const most = 50_000;
const slots = 1 << 17;

/**
 * Groups of sorted lines that grow with the corpus are parted: each line has keys from coarse to fine, and its group is that
 * of the coarsest key which few enough share. Counts are kept by a hash: keys that share one may be parted early.
 */
export interface Crowds {
  /** Notes a line with these keys, each finer than the one before. */
  count(keys: readonly string[]): void;
  /** How many of the keys a line needs. */
  depthOf(keys: readonly string[]): number;
}

export function crowds(depth: number, limit = most): Crowds {
  const counts = Array.from({ length: depth - 1 }, () => new Uint32Array(slots));
  const visit = (keys: readonly string[], see: (level: number, slot: number) => boolean): number => {
    let hash = 0;
    for (let level = 0; level < depth - 1; level++) {
      hash = hashOf(keys[level]!, hash);
      if (see(level, hash & (slots - 1))) return level + 1;
    }
    return depth;
  };
  return {
    count: (keys) =>
      void visit(keys, (level, slot) => {
        counts[level]![slot]!++;
        return false;
      }),
    depthOf: (keys) => visit(keys, (level, slot) => counts[level]![slot]! <= limit),
  };
}

/** Groups of sorted lines whose first `depth` fields are keys, and the last a value. Each group is read before the next. */
export function* crowdsOf(lines: Iterable<string>, { depthOf }: Crowds, depth: number): Generator<Iterable<string>> {
  const rest = lines[Symbol.iterator]();
  let next = rest.next();
  while (!next.done) {
    const line = next.value;
    const keys = line.split('\t', depth);
    const prefix = `${keys.slice(0, depthOf(keys)).join('\t')}\t`;
    const values = (function* (): Generator<string> {
      while (!next.done && next.value.startsWith(prefix)) {
        const { value } = next;
        yield value.slice(value.lastIndexOf('\t') + 1);
        next = rest.next();
      }
    })();
    yield values;
    // What nobody read is passed over.
    for (const _ of values);
  }
}

function hashOf(text: string, seed: number): number {
  let hash = seed ^ 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return (hash ^ (hash >>> 15)) >>> 0;
}
