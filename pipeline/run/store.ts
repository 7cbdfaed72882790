import { type GrowingFile, openGrowing } from '../files/growing.ts';
import { replaceFile } from '../files.ts';
import { sha256 } from '../identity.ts';

/**
 * Results by key, kept from run to run in one file that only grows while a run goes on: what a killed run had finished
 * is there for the next. Each entry carries a checksum; a torn or damaged one is as if it were not there.
 */
export interface Store {
  /** Results kept by other code than this run's: they were dropped. */
  readonly outdated: number;
  has(key: string): boolean;
  get(key: string): Buffer | null;
  put(key: string, result: Uint8Array): void;
  /** Ends the run. Where most of the file is results that nobody asked for in this run, they are removed. */
  tidy(): void;
  close(): void;
}

interface Place {
  readonly start: number;
  readonly length: number;
  readonly checksum: string;
}

/** `key length checksum`, then the result and a line feed. */
const headLength = 64 + 1 + 12 + 1 + 16 + 1;
const head = /^([0-9a-f]{64}) ([ 0-9]{12}) ([0-9a-f]{16})\n$/;
const checksumOf = (result: Uint8Array): string => sha256(result).slice(0, 16);

/** Opens the store in a file; `version` stands for the code that makes the results. */
export function openStore(path: string, version: string): Store {
  const file = openGrowing(path);
  const title = Buffer.from(`tearsheet results ${version}\n`);
  const isSame = file.read(0, title.length).equals(title);
  const outdated = isSame || file.size === 0 ? 0 : placesIn(file, file.read(0, 200).indexOf(10) + 1).size;
  if (!isSame) {
    file.truncate(0);
    file.append(title);
  }
  const places = placesIn(file, title.length);
  const asked = new Set<string>();
  const get = (key: string): Buffer | null => {
    asked.add(key);
    const place = places.get(key);
    if (!place) return null;
    const result = file.read(place.start, place.length);
    if (result.length === place.length && checksumOf(result) === place.checksum) return result;
    places.delete(key);
    return null;
  };
  return {
    outdated,
    has: (key) => get(key) !== null,
    get,
    put(key, result) {
      asked.add(key);
      places.set(key, append(file, key, result));
    },
    tidy() {
      const live = [...asked].flatMap((key) => places.get(key)?.length ?? []).reduce((sum, n) => sum + n, 0);
      if (file.size > 2 * live + leastSize) compact(path, title, asked, get);
    },
    close: () => file.close(),
  };
}

/** A file below this size is left as it is. */
const leastSize = 1 << 20;

function append(file: GrowingFile, key: string, result: Uint8Array): Place {
  const checksum = checksumOf(result);
  const start = file.size + headLength;
  const line = Buffer.from(`${key} ${String(result.length).padStart(12)} ${checksum}\n`);
  file.append(Buffer.concat([line, result, lineFeed]));
  return { start, length: result.length, checksum };
}

const lineFeed = Buffer.from('\n');

/** Reads heads from a place on; drops what follows the last whole entry, where a run was cut off. */
function placesIn(file: GrowingFile, from: number): Map<string, Place> {
  const places = new Map<string, Place>();
  let at = from;
  for (;;) {
    const [, key, length, checksum] = head.exec(file.read(at, headLength).toString('latin1')) ?? [];
    const end = at + headLength + Number(length) + 1;
    if (key === undefined || end > file.size) break;
    places.set(key, { start: at + headLength, length: Number(length), checksum: checksum! });
    at = end;
  }
  if (at < file.size) file.truncate(at);
  return places;
}

function compact(path: string, title: Buffer, keys: Iterable<string>, get: (key: string) => Buffer | null): void {
  const fresh = openGrowing(`${path}.new`);
  fresh.truncate(0);
  fresh.append(title);
  for (const key of keys) {
    const result = get(key);
    if (result) append(fresh, key, result);
  }
  fresh.sync();
  fresh.close();
  replaceFile(`${path}.new`, path);
}
