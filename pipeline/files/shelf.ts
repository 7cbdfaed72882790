import fs from 'node:fs';
import path from 'node:path';
import zlib from 'node:zlib';
import { z } from 'zod';
import { readIfPresent, replaceFile, writeFile } from '../files.ts';
import { Damaged, type KeptBytes, type Shelf } from '../resolve/shelf.ts';
import { type GrowingFile, openGrowing } from './growing.ts';
import { bytesOf, type KeptLines, type KeptPlace, keptLines } from './kept-lines.ts';

const file = z.string().regex(/^[\w-]+\.\d+$/);
const block = z.tuple([z.string(), z.int(), z.int(), z.int()]);

/** What lies on a shelf; files hold more only where a run was cut off. */
const inventory = z.strictObject({
  version: z.string(),
  lines: z.record(z.string(), z.strictObject({ file, size: z.int(), blocks: z.array(block) })),
  bytes: z.record(z.string(), z.strictObject({ file, size: z.int() })),
  numbers: z.record(z.string(), z.strictObject({ file, count: z.int(), checksum: z.int() })),
});

type Inventory = z.output<typeof inventory>;

export interface OpenShelf extends Shelf {
  /** Where lines of this run lie once all is committed. */
  placeOf(name: string): KeptPlace;
  close(): void;
}

const inventoryName = 'inventory.json';
/** Files below this size may hold as much again that nobody needs. */
const leastWaste = 1 << 20;

/** A shelf in a folder; what other code than this version left there is not looked at. */
export function openShelf(folder: string, version: string): OpenShelf {
  fs.mkdirSync(folder, { recursive: true });
  const before = inventoryIn(folder, version);
  const now: Inventory = { version, lines: {}, bytes: {}, numbers: {} };
  const open = new Map<string, GrowingFile>();
  const lines = new Map<string, { name: string; kept: KeptLines }>();
  const names = fs.readdirSync(folder);
  let generation = Math.max(0, ...names.map((name) => Number(/\.(\d+)$/.exec(name)?.[1] ?? 0)));

  const opened = (known: { readonly file: string; readonly size: number } | undefined, name: string) => {
    const place = known?.file ?? `${name}.${++generation}`;
    const grown = openGrowing(path.join(folder, place));
    if (known && grown.size < known.size) throw new Damaged(`${place}: is shorter than it was`);
    grown.truncate(known?.size ?? 0);
    open.set(place, grown);
    return { place, grown };
  };
  const linesOf = (name: string) => {
    const there = lines.get(name);
    if (there) return there;
    const known = before?.lines[name];
    const { place, grown } = opened(known, name);
    const fresh = { name: place, kept: keptLines(grown, known?.blocks ?? []) };
    lines.set(name, fresh);
    return fresh;
  };
  /** Lines as they will be found: where most of a file is of lines that are gone, in a new one. */
  const settle = (name: string): Inventory['lines'][string] => {
    const { name: place, kept } = linesOf(name);
    const grown = open.get(place)!;
    const blocks = kept.blocks();
    const needed = blocks.reduce((sum, [, , length]) => sum + length, 0);
    if (grown.size <= Math.max(2 * needed, leastWaste)) return { file: place, size: grown.size, blocks: [...blocks] };
    const { place: fresh, grown: smaller } = opened(undefined, name);
    const moved = blocks.map((one): (typeof blocks)[number] => {
      const start = smaller.size;
      smaller.append(bytesOf(grown, one));
      return [one[0], start, one[2], one[3]];
    });
    return { file: fresh, size: smaller.size, blocks: moved };
  };
  return {
    isFilled: before !== null,
    lines: (name) => linesOf(name).kept,
    bytes(name, areNew = false): KeptBytes {
      const { place, grown } = opened(areNew ? undefined : before?.bytes[name], name);
      now.bytes[name] = { file: place, size: 0 };
      return grown;
    },
    numbers(name) {
      const known = before?.numbers[name];
      if (!known) return null;
      const bytes = fs.readFileSync(path.join(folder, known.file));
      if (bytes.length !== 4 * known.count || zlib.crc32(bytes) !== known.checksum)
        throw new Damaged(`${known.file}: is not what was kept`);
      return new Uint32Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length));
    },
    keep(name, values) {
      const bytes = Buffer.from(values.buffer, values.byteOffset, values.byteLength);
      const place = `${name}.${++generation}`;
      writeFile(path.join(folder, place), bytes);
      now.numbers[name] = { file: place, count: values.length, checksum: zlib.crc32(bytes) };
    },
    placeOf(name) {
      const { file: place, blocks } = now.lines[name]!;
      return { file: path.join(folder, place), blocks };
    },
    commit() {
      for (const name of lines.keys()) now.lines[name] = settle(name);
      for (const one of Object.values(now.bytes)) one.size = open.get(one.file)!.size;
      const fresh = path.join(folder, `${inventoryName}.new`);
      writeFile(fresh, JSON.stringify(now));
      replaceFile(fresh, path.join(folder, inventoryName));
      const needed = new Set(filesIn(now));
      for (const name of fs.readdirSync(folder)) {
        if (name !== inventoryName && !needed.has(name)) fs.rmSync(path.join(folder, name));
      }
    },
    close() {
      for (const grown of open.values()) grown.close();
      open.clear();
    },
  };
}

const filesIn = ({ lines, bytes, numbers }: Inventory): string[] =>
  [lines, bytes, numbers].flatMap((kind) => Object.values(kind).map(({ file: name }) => name));

function inventoryIn(folder: string, version: string): Inventory | null {
  const bytes = readIfPresent(path.join(folder, inventoryName));
  if (bytes === null) return null;
  try {
    const found = inventory.parse(JSON.parse(Buffer.from(bytes).toString()));
    const isThere = filesIn(found).every((name) => fs.existsSync(path.join(folder, name)));
    return found.version === version && isThere ? found : null;
  } catch {
    return null;
  }
}
