/** A number that sorts among others of its kind as a string: ten digits. */
export const fixed = (number: number): string => String(number).padStart(10, '0');

/**
 * Sorted lines of a key, what sorts within it and a value, parted by tabs: the values of each key. A group is read
 * before the next is asked for.
 */
export function* groupsOf(lines: Iterable<string>): Generator<readonly [key: string, values: Iterable<string>]> {
  const rest = lines[Symbol.iterator]();
  let next = rest.next();
  while (!next.done) {
    const line = next.value;
    const prefix = line.slice(0, line.indexOf('\t') + 1);
    const values = (function* (): Generator<string> {
      while (!next.done && next.value.startsWith(prefix)) {
        const { value } = next;
        yield value.slice(value.lastIndexOf('\t') + 1);
        next = rest.next();
      }
    })();
    yield [prefix.slice(0, -1), values];
    // What nobody read is passed over.
    for (const _ of values);
  }
}
