import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { publishParts } from '#pipeline/build.ts';
import { extractFilter, type Lines } from '#pipeline/run/filters.ts';
import { codeOf, partPath, writePart } from '#pipeline/run/part-file.ts';
import type { Shard } from '#pipeline/run/shard.ts';
import { ingestShare } from '#pipeline/run/share.ts';
import { prose } from '../ingest/sources.ts';
import { page, record } from '../ingest/warc/archive.ts';
import { newFolder, pool, versions, writeTree } from './world.ts';

const samples = fileURLToPath(new URL('../../raw/', import.meta.url));
const silent = (): void => undefined;
const told = { onProgress: silent, onWarning: silent, onNote: silent };
export const maxTextBytes = 1 << 20;

/** Every kind of file, copies of one article in several, refused lines, a file that breaks off. */
export function rawFolder(): string {
  const raw = newFolder();
  const take = (folder: string): void => {
    for (const name of readdirSync(path.join(samples, folder))) {
      writeTree(raw, { [`${folder}/${name}`]: readFileSync(path.join(samples, folder, name)) });
    }
  };
  take('northline-wire');
  const line = (n: number, url = `https://a.example/${n}`): string =>
    JSON.stringify({
      title: `Report ${n}`,
      url,
      license: 'CC0-1.0',
      text: `On Tuesday ${n + 2} people died in Lagos, said Ana Ruiz, mayor of Bilbao. ${prose}`,
    });
  const many = Array.from({ length: 12 }, (_, n) => (n === 4 ? '{"broken' : line(n)));
  return writeTree(raw, {
    'feeds/a.jsonl': [...many, line(3), line(30, 'https://z.example/page')].join('\n'),
    'feeds/b.ndjson.gz': gzipSync([line(5), line(40)].join('\n')).subarray(0, -6),
    'feeds/long.jsonl': Array.from(
      { length: 48 },
      (_, n) => `${line(1000 + (n % 44)).slice(0, -1)},"origin":"${'x'.repeat(1500)}"}`,
    ).join('\n'),
    'feeds/source.json': '{"publisher": "Feeds"}',
    'web/w.warc.gz': Buffer.concat(
      ['https://z.example/page', 'https://z.example/other'].map((url) =>
        gzipSync(record({ url, body: page(url, `${prose} ${prose}`) })),
      ),
    ),
    'web/w.meta.json': '{"license": "CC-BY-4.0"}',
    'zz/picture.png': new Uint8Array([1, 2, 3]),
    'zz/empty.txt': '',
    'zz/broken.txt': prose,
    'zz/broken.meta.json': '{',
    'release.json': '{"title": "Test"}',
  });
}

export const run = (raw: string) => ({ raw, output: newFolder(), maxTextBytes, pool, versions, ...told });

export async function writeShare(folder: string, shard: Shard, lines: Lines): Promise<void> {
  const head = {
    record_type: 'part' as const,
    shard: shard.index,
    of: shard.count,
    code: codeOf(versions),
    max_text: maxTextBytes,
  };
  await writePart(partPath(folder, shard), head, extractFilter(pool, lines));
}

export const shards = (count: number): Shard[] => Array.from({ length: count }, (_, index) => ({ index, count }));

export async function writeShares(raw: string, count: number): Promise<string> {
  const folder = newFolder();
  for (const shard of shards(count)) await writeShare(folder, shard, ingestShare(run(raw), shard));
  return folder;
}

export const published = async (parts: string, raw: string, output = newFolder()) =>
  publishParts({ ...run(raw), output, jobs: 1, startedAt: new Date('2026-06-01T00:00:00Z'), keep: null }, parts);

/** Every file of a release but those that know the clock. */
export function bytesOf(folder: string): Record<string, string> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const names = files.map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name))).sort();
  return Object.fromEntries(
    names
      .filter((name) => !/^(build\.json|SHA256SUMS)$/.test(name))
      .map((name) => [name, readFileSync(path.join(folder, name), 'base64')]),
  );
}
