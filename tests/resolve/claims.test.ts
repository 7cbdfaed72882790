import { describe, expect, it } from 'vitest';
import { bucketOf } from '#pipeline/resolve/claims.ts';
import { type Joined, joinedLine, naming } from '#pipeline/resolve/joined.ts';
import { narrowRoom, wideRoom } from './joined.ts';

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
  const found = (key: string, place: string, own: string, article: number): Joined => ({
    ...{ key, place, own, row: { place }, members: [[article, 0, `s_${article}`]] },
  });
  const all = [
    found('f_b', 'a_1\t0000000001', 'f_z', 3),
    found('f_b', 'a_0\t0000000002', 'f_a', 0),
    found('f_b', 'a_2\t0000000000', 'f_c', 1),
    found('f_d', 'a_9', 'f_y', 2),
  ];

  it.each([
    ['in memory', wideRoom()],
    ['on the disk', narrowRoom()],
  ])('has a key once: the first by place keeps it, in whatever order they came (%s)', (_, room) => {
    for (const lines of [all, [...all].reverse()]) {
      const names = naming(room);
      for (const each of lines) names.add(joinedLine('figure', each));
      const { rows, linksOf } = names.close('figure');
      const ids = [0, 1, 2, 3].map((article) => linksOf(article)[`s_${article}`]);
      expect(ids).toEqual(['f_b', 'f_c', 'f_d', 'f_z']);
      expect([...rows('figure_id')].map(({ figure_id }) => figure_id)).toEqual(['f_b', 'f_c', 'f_d', 'f_z']);
    }
    expect([...naming(room).close('event').rows('event_id')]).toEqual([]);
  });
});
