import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { OpenShelf } from '#pipeline/files/shelf.ts';
import { bucketOf, claimsFor, groupOf, renewClaims } from '#pipeline/resolve/claims.ts';
import type { Statistic } from '#pipeline/resolve/figures/statement.ts';
import { type Joined, joinedLine, madeLine, naming } from '#pipeline/resolve/joined.ts';
import type { Shelf } from '#pipeline/resolve/shelf.ts';
import { synthetic } from '../bench/synthetic.ts';
import { narrowRoom, onShelf, wideRoom } from './joined.ts';

describe('a bucket', () => {
  it('is that of the kind and the coarsest key, whatever follows', () => {
    const claims = ['figure\t["deaths"]\t2026-05\tx\t[1]', 'figure\t["deaths"]\t\ty\t[2]'];
    expect(new Set(claims.map((claim) => bucketOf(claim, 256))).size).toBe(1);
    const others = ['event\t["deaths"]\t\t[]', 'figure\t["death"]\t\t[]', 'figure\t["deaths","a"]\t\t[]'];
    for (const other of others) expect(bucketOf(other, 256)).not.toBe(bucketOf(claims[0]!, 256));
  });

  it('holds about as many keys as the others', () => {
    const counts = new Uint32Array(16);
    for (let i = 0; i < 16_000; i++) counts[bucketOf(`figure\t["measure ${i}"]\t[]`, 16)]!++;
    for (const count of counts) expect(Math.abs(count - 1000)).toBeLessThan(150);
  });
});

describe('what partitions joined', () => {
  const found = (key: string, place: string, own: string, member: number): Joined => ({
    ...{ key, place, own, row: { place }, members: [[`a_${member}`, `s_${member}`]] },
  });
  const all = [
    found('f_b', 'a_1\t0000000001', 'f_z', 3),
    found('f_b', 'a_0\t0000000002', 'f_a', 0),
    found('f_b', 'a_2\t0000000000', 'f_c', 1),
    found('f_d', 'a_9', 'f_y', 2),
  ];
  const tables = { figure: ['figures', 'figure_id'] } as const;

  it.each([
    ['in memory', wideRoom()],
    ['on the disk', narrowRoom()],
  ])('has a key once: the first by place keeps it, in whatever order they came (%s)', (_, room) => {
    for (const lines of [all, [...all].reverse()]) {
      onShelf((shelf) => {
        const ids: Record<string, string> = {};
        const names = naming(tables, shelf, room, (kind, [, member], id) => {
          ids[`${kind} ${member}`] = id;
        });
        for (const each of lines) names.come(madeLine('figure\t\t', joinedLine('figure', each)));
        names.close();
        expect(ids).toEqual({ 'figure s_0': 'f_b', 'figure s_1': 'f_c', 'figure s_2': 'f_d', 'figure s_3': 'f_z' });
        const rows = [...shelf.lines('figures').lines()].map((line) => JSON.parse(line) as { figure_id: string });
        expect(rows.map(({ figure_id }) => figure_id)).toEqual(['f_b', 'f_c', 'f_d', 'f_z']);
      });
    }
  });
});

it('joins parts of a crowd anew where something came or went, and leaves the others as they are', () => {
  const claims = claimsFor({ synonyms: new Map(), tolls: new Set<string>() });
  const claimsOf = (article: number): string[] => {
    const { sketch, statistics } = made[article]!;
    const home = { origin: sketch.article.article_id, publishedOn: sketch.article.published_on };
    return (statistics as unknown as Statistic[]).map((row) =>
      claims.figures.claimOf({ ...row, measure: 'homes' }, home),
    );
  };
  const made = [...synthetic(60)];
  const idOf = (article: number): string => made[article]!.sketch.article.article_id;
  const renew = (shelf: Shelf, moved: readonly number[], now: ReadonlySet<number>): string[] => {
    const kept = { claims: shelf.lines('claims'), made: shelf.lines('made') };
    const claimed = moved.flatMap(claimsOf);
    const groups = new Set(claimed.map(groupOf));
    const come = moved.filter((article) => now.has(article)).flatMap(claimsOf);
    const ids = new Set(moved.map(idOf));
    const told = { come: () => undefined, go: () => undefined };
    renewClaims(kept, [...groups, ...come].sort(), (id) => ids.has(id), claims, told, 7);
    return [...kept.made.lines()];
  };
  const article = fc.nat(made.length - 1);
  fc.assert(
    fc.property(
      fc.uniqueArray(article),
      fc.array(fc.uniqueArray(article, { maxLength: 5 }), { maxLength: 4 }),
      (first, steps) => {
        const folder = mkdtempSync(path.join(os.tmpdir(), 'tearsheet-crowds-'));
        const now = new Set(first);
        const run = (moved: readonly number[]): string[] =>
          onShelf((shelf) => {
            const lines = renew(shelf, moved, now);
            (shelf as OpenShelf).commit();
            return lines;
          }, folder);
        run(first);
        for (const moved of steps) {
          for (const each of moved) if (!now.delete(each)) now.add(each);
          expect(run(moved)).toEqual(onShelf((shelf) => renew(shelf, [...now], now)));
        }
        rmSync(folder, { recursive: true });
      },
    ),
    { numRuns: 40, endOnFailure: true },
  );
});
