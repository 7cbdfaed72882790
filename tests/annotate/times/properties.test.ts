import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { dayNumber, dayOf, isoDay, isoWeek, readIsoDay, weekdayOf } from '#pipeline/annotate/times/calendar.ts';
import { documentOf } from '../../document.ts';

const negative = readFileSync(new URL('../../negative/times.txt', import.meta.url), 'utf8');

it.each(negative.split('\n').filter((line) => line !== '' && !line.startsWith('#')))('finds no time: %s', (line) => {
  expect(documentOf(line, { published_on: '2026-05-14' }).times.map((t) => line.slice(t.start, t.end))).toEqual([]);
});

const words = [
  'May',
  '5',
  ',',
  '2024',
  'the',
  'first',
  'week',
  'of',
  '12',
  ':',
  '30',
  'p.m.',
  'last',
  '-',
  '’s',
  '🙂',
  '90s',
];
const text = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.array(fc.constantFrom(...words)).map((list) => list.join(' ')),
);

it('finds runs of tokens in order, whatever the text', () => {
  fc.assert(
    fc.property(text, (any) => {
      const { times, tokens } = documentOf(any || ' ', { published_on: '2024-02-29' });
      let last = 0;
      for (const time of times) {
        expect(time.firstToken).toBeGreaterThanOrEqual(last);
        expect(time.endToken).toBeGreaterThan(time.firstToken);
        expect([time.start, time.end]).toEqual([tokens[time.firstToken]!.start, tokens[time.endToken - 1]!.end]);
        expect(time.from === null || time.to === null || time.from <= time.to).toBe(true);
        last = time.endToken;
      }
    }),
    { numRuns: 200 },
  );
});

it('counts days as the calendar does', () => {
  fc.assert(
    fc.property(fc.integer({ min: -300_000, max: 300_000 }), (number) => {
      const { year, month, day } = dayOf(number);
      expect(dayNumber(year, month, day)).toBe(number);
      const date = new Date(number * 86_400_000);
      expect([date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate()]).toEqual([year, month, day]);
      expect(weekdayOf(number) % 7).toBe(date.getUTCDay());
      expect(readIsoDay(isoDay(number))).toBe(number);
    }),
  );
});

it('knows the weeks at the turn of the year and days that do not exist', () => {
  expect(isoWeek(dayNumber(2021, 1, 3))).toBe('2020-W53');
  expect(isoWeek(dayNumber(2024, 12, 30))).toBe('2025-W01');
  expect(readIsoDay('2025-02-29')).toBeNull();
});
