import { appendFileSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { type Lines, ofShare } from '#pipeline/run/filters.ts';
import { codeOf, isWritten, partPath } from '#pipeline/run/part-file.ts';
import { isIn, wholeWork } from '#pipeline/run/shard.ts';
import { ingestShare, ingestStream } from '#pipeline/run/share.ts';
import { chunked } from '../ingest/sources.ts';
import { bytesOf, maxTextBytes, published, rawFolder, run, shards, writeShare, writeShares } from './shares.ts';
import { buildHere, newFolder, versions } from './world.ts';

const raw = rawFolder();
let alone: { release: string; bytes: Record<string, string>; unexpected: number };
beforeAll(async () => {
  const built = await buildHere(raw, newFolder());
  if (built.status === 'refused') throw new Error(JSON.stringify(built.problems));
  alone = { release: built.release, bytes: bytesOf(built.folder), unexpected: built.unexpectedRejects.length };
}, 120_000);

async function expectSame(parts: string): Promise<void> {
  const made = await published(parts, raw);
  if (made.status === 'refused') throw new Error(JSON.stringify(made.problems));
  expect(bytesOf(made.folder)).toEqual(alone.bytes);
  expect(made.release).toBe(alone.release);
  expect(made.unexpectedRejects).toHaveLength(alone.unexpected);
}

describe('parts give the bytes of a build', () => {
  test.each([1, 2, 7])('from %i shares of a folder', { timeout: 120_000 }, async (count) => {
    await expectSame(await writeShares(raw, count));
  });

  test('from shares of a stream by the ids of articles', { timeout: 120_000 }, async () => {
    const lines: string[] = [];
    for await (const line of ingestShare(run(raw), wholeWork)) lines.push(line);
    const folder = newFolder();
    for (const shard of shards(3)) await writeShare(folder, shard, ofShare(lines, shard));
    await expectSame(folder);
  });

  test('from files that came in streams, laid behind each other in one part by an engine', {
    timeout: 120_000,
  }, async () => {
    const read = (name: string) => readFileSync(path.join(raw, name));
    const [a, rest] = [read('feeds/a.jsonl'), newFolder()];
    const cut = a.indexOf('\n', a.length >> 1) + 1;
    const firstLine = a.subarray(0, cut).toString().split('\n').length;
    const streams = [
      ['web/w.warc.gz', read('web/w.warc.gz'), 1],
      ['feeds/a.jsonl', a.subarray(cut), firstLine],
      ['feeds/a.jsonl', a.subarray(0, cut), 1],
    ] as const;
    const apart = newFolder();
    for (const [i, [name, bytes, first]] of streams.entries()) {
      const lines = ingestStream(chunked(bytes), { name, firstLine: first, raw, maxTextBytes });
      await writeShare(apart, { index: i, count: 3 }, lines);
    }
    const others = run(raw);
    const isOther = (line: string): boolean => !/"source_file":"(web\/w\.warc\.gz|feeds\/a\.jsonl)/.test(line);
    const left: string[] = [];
    for await (const line of ingestShare(others, wholeWork)) if (isOther(line)) left.push(line);
    await writeShare(rest, wholeWork, left);
    const folder = newFolder();
    const all = [...shards(3).map((shard) => partPath(apart, shard)), partPath(rest, wholeWork)];
    const undealt = (text: string): string => text.replace(/"shard":\d+,"of":\d+/, '"shard":null,"of":null');
    writeFileSync(path.join(folder, 'part-00000'), all.map((file) => undealt(readFileSync(file, 'utf8'))).join(''));
    await expectSame(folder);
  });
});

describe('what tasks leave', () => {
  const shard = { index: 1, count: 2 };
  const write = (folder: string, lines: Lines) => writeShare(folder, shard, lines);
  // biome-ignore lint/correctness/useYield: it fails before it has anything to give
  async function* failing(): AsyncGenerator<string> {
    throw new Error('killed');
  }

  test('a part has its name only when it is whole, and nothing else is left', async () => {
    const folder = newFolder();
    await expect(write(folder, failing())).rejects.toThrow('killed');
    expect(readdirSync(folder)).toEqual([]);
    expect(isWritten(partPath(folder, shard))).toBe(false);
    await write(folder, []);
    expect(readdirSync(folder)).toEqual(['part-00001-of-00002.ndjson']);
    expect(isWritten(partPath(folder, shard))).toBe(true);
  });

  test('shares are of equal size by what they are called', () => {
    expect(shards(7).filter((s) => isIn(s, 'feeds/a.jsonl#1'))).toHaveLength(1);
  });

  const wrong: [string, (folder: string) => void, RegExp][] = [
    [
      'a missing share',
      (folder) => rmSync(partPath(folder, shard)),
      /1 of 2 shares are missing \(1\); run these tasks again/,
    ],
    [
      'a part that breaks off',
      (folder) => writeFileSync(partPath(folder, shard), readFileSync(partPath(folder, shard)).subarray(0, -30)),
      /part-00001-of-00002\.ndjson: breaks off before its end; remove it/,
    ],
    [
      'a line too many',
      (folder) => replaced(folder, '{"record_type":"end"', '{}\n{"record_type":"end"'),
      /has \d+ lines, but says \d+/,
    ],
    ['other code', (folder) => replaced(folder, codeOf(versions), '0000000000000000'), /was made by another version/],
    [
      'another limit',
      (folder) => replaced(folder, `"max_text":${maxTextBytes}`, '"max_text":5'),
      /made with --max-text 5, not/,
    ],
    ['another run', (folder) => replaced(folder, '"of":2', '"of":3'), /holds parts of 2 and of 3 shares/],
    [
      'a share that is there twice',
      (folder) => writeFileSync(partPath(folder, { index: 2, count: 2 }), readFileSync(partPath(folder, shard))),
      /a share is there twice/,
    ],
    [
      'something else',
      (folder) => appendFileSync(partPath(folder, shard), '{}\n'),
      /begins with no line that says what it is/,
    ],
  ];
  const replaced = (folder: string, from: string, to: string): void => {
    const file = partPath(folder, shard);
    writeFileSync(file, readFileSync(file, 'utf8').replace(from, to));
  };
  test.each(wrong)('%s is not published', async (_, harm, message) => {
    const folder = newFolder();
    await writeShare(folder, { index: 0, count: 2 }, []);
    await writeShare(folder, shard, []);
    harm(folder);
    await expect(published(folder, raw)).rejects.toThrow(message);
  });

  test('a folder without parts is not published', async () => {
    await expect(published(newFolder(), raw)).rejects.toThrow(/holds no part; run extract/);
    await expect(published('/nowhere', raw)).rejects.toThrow(/no such folder/);
  });
});
