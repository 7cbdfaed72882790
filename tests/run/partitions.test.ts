import { appendFileSync, cpSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { deal } from '#pipeline/run/deal.ts';
import { partPath, resolvingCodeOf, writePart } from '#pipeline/run/part-file.ts';
import { claimsOf, headOfPartition, joinLines } from '#pipeline/run/partition.ts';
import type { Shard } from '#pipeline/run/shard.ts';
import { bytesOf, published, rawFolder, run, shards, writeShares } from './shares.ts';
import { buildHere, newFolder, versions } from './world.ts';

const raw = rawFolder();

async function writePartition(parts: string, shard: Shard): Promise<void> {
  const head = headOfPartition({ versions }, parts, shard);
  await writePart(partPath(path.join(parts, 'resolved'), shard), head, joinLines(run(raw), claimsOf(parts, shard)));
}

/** Parts of so many shares, and what so many partitions made of them. */
async function resolvedIn(parts: string, partitions: number): Promise<string> {
  expect(await deal(run(raw), parts)).toBe(true);
  for (const shard of shards(partitions)) await writePartition(parts, shard);
  return parts;
}

describe('partitions give the bytes of a build', () => {
  let alone: { release: string; bytes: Record<string, string> };
  beforeAll(async () => {
    const built = await buildHere(raw, newFolder());
    if (built.status === 'refused') throw new Error(JSON.stringify(built.problems));
    alone = { release: built.release, bytes: bytesOf(built.folder) };
  }, 120_000);

  test.each([1, 2, 7])('from %i shares, in 1 and in 3 partitions', { timeout: 240_000 }, async (count) => {
    const parts = await writeShares(raw, count);
    for (const partitions of [1, 3]) {
      const folder = newFolder();
      cpSync(parts, folder, { recursive: true });
      const made = await published(await resolvedIn(folder, partitions), raw);
      if (made.status === 'refused') throw new Error(JSON.stringify(made.problems));
      expect(bytesOf(made.folder)).toEqual(alone.bytes);
      expect(made.release).toBe(alone.release);
    }
  });

  test('from groups that came in streams, laid by an engine', { timeout: 120_000 }, async () => {
    const parts = await writeShares(raw, 2);
    await deal(run(raw), parts);
    const head = headOfPartition({ versions }, parts, null);
    const all = [...claimsOf(parts, { index: 0, count: 1 })];
    const keyOf = (claim: string): string => claim.split('\t', 2).join('\t');
    const keys = [...new Set(all.map(keyOf))];
    expect(keys.length).toBeGreaterThan(10);
    for (const index of [0, 1, 2]) {
      const own = new Set(keys.filter((_, i) => i % 3 === index));
      const claims = all.filter((claim) => own.has(keyOf(claim))).reverse();
      await writePart(path.join(parts, 'resolved', `part-0000${index}`), head, joinLines(run(raw), claims));
    }
    const made = await published(parts, raw);
    expect(made.status).toBe('published');
    expect('folder' in made && bytesOf(made.folder)).toEqual(alone.bytes);
  });
});

describe('what partitions leave', () => {
  let whole: string;
  beforeAll(async () => {
    whole = await resolvedIn(await writeShares(raw, 1), 2);
  }, 120_000);
  const copied = (): string => {
    const folder = newFolder();
    cpSync(whole, folder, { recursive: true });
    return folder;
  };
  const second = (parts: string): string => partPath(path.join(parts, 'resolved'), { index: 1, count: 2 });
  const replaced = (file: string, from: string, to: string): void =>
    writeFileSync(file, readFileSync(file, 'utf8').replace(from, to));
  const head = (parts: string): string => path.join(parts, 'dealt', 'head.json');
  const corpusIn = (parts: string): string => JSON.parse(readFileSync(head(parts), 'utf8')).corpus;

  const wrong: [string, (parts: string) => void, RegExp][] = [
    ['a missing partition', (parts) => rmSync(second(parts)), /1 of 2 shares are missing \(1\); run these tasks again/],
    [
      'a partition that breaks off',
      (parts) => writeFileSync(second(parts), readFileSync(second(parts)).subarray(0, -30)),
      /resolved\/part-00001-of-00002\.ndjson: breaks off before its end; remove it and run its task again/,
    ],
    ['a line too many', (parts) => appendFileSync(second(parts), '{}\n'), /begins with no line that says what it is/],
    [
      'a partition by other code',
      (parts) => replaced(second(parts), resolvingCodeOf(versions), '0000000000000000'),
      /was made by another version/,
    ],
    [
      'a partition of other articles',
      (parts) => replaced(second(parts), corpusIn(parts), 'f'.repeat(64)),
      /part-00001-of-00002\.ndjson: was made from other articles; remove it and run its task again/,
    ],
    [
      'partitions of two runs',
      (parts) => cpSync(second(parts), partPath(path.join(parts, 'resolved'), { index: 2, count: 3 })),
      /a share is there twice/,
    ],
    [
      'no partition at all',
      (parts) => rmSync(path.join(parts, 'resolved'), { recursive: true }),
      /resolved: is not there; run resolve --parts .* --partition I\/N for each I, or remove .*dealt: publish then resolves/,
    ],
    [
      'an empty folder of partitions',
      (parts) => {
        for (const name of readdirSync(path.join(parts, 'resolved'))) rmSync(path.join(parts, 'resolved', name));
      },
      /resolved: holds no part; run resolve --parts/,
    ],
    [
      'partitions without what was dealt',
      (parts) => rmSync(path.join(parts, 'dealt'), { recursive: true }),
      /dealt: is not there; remove .*then run resolve --deal and all partitions again/,
    ],
    ['a head that is no head', (parts) => writeFileSync(head(parts), '{}'), /has no head\.json that can be read/],
    [
      'what other code dealt',
      (parts) => replaced(head(parts), resolvingCodeOf(versions), '0000000000000000'),
      /dealt: was made by another version of the program/,
    ],
    [
      'what was dealt of other articles, with its partitions',
      (parts) => {
        const { corpus } = JSON.parse(readFileSync(head(parts), 'utf8'));
        for (const file of [head(parts), second(parts), partPath(path.join(parts, 'resolved'), { index: 0, count: 2 })])
          replaced(file, corpus, 'f'.repeat(64));
      },
      /dealt: was made from other articles; remove .*dealt and .*resolved, then run/,
    ],
  ];
  test.each(wrong)('%s is not published', async (_, harm, message) => {
    const parts = copied();
    harm(parts);
    await expect(published(parts, raw)).rejects.toThrow(message);
  });

  test('a killed step leaves nothing; what is there is not done again; dealing anew removes what partitions made', async () => {
    const parts = copied();
    expect(await deal(run(raw), parts)).toBe(false);
    rmSync(path.join(parts, 'dealt'), { recursive: true });
    expect(() => headOfPartition({ versions }, parts, null)).toThrow(
      /dealt: is not there; run resolve --parts .* --deal/,
    );
    const broken = { ...run(raw), output: path.join(second(parts), 'no folder') };
    await expect(deal(broken, parts)).rejects.toThrow();
    expect(readdirSync(parts).sort()).toEqual(['part-00000-of-00001.ndjson', 'resolved']);
    expect(await deal(run(raw), parts)).toBe(true);
    expect(existsSync(path.join(parts, 'resolved'))).toBe(false);
    expect(readdirSync(parts).sort()).toEqual(['dealt', 'part-00000-of-00001.ndjson']);
  });
});
