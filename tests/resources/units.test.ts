import { UcumLhcUtils } from '@lhncbc/ucum-lhc';
import { describe, expect, it } from 'vitest';
import { entries, rows } from '#pipeline/resources/entries.ts';
import { readResource } from '../document.ts';

const ucum = UcumLhcUtils.getInstance();

describe('units.txt', () => {
  const codes = [...new Set(entries(readResource, 'units.txt').map((line) => line.split('|')[0]!.trim()))];

  it.each(codes)('%s is a UCUM code', (code) => {
    expect(ucum.validateUnitString(code)).toMatchObject({ status: 'valid', ucumCode: code });
  });
});

describe('unit-parts.txt', () => {
  it.each(rows(readResource, 'unit-parts.txt'))(
    '%s is made of %s, %s of them',
    (...[whole = '', part = '', count = '']) => {
      const { toVal } = ucum.convertUnitTo(whole, 1, part);
      // A year is no whole number of months by UCUM's count of days.
      expect(Math.round(toVal ?? 0)).toBe(Number(count));
    },
  );
});
