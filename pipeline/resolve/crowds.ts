/** More lines than this are not held at once: a crowd is parted further. */
const most = 10_000;

/** Claims that are joined with each other, without their keys. */
export type Crowd = readonly [kind: string, values: string[]];

/**
 * Groups of sorted claims: those of a kind that share the coarsest key, or, where these are too many, the coarsest that few
 * enough share. Fields are parted by tabs: the kind, keys from coarse to fine, a value. Gives kinds and values.
 */
export function* crowdsOf(lines: Iterable<string>, limit = most): Generator<Crowd> {
  const ahead = lookahead(lines);
  const crowded: string[] = [];
  for (let line = ahead.first(); line !== undefined; line = ahead.first()) {
    const prefixes = prefixesOf(line);
    let count = 0;
    for (const [level, prefix] of prefixes.entries()) {
      if (crowded[level] === prefix) continue;
      const isFinest = level === prefixes.length - 1;
      count = ahead.count(prefix, isFinest ? Number.POSITIVE_INFINITY : limit);
      if (isFinest || count <= limit) break;
      crowded[level] = prefix;
    }
    const kind = line.slice(0, line.indexOf('\t'));
    yield [kind, ahead.take(count).map((each) => each.slice(each.lastIndexOf('\t') + 1))];
  }
}

/** What claims begin with that share the kind and one key, two keys, all. */
function prefixesOf(line: string): string[] {
  const prefixes: string[] = [];
  for (let at = line.indexOf('\t', line.indexOf('\t') + 1); at !== -1; at = line.indexOf('\t', at + 1)) {
    prefixes.push(line.slice(0, at + 1));
  }
  return prefixes;
}

/** Lines that were read ahead of those that were taken. */
function lookahead(lines: Iterable<string>) {
  const rest = lines[Symbol.iterator]();
  let held: string[] = [];
  let from = 0;
  const at = (index: number): string | undefined => {
    while (held.length - from <= index) {
      const { done, value } = rest.next();
      if (done) return undefined;
      held.push(value);
    }
    return held[from + index];
  };
  return {
    first: () => at(0),
    /** How many of the next lines begin so; counting ends past the limit. */
    count(prefix: string, limit: number): number {
      let count = 0;
      while (count <= limit && at(count)?.startsWith(prefix)) count++;
      return count;
    },
    take(count: number): string[] {
      const taken = held.slice(from, from + count);
      from += count;
      if (2 * from > held.length) {
        held = held.slice(from);
        from = 0;
      }
      return taken;
    },
  };
}
