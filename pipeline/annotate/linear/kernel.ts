import { bytesFor, fillBuckets } from './buckets.ts';
import { kernelBytes } from './kernel-bytes.ts';
import { packTemplates, type Template } from './templates.ts';

/** Sums of feature rows, in WebAssembly. Its arrays are windows on its memory; a decision overwrites the one before. */
interface Kernel {
  /** The features of one decision; room for 512. */
  readonly keys: Int32Array;
  /** One integer a label; room for 256. */
  readonly scores: Int32Array;
  /** What the templates look at; room for 256. */
  readonly values: Int32Array;
  /** Writes the keys of a set of templates over the values behind the first `count`, and returns how many there are then. */
  hash(set: number, count: number): number;
}

/** Weights of any number of labels. */
export interface RowKernel extends Kernel {
  /** Adds what the first `count` keys say to the scores. */
  add(count: number): void;
}

/** Weights of two alternatives. */
export interface HalvesKernel extends Kernel {
  /** Sets the first two scores to what the first `count` keys say. */
  sum(count: number): void;
}

/** Features and their weights: rows of pairs, one behind the other. */
export interface Rows {
  readonly keys: Int32Array;
  /** Number of pairs of each row, below 255. */
  readonly lengths: Uint8Array;
  /** Weight * 256 + label, labels ascending; a weight fits 16 bits. */
  readonly pairs: Int32Array;
}

/** Features and what each says for the first alternative (upper 16 bits) and the second (lower). */
export interface Halves {
  readonly keys: Int32Array;
  readonly values: Int32Array;
}

/** Rows longer than this hold a weight for every label, side by side: eight are added at a time. */
const longest = 12;
const longMark = 255;

const scoresAt = 2048;
const valuesAt = 3072;
const templatesAt = 6144;
const mapAt = 10_240;
const page = 65_536;

interface Exports {
  hash(block: number, end: number, count: number): number;
  addRows(count: number, mask: number, short: number, long: number, width: number): void;
  addHalves(count: number, mask: number): void;
}

const compiled = new WebAssembly.Module(Buffer.from(kernelBytes, 'base64'));

/** Loads rows of weights, and sets of templates of their features. */
export function rowKernel(rows: Rows, sets: readonly (readonly Template[])[]): RowKernel {
  const { values, shortPairs, longRows, stride } = placesOf(rows);
  const shortAt = mapAt + bytesFor(rows.keys.length);
  const longAt = shortAt + Math.ceil((shortPairs * 4) / 16) * 16;
  const { mask, kernel, exports, buffer } = open(rows.keys, values, sets, longAt + longRows * stride * 2);
  fill(rows, values, new Int32Array(buffer, shortAt), new Int16Array(buffer, longAt), stride);
  return { ...kernel, add: (count) => exports.addRows(count, mask, shortAt, longAt, stride * 2) };
}

/** Loads keys whose values hold two weights of 16 bits, and sets of templates. */
export function halvesKernel({ keys, values }: Halves, sets: readonly (readonly Template[])[]): HalvesKernel {
  const { mask, kernel, exports } = open(keys, values, sets, mapAt + bytesFor(keys.length));
  return { ...kernel, sum: (count) => exports.addHalves(count, mask) };
}

/** A kernel with so many bytes of memory, in which templates and map are laid down. */
function open(keys: Int32Array, values: Int32Array, sets: readonly (readonly Template[])[], bytes: number) {
  const memory = new WebAssembly.Memory({ initial: Math.ceil(bytes / page) });
  const { buffer } = memory;
  const mask = fillBuckets(keys, values, new Int32Array(buffer, mapAt, bytesFor(keys.length) / 4));
  const places = layTemplates(sets, new Int32Array(buffer, templatesAt, (mapAt - templatesAt) / 4));
  const exports = new WebAssembly.Instance(compiled, { weights: { memory } }).exports as unknown as Exports;
  const kernel: Kernel = {
    keys: new Int32Array(buffer, 0, 512),
    scores: new Int32Array(buffer, scoresAt, 256),
    values: new Int32Array(buffer, valuesAt, 256),
    hash: (set, count) => exports.hash(places[set]!, places[set + 1]!, count),
  };
  return { mask, kernel, exports, buffer };
}

/** Where each set of templates begins, and where the last one ends. */
function layTemplates(sets: readonly (readonly Template[])[], room: Int32Array): number[] {
  const packed = sets.map(packTemplates);
  room.set(packed.flat());
  let end = templatesAt;
  return [end, ...packed.map((blocks) => (end += blocks.length * 4))];
}

/** What the map says of each row: start * 256 + length of a short one, number * 256 + mark of a long one. */
function placesOf({ lengths, pairs }: Rows): {
  values: Int32Array;
  shortPairs: number;
  longRows: number;
  stride: number;
} {
  const values = new Int32Array(lengths.length);
  let [shortPairs, longRows, highest] = [0, 0, 0];
  for (let row = 0; row < lengths.length; row++) {
    const length = lengths[row]!;
    if (length > longest) values[row] = (longRows++ << 8) | longMark;
    else {
      values[row] = (shortPairs << 8) | length;
      shortPairs += length;
    }
  }
  for (let at = 0; at < pairs.length; at++) {
    const label = pairs[at]! & 0xff;
    if (label > highest) highest = label;
  }
  return { values, shortPairs, longRows, stride: 8 * Math.ceil((highest + 1) / 8) };
}

function fill({ lengths, pairs }: Rows, values: Int32Array, short: Int32Array, long: Int16Array, stride: number): void {
  for (let row = 0, from = 0; row < lengths.length; from += lengths[row++]!) {
    const place = values[row]! >>> 8;
    const isLong = (values[row]! & 0xff) === longMark;
    for (let at = 0; at < lengths[row]!; at++) {
      const pair = pairs[from + at]!;
      if (isLong) long[place * stride + (pair & 0xff)] = pair >> 8;
      else short[place + at] = pair;
    }
  }
}
