/**
 * Lines by the file they belong to, as one string: what a thread hands back. Whoever takes it copies whole stretches
 * instead of looking at each line. A head names each file with the length of its stretch, in UTF-16 units.
 */
export function bundleLines(files: ReadonlyMap<string, readonly string[]>): string {
  const stretches = [...files].map(([name, lines]) => [name, lines.map((line) => `${line}\n`).join('')] as const);
  const head = stretches.map(([name, text]) => [name, text.length]);
  return `${JSON.stringify(head)}\n${stretches.map(([, text]) => text).join('')}`;
}

/** The stretches of a bundle: name of the file, lines with their ends. */
export function* openBundle(bundle: string): Generator<readonly [name: string, text: string]> {
  let start = bundle.indexOf('\n') + 1;
  for (const [name, length] of JSON.parse(bundle.slice(0, start)) as [string, number][]) {
    yield [name, bundle.slice(start, start + length)];
    start += length;
  }
}
