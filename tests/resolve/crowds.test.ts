import { expect, it } from 'vitest';
import { crowdsOf } from '#pipeline/resolve/crowds.ts';

const lines = ['f\ta\t1\tx\tp', 'f\ta\t1\ty\tq', 'f\ta\t2\tx\tr', 'f\tb\t1\tx\ts', 'f\tb\t2\tx\tt', 'g\tb\tu'];

const parted = (limit: number): string[] =>
  [...crowdsOf(lines, limit)].map(([kind, values]) => `${kind} ${values.join('')}`);

it('keeps together what has the coarsest key, and parts a crowd by finer ones', () => {
  expect(parted(3)).toEqual(['f pqr', 'f st', 'g u']);
  expect(parted(2)).toEqual(['f pq', 'f r', 'f st', 'g u']);
  expect(parted(1)).toEqual(['f p', 'f q', 'f r', 'f s', 'f t', 'g u']);
});

it('holds what shares the finest key, however much that is, and knows a crowd to its end', () => {
  const same = Array.from({ length: 5 }, (_, i) => `f\ta\t1\t${i}`);
  expect([...crowdsOf([...same, 'f\ta\t2\t5'], 2)]).toEqual([
    ['f', ['0', '1', '2', '3', '4']],
    ['f', ['5']],
  ]);
});
