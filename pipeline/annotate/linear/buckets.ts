/** Keys in a bucket; their values follow them. */
const perBucket = 8;
const bucketBytes = perBucket * 8;

/** How many keys a bucket holds on average, at most: few are full then. */
const most = 4.25;

/** Buckets that so many keys take. */
function bucketsFor(keys: number): number {
  let buckets = 16;
  while (buckets * most < keys) buckets *= 2;
  return buckets;
}

/** Bytes of a map of so many keys. */
export function bytesFor(keys: number): number {
  return bucketsFor(keys) * bucketBytes;
}

/**
 * Lays a map down in memory that is all 0, `bytesFor` long, for `kernel.wat` to read, and returns its mask. The upper bits of a key say which bucket it
 * belongs to; where that is full, it is in the next one that is not. `keys` are distinct and not 0.
 */
export function fillBuckets(keys: Int32Array, values: Int32Array, cells: Int32Array): number {
  const buckets = bucketsFor(keys.length);
  const shift = Math.clz32(buckets - 1);
  for (let index = 0; index < keys.length; index++) {
    const key = keys[index]!;
    let bucket = key >>> shift;
    while (cells[bucket * 16 + perBucket - 1] !== 0) bucket = (bucket + 1) & (buckets - 1);
    let cell = bucket * 16;
    while (cells[cell] !== 0) cell++;
    cells[cell] = key;
    cells[cell + perBucket] = values[index]!;
  }
  return (buckets - 1) * bucketBytes;
}
