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
  let beginning = '';
  let group: string[] = [];
  for (const line of lines) {
    if (beginning === '' || !line.startsWith(beginning)) {
      if (beginning !== '') yield [beginning, group];
      beginning = beginningOf(line);
      group = [];
    }
    if (line !== beginning) group.push(line);
  }
  if (beginning !== '') yield [beginning, group];
}
