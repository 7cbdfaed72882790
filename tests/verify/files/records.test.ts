import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { recordsOf } from '#pipeline/verify/files/records.ts';
import { readerOf } from '../release.ts';

const lines = fc.string({ unit: fc.constantFrom('a', 'é', '🌊', ',', '\n', '"', '\r') });

/** All records, so many taken at a time, from chunks of so many bytes. */
function taken(text: string, quoted: boolean, count: number, chunk: number): string[] {
  const reader = readerOf(new Map([['a.csv', Buffer.from(text)]]));
  const records = recordsOf(reader, 'a.csv', quoted, chunk);
  const found: string[] = [];
  for (;;) {
    const { text: some, count: got, isLast } = records.take(count);
    expect(isLast || got === count).toBe(true);
    if (got > 0) found.push(...(quoted ? split(`${some}\n`) : some.split('\n')));
    expect(found.length % count === 0 || isLast).toBe(true);
    if (isLast) return found;
  }
}

/** Cuts a text behind line feeds that an even number of quotation marks precedes. */
function split(text: string): string[] {
  const found: string[] = [];
  let start = 0;
  let marks = 0;
  for (let i = 0; i < text.length; i++) {
    if (text[i] === '"') marks++;
    if (text[i] !== '\n' || marks % 2 === 1) continue;
    found.push(text.slice(start, i));
    start = i + 1;
  }
  return found;
}

describe('records', () => {
  it('are the lines of a file, whatever is read or taken at a time', () => {
    fc.assert(
      fc.property(lines, fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 9 }), (text, count, chunk) => {
        expect(taken(`${text}\n`, false, count, chunk)).toEqual(text.split('\n'));
      }),
    );
  });

  it('go on behind a line feed between quotation marks', () => {
    fc.assert(
      fc.property(lines, fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 9 }), (text, count, chunk) => {
        const closed = (text.split('"').length - 1) % 2 === 0 ? `${text}\n` : `${text}"\n`;
        expect(taken(closed, true, count, chunk)).toEqual(split(closed));
      }),
    );
  });

  it.each([
    ['no line feed at its end', 'a\nb', false],
    ['a quotation mark that is not closed', 'a\n"b\n', true],
  ])('are refused where a file has %s', (_name, text, quoted) => {
    expect(() => taken(text, quoted, 2, 3)).toThrow('its last line has no line feed');
  });
});
