/** Things in order, so many at a time that their sizes together reach `most`. */
export function* inBatches<T>(things: Iterable<T>, most: number, sizeOf: (thing: T) => number): Generator<T[]> {
  let batch: T[] = [];
  let size = 0;
  for (const thing of things) {
    batch.push(thing);
    size += sizeOf(thing);
    if (size < most) continue;
    yield batch;
    batch = [];
    size = 0;
  }
  if (batch.length > 0) yield batch;
}
