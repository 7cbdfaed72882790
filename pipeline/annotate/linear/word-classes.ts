import { ByteReader, ByteWriter } from './bytes.ts';
import { openModel } from './model.ts';

/** Classes of words learned from more text than any annotated set holds, by the hashes of words in small letters; 0 stands for none. */
export interface WordClasses {
  /** Brown cluster: words that stand in like places. */
  readonly cluster: (lower: number) => number;
  /** Words of like texts: topic of the word as it is written with a capital. */
  readonly topic: (lower: number) => number;
}

/** A word's key and classes as they are written. */
export interface ClassedWord {
  readonly key: number;
  readonly cluster: number;
  readonly topic: number;
}

/** Hashes keep so many bits here: a word in no list is taken for one in a list once in a hundred times, and the file is half as large. */
const keyBits = 26;
const bucketBits = 16;
const perBucket = keyBits - bucketBits;

/** The key of a word, given its hash. */
export function classKey(hash: number): number {
  return hash >>> (32 - keyBits);
}

/** Words with ascending keys as bytes, which `loadWordClasses` reads once they are packed. */
export function writeClasses(words: readonly ClassedWord[]): Uint8Array {
  const writer = new ByteWriter();
  writer.unsigned(words.length);
  let previous = 0;
  for (const { key } of words) {
    writer.unsigned(key - previous);
    previous = key;
  }
  for (const { cluster } of words) writer.unsigned(cluster);
  for (const { topic } of words) writer.unsigned(topic);
  return writer.finish();
}

/** Reads the bytes of `resources/models/words.bin`; throws when they are not classes of words. */
export function loadWordClasses(bytes: Uint8Array): WordClasses {
  const reader = new ByteReader(openModel(bytes, 'words').body);
  const count = reader.unsigned();
  const rests = new Uint16Array(count);
  const starts = new Uint32Array((1 << bucketBits) + 1);
  let key = 0;
  for (let at = 0; at < count; at++) {
    key += reader.unsigned();
    rests[at] = key & ((1 << perBucket) - 1);
    starts[(key >>> perBucket) + 1] = at + 1;
  }
  for (let bucket = 1; bucket < starts.length; bucket++)
    starts[bucket] = Math.max(starts[bucket]!, starts[bucket - 1]!);
  const [clusters, topics] = [columnOf(reader, count), columnOf(reader, count)];
  const find = (hash: number): number => {
    const wanted = classKey(hash);
    const rest = wanted & ((1 << perBucket) - 1);
    const bucket = wanted >>> perBucket;
    for (let at = starts[bucket]!; at < starts[bucket + 1]!; at++) if (rests[at] === rest) return at;
    return -1;
  };
  const classOf = (classes: Uint16Array) => (lower: number) => {
    const at = find(lower);
    return at < 0 ? 0 : classes[at]!;
  };
  return { cluster: classOf(clusters), topic: classOf(topics) };
}

function columnOf(reader: ByteReader, count: number): Uint16Array {
  const column = new Uint16Array(count);
  for (let at = 0; at < count; at++) column[at] = reader.unsigned();
  return column;
}
