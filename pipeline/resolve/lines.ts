/** A number that sorts among others of its kind as a string: ten digits. */
export const fixed = (number: number): string => String(number).padStart(10, '0');

/** What a line begins with: so many fields, each with the tab behind it. */
export function leading(line: string, fields: number): string {
  let end = 0;
  for (let i = 0; i < fields; i++) end = line.indexOf('\t', end) + 1;
  return line.slice(0, end);
}

/** Sorted lines by what they begin with. One group is held at a time; of a line that is no more than its beginning it is told alone. */
export function* groupsOf(
  lines: Iterable<string>,
  beginningOf: (line: string) => string,
): Generator<readonly [beginning: string, lines: string[]]> {
  for (const [beginning, group] of flowingGroupsOf(lines, beginningOf)) yield [beginning, [...group]];
}

/** The same, a line at a time: a group is read before the next is asked for. */
export function* flowingGroupsOf(
  lines: Iterable<string>,
  beginningOf: (line: string) => string,
): Generator<readonly [beginning: string, lines: Iterable<string>]> {
  const rest = lines[Symbol.iterator]();
  let next = rest.next();
  while (!next.done) {
    const beginning = beginningOf(next.value);
    const group = (function* (): Generator<string> {
      while (!next.done && next.value.startsWith(beginning)) {
        const { value } = next;
        if (value !== beginning) yield value;
        next = rest.next();
      }
    })();
    yield [beginning, group];
    // What nobody read is passed over.
    for (const _ of group);
  }
}

/** Two ascending lists as one. */
export function* mergedLines(a: readonly string[], b: Iterable<string>): Generator<string> {
  let at = 0;
  for (const line of b) {
    while (at < a.length && a[at]! < line) yield a[at++]!;
    yield line;
  }
  for (; at < a.length; at++) yield a[at]!;
}

/** A part of a line that does not hold the line in memory, nor what that was read with. */
export const alone = (part: string): string => Buffer.from(part, 'utf16le').toString('utf16le');
