import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { groupsOf, leading } from '#pipeline/resolve/lines.ts';
import { byNumber, interner, numbers } from '#pipeline/resolve/packed.ts';
import { partsIn } from '#pipeline/resolve/parts.ts';
import { narrowRoom } from './joined.ts';

const line = fc.string({ unit: fc.constantFrom('a', 'b', 'é', '木', '😀', ' '), maxLength: 60 });
const lines = fc.array(line, { maxLength: 200 });

describe('room on the disk', () => {
  it('sorts as an array does, in runs that are merged', () => {
    fc.assert(
      fc.property(lines, (given) => {
        const sorter = narrowRoom().sorter();
        for (const one of given) sorter.add(one);
        expect([...sorter.sorted()]).toEqual([...given].sort());
      }),
      { numRuns: 50 },
    );
  });

  it('gives lines again as they came, twice', () => {
    fc.assert(
      fc.property(lines, (given) => {
        const spool = narrowRoom().spool();
        for (const one of given) spool.add(one);
        expect([...spool.lines()]).toEqual(given);
        expect([...spool.lines()]).toEqual(given);
        spool.drop();
        expect([...spool.lines()]).toEqual([]);
      }),
      { numRuns: 50 },
    );
  });

  it('reads bytes anywhere, also while they grow', () => {
    const bytes = narrowRoom().bytes();
    const all: number[] = [];
    for (let i = 0; i < 60; i++) {
      const piece = Array.from({ length: (i * 7) % 40 }, (_, k) => (i + k) % 256);
      bytes.append(Uint8Array.from(piece));
      all.push(...piece);
      const start = (i * 13) % (all.length + 1);
      expect([...bytes.read(start, all.length - start)]).toEqual(all.slice(start));
    }
    expect(bytes.size).toBe(all.length);
    bytes.drop();
    expect(bytes.size).toBe(0);
  });

  it('keeps numbers of several parts apart', () => {
    const parts = partsIn(narrowRoom(), 3);
    for (let i = 0; i < 20_000; i++) parts.add(i % 3, i);
    for (let part = 0; part < 3; part++) {
      const taken = parts.take(part);
      expect(taken.length).toBe(part === 2 ? 6666 : 6667);
      expect(taken.every((value, i) => value === 3 * i + part)).toBe(true);
    }
  });
});

describe('packed', () => {
  it('strings have the number of their first meeting', () => {
    fc.assert(
      fc.property(fc.array(line, { maxLength: 2000 }), (given) => {
        const known = interner();
        const met = [...new Set(given)];
        for (const one of given) expect(known.intern(one)).toBe(met.indexOf(one));
        expect(known.size).toBe(met.length);
        for (const [number, one] of met.entries()) expect(known.text(number)).toBe(one);
      }),
      { numRuns: 30 },
    );
  });

  it('numbers grow, and lists are told by number', () => {
    const grown = numbers(2);
    for (let i = 0; i < 1000; i++) grown.push(i % 7);
    expect([grown.length, grown.at(999)]).toEqual([1000, 5]);
    expect([...byNumber(grown.view(), 6).members(5)]).toEqual(
      Array.from({ length: 1000 }, (_, i) => i).filter((i) => i % 7 === 5),
    );
  });
});

it('groups lines by their first fields; a line that has no more tells of its group', () => {
  const lines = ['a\t', 'a\t1\tx', 'a\t2\ty', 'ab\tz', 'b\t'];
  expect([...groupsOf(lines, (line) => leading(line, 1))]).toEqual([
    ['a\t', ['a\t1\tx', 'a\t2\ty']],
    ['ab\t', ['ab\tz']],
    ['b\t', []],
  ]);
});
