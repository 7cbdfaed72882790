import zlib from 'node:zlib';
import { type Columns, columnsOn, growingColumns, keepColumns } from './columns.ts';
import { asBytes } from './packed.ts';
import { Damaged, type KeptBytes, type Shelf } from './shelf.ts';

const names = ['starts', 'lengths', 'checksums', 'uids'] as const;

/** Shingles of all articles: the numbers lie on the disk, where those of each begin is held. */
export interface Shingles {
  lengthOf(article: number): number;
  /** Distinct, ascending. Throws `Damaged` where they are not what was kept. */
  of(article: number): Uint32Array;
  /** A number that no other article ever has, as long as this one stays as it is. */
  uidOf(article: number): number;
  /** Above all numbers that articles ever had. */
  readonly uids: number;
  keep(shelf: Shelf): void;
}

/** Shingles of before. */
export interface KnownShingles extends Shingles {
  readonly bytes: KeptBytes;
  readonly columns: Columns<(typeof names)[number]>;
}

/** Bytes of articles that are gone are borne up to so many. */
const leastWaste = 1 << 20;

/** Shingles of before; none where none were kept. */
export function shinglesOn(shelf: Shelf): KnownShingles {
  const columns = columnsOn(shelf, 'shingles', names);
  const bytes = shelf.bytes('shingles');
  return { ...shinglesFrom(columns, bytes, shelf.numbers('shingles-next')?.[0] ?? 0), bytes, columns };
}

/** Takes the shingles of articles in the order of the roll, those of before by the articles' numbers there. */
export function shinglesOf(
  before: KnownShingles,
  shelf: Shelf,
): { add(shingles: Uint32Array): void; copy(from: number, to: number): void; close(): Shingles } {
  const needed = before.columns.lengths.reduce((sum, length) => sum + 4 * length, 0);
  const isWasteful = before.bytes.size > Math.max(2 * needed, leastWaste);
  const bytes = isWasteful ? shelf.bytes('shingles', true) : before.bytes;
  const columns = growingColumns(names);
  let next = before.uids;
  const write = (shingles: Uint32Array, uid: number): void => {
    const all = asBytes(shingles);
    columns.push({ starts: bytes.size / 4, lengths: shingles.length, checksums: zlib.crc32(all), uids: uid });
    bytes.append(all);
  };
  return {
    add: (shingles) => write(shingles, next++),
    copy(from, to) {
      if (!isWasteful) columns.copy(before.columns, from, to);
      else for (let known = from; known < to; known++) write(before.of(known), before.uidOf(known));
    },
    close: () => shinglesFrom(columns.view(), bytes, next),
  };
}

function shinglesFrom(columns: Columns<(typeof names)[number]>, bytes: KeptBytes, next: number): Shingles {
  const { starts, lengths, checksums, uids } = columns;
  return {
    lengthOf: (article) => lengths[article]!,
    of(article) {
      const all = new Uint32Array(lengths[article]!);
      asBytes(all).set(bytes.read(4 * starts[article]!, 4 * all.length));
      if (zlib.crc32(asBytes(all)) !== checksums[article]) throw new Damaged('shingles: are not those that were kept');
      return all;
    },
    uidOf: (article) => uids[article]!,
    uids: next,
    keep(shelf) {
      keepColumns(shelf, 'shingles', columns);
      shelf.keep('shingles-next', Uint32Array.of(next));
    },
  };
}
