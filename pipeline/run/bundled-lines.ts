/**
 * Texts by name as one string: what a thread hands back, and what the cache keeps. Whoever takes it copies whole stretches
 * instead of looking at each line. A head names each text with its length, in bytes of UTF-8.
 */
export function bundleTexts(texts: Iterable<readonly [name: string, text: string]>): string {
  const all = [...texts];
  const head = all.map(([name, text]) => [name, Buffer.byteLength(text)]);
  return `${JSON.stringify(head)}\n${all.map(([, text]) => text).join('')}`;
}

/** The texts of a bundle, as bytes. */
export function* openBundle(bundle: Buffer): Generator<readonly [name: string, bytes: Buffer]> {
  let start = bundle.indexOf(10) + 1;
  for (const [name, length] of JSON.parse(bundle.toString('utf8', 0, start)) as [string, number][]) {
    yield [name, bundle.subarray(start, start + length)];
    start += length;
  }
}
