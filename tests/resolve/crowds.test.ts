import { expect, it } from 'vitest';
import { crowds, crowdsOf } from '#pipeline/resolve/crowds.ts';

const lines = ['a\t1\tx\tp', 'a\t1\ty\tq', 'a\t2\tx\tr', 'b\t1\tx\ts', 'b\t2\tx\tt'];

function parted(limit: number): string[][] {
  const crowd = crowds(3, limit);
  for (const line of lines) crowd.count(line.split('\t').slice(0, 3));
  const groups: string[][] = [];
  for (const values of crowdsOf(lines, crowd, 3)) groups.push([...values]);
  return groups;
}

it('keeps together what has the coarsest key, and parts a crowd by finer ones', () => {
  expect(parted(3)).toEqual([
    ['p', 'q', 'r'],
    ['s', 't'],
  ]);
  expect(parted(2)).toEqual([['p', 'q'], ['r'], ['s', 't']]);
  expect(parted(1)).toEqual([['p'], ['q'], ['r'], ['s'], ['t']]);
});
