import { ByteReader, ByteWriter } from './bytes.ts';
import { lookUp } from './int-map.ts';
import { openModel } from './model.ts';
import { readMap, writeMap } from './weights.ts';

/** Classes of words learned from more text than any treebank holds, by the hashes of words; 0 stands for none. */
export interface WordClasses {
  /** Place of a word in small letters in the columns below; 0 for words that are in no list, which have no class. */
  readonly find: (lower: number) => number;
  /** Brown cluster by place: words that stand in like positions. */
  readonly brown: Uint16Array;
  /** Group by Brown cluster: the first bits of its path in the tree of clusters. */
  readonly groups: Uint8Array;
  /** By place: words of like texts, as they are written with a capital. */
  readonly topic: Uint16Array;
  /** The cluster that news gives to the word as it is or in small letters, else the Brown cluster given, numbered behind those of news. */
  readonly cluster: (exact: number, lower: number, brown: number) => number;
}

/** A word's key and classes as they are written. */
export interface ClassedWord {
  readonly key: number;
  readonly brown: number;
  readonly topic: number;
}

/** What `writeClasses` writes. */
export interface Classes {
  /** With ascending keys. */
  readonly words: readonly ClassedWord[];
  /** Group of each Brown cluster, the first being that of none. */
  readonly groups: readonly number[];
  /** Hash of a word to the cluster that news gives it. */
  readonly news: ReadonlyMap<number, number>;
}

/** Hashes keep so many bits here: a word in no list is taken for one in a list once in a hundred times, and the file is half as large. */
const keyBits = 26;
const bucketBits = 16;
const perBucket = keyBits - bucketBits;
const restMask = (1 << perBucket) - 1;

/** The part of a word's hash that stands for it in the file. */
export function classKey(hash: number): number {
  return hash >>> (32 - keyBits);
}

/** The classes as bytes, which `loadWordClasses` reads once they are packed; throws where a bucket holds more than 255 words. */
export function writeClasses({ words, groups, news }: Classes): Uint8Array {
  const writer = new ByteWriter();
  writer.unsigned([...news.values()].reduce((most, cluster) => Math.max(most, cluster), 0));
  writeMap(writer, news);
  writer.unsigned(groups.length);
  for (const group of groups) writer.unsigned(group);
  writer.unsigned(words.length);
  writer.bytes(bucketSizes(words));
  for (const column of [
    words.map(({ key }) => key & restMask),
    words.map(({ brown }) => brown),
    words.map(({ topic }) => topic),
  ]) {
    writer.bytes(Uint8Array.from(column, (value) => value & 0xff));
    writer.bytes(Uint8Array.from(column, (value) => value >>> 8));
  }
  return writer.finish();
}

function bucketSizes(words: readonly ClassedWord[]): Uint8Array {
  const sizes = new Uint8Array(1 << bucketBits);
  for (const { key } of words) {
    if (++sizes[key >>> perBucket]! === 0) throw new RangeError('words: a bucket overflows; raise bucketBits');
  }
  return sizes;
}

/** Reads the bytes of `resources/models/words.bin`; throws when they are not classes of words. */
export function loadWordClasses(bytes: Uint8Array): WordClasses {
  const reader = new ByteReader(openModel(bytes, 'words').body);
  const offset = reader.unsigned();
  const news = readMap(reader);
  const groups = Uint8Array.from({ length: reader.unsigned() }, () => reader.unsigned());
  const count = reader.unsigned();
  const starts = readStarts(reader);
  const [rests, brown, topic] = [readColumn(reader, count), readColumn(reader, count), readColumn(reader, count)];
  const find = (lower: number): number => {
    const key = classKey(lower);
    const rest = key & restMask;
    const end = starts[(key >>> perBucket) + 1]!;
    for (let at = starts[key >>> perBucket]!; at < end; at++) if (rests[at] === rest) return at;
    return 0;
  };
  const cluster = (exact: number, lower: number, own: number): number =>
    lookUp(news, exact) || lookUp(news, lower) || (own && offset + own);
  return { find, brown, groups, topic, cluster };
}

/** First place of each bucket; places count from 1. */
function readStarts(reader: ByteReader): Uint32Array {
  const sizes = reader.bytes(1 << bucketBits);
  const starts = new Uint32Array(sizes.length + 1);
  starts[0] = 1;
  for (let bucket = 0; bucket < sizes.length; bucket++) starts[bucket + 1] = starts[bucket]! + sizes[bucket]!;
  return starts;
}

/** A column by place: the low bytes of all values, then the high ones. */
function readColumn(reader: ByteReader, count: number): Uint16Array {
  const [low, high] = [reader.bytes(count), reader.bytes(count)];
  const column = new Uint16Array(count + 1);
  for (let at = 0; at < count; at++) column[at + 1] = low[at]! | (high[at]! << 8);
  return column;
}
