import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readSurnames } from '#pipeline/resources/surnames.ts';

const folder = new URL('../../pipeline/resources/', import.meta.url);

describe('surnames', () => {
  it('are found whatever their case, diacritics and apostrophes', () => {
    const surnames = readSurnames(() => new TextEncoder().encode('abel\nobrien\nsmith\nsmithers\nzuniga\n'));
    expect(['Abel', "O'Brien", 'O’Brien', 'SMITH', 'Zúñiga'].filter((name) => !surnames.has(name))).toEqual([]);
    expect(['', 'A', 'Smit', 'Smithe', 'Zz', 'Aa', '17'].filter((name) => surnames.has(name))).toEqual([]);
  });

  it('in the list are each found', () => {
    const surnames = readSurnames((path) => readFileSync(new URL(path, folder)));
    const lines = readFileSync(new URL('gazetteers/surnames.txt', folder), 'utf8').trim().split('\n');
    expect(lines.filter((line, at) => at % 97 === 0 && !surnames.has(line))).toEqual([]);
    expect(surnames.has('Turbocell')).toBe(false);
  });
});
