import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { originsAgree, valuesAgree } from '#pipeline/resolve/figures/agree.ts';
import { measureKey } from '#pipeline/resolve/figures/statement.ts';
import { loadStatisticWords } from '#pipeline/resources/statistics.ts';
import type { RowOf } from '#schemas/table.ts';
import { statistics } from '#schemas/tables/statistics.ts';
import { figuresOf } from './joined.ts';

type Statistic = RowOf<typeof statistics>;

const folder = new URL('../../pipeline/resources/', import.meta.url);
const { synonyms, tolls } = loadStatisticWords((path) => readFileSync(new URL(path, folder)));

const letters = 'abcdefghijklmnopqrstuvwxyz';
const key = (prefix: string, n: number): string => `${prefix}_${letters[n % 26]!.repeat(16)}`;

/** A valid row of article `n`. */
function statement(n: number, columns: Partial<Statistic>): Statistic {
  return statistics.row.parse({
    ...{ statistic_id: key('s', n), figure_id: null, measure: 'people killed', subject: null, subject_entity_id: null },
    ...{
      value_text: '14',
      value: 14,
      value_low: null,
      value_high: null,
      unit: null,
      unit_text: 'people',
      kind: 'count',
    },
    ...{ currency: null, currency_basis: null, per: null, qualifier: 'exact', change: 'none', base_value: null },
    period_text: 'on Wednesday',
    ...{ period_start: '2026-05-13', period_end: '2026-05-13', period_precision: 'day', period_basis: 'relative' },
    ...{ place: 'Slovenia', place_entity_id: null, place_basis: 'stated', polarity: 'positive', modality: 'actual' },
    ...{ attributed_to: null, attributed_to_entity_id: null, attribution_basis: 'none', article_id: key('a', n) },
    ...{ source_file: 'x.txt', text_sha256: '0'.repeat(64), url: null, publisher: null, published_on: '2026-05-14' },
    ...{ char_start: 0, char_end: 2, quote: '14', sentence: '14', extractor: 'statistics@1', confidence: 0.9 },
    evidence_url: 'explorer/index.html#/a_q3v5k2w7c4mz6xta/s_q3v5k2w7c4mz6xta',
    ...columns,
  });
}

function join(rows: readonly Statistic[], origins: Readonly<Record<string, string>> = {}) {
  return figuresOf(rows, {
    originKeyOf: (id) => origins[id] ?? id,
    publishedOn: (id) => rows.find((r) => r.article_id === id)?.published_on ?? null,
    synonyms,
    tolls,
  });
}

describe('what is joined', () => {
  it('joins two origins that agree', () => {
    const since = {
      measure: 'murder rate',
      value: 16,
      unit: '%',
      kind: 'percent',
      change: 'fall',
      place: 'Ecuador',
      published_on: null,
    } as const;
    const { rows, figureOf } = join([
      statement(1, { ...since, period_start: '2023-01-01', period_end: null }),
      statement(2, { ...since, qualifier: 'approximate', period_start: '2023-01-01', period_end: '2024-12-31' }),
    ]);
    expect(rows).toMatchObject([
      { agreement: 'agree', origin_count: 2, best: 16, change: 'fall', period_end: '2024-12-31' },
    ]);
    expect(new Set(figureOf.values()).size).toBe(1);
  });

  it('shows a conflict with the evidence of both', () => {
    const { rows } = join([statement(1, {}), statement(2, { value: 11, measure: 'deaths' })]);
    expect(rows).toMatchObject([{ low: 11, high: 14, best: 14, agreement: 'conflict', statement_count: 2 }]);
  });

  it('takes a toll that rises from day to day as replaced, one that falls as contradicted', () => {
    const [one, two] = [statement(1, { value: 11 }), statement(2, { value: 14, published_on: '2026-05-15' })];
    expect(join([one, two]).rows).toMatchObject([{ low: 11, best: 14, high: 14, agreement: 'agree' }]);
    const fallen = statement(2, { value: 9, published_on: '2026-05-15' });
    expect(join([one, fallen]).rows).toMatchObject([{ low: 9, best: 9, high: 11, agreement: 'conflict' }]);
  });

  it('on one day only the same source replaces its own toll', () => {
    const from = (n: number, value: number, who: string) => statement(n, { value, attributed_to: who });
    expect(join([from(1, 11, 'police'), from(2, 14, 'police')]).rows).toMatchObject([{ agreement: 'agree' }]);
    expect(join([from(1, 11, 'police'), from(2, 14, 'hospital')]).rows).toMatchObject([{ agreement: 'conflict' }]);
  });

  it('takes no rate for a toll', () => {
    const rate = { measure: 'murder rate', unit: '%', kind: 'percent' } as const;
    const { rows } = join([statement(1, rate), statement(2, { ...rate, value: 20, published_on: '2026-05-15' })]);
    expect(rows).toMatchObject([{ agreement: 'conflict' }]);
  });

  it('joins what is so on the days of two publications', () => {
    const now = {
      measure: 'turnout',
      period_text: null,
      period_basis: 'inferred',
      unit: '%',
      kind: 'percent',
    } as const;
    const day = (on: string) => ({ ...now, published_on: on, period_start: on, period_end: on });
    const { rows } = join([statement(1, day('2026-05-14')), statement(2, day('2026-05-16'))]);
    expect(rows).toMatchObject([{ agreement: 'agree', statement_count: 2 }]);
  });

  it('finds that a rounded number and its source agree', () => {
    const rate = { measure: 'inflation', unit: '%', kind: 'percent' } as const;
    const rows = [
      statement(1, { ...rate, value: 15.8 }),
      statement(2, { ...rate, value: 16, qualifier: 'approximate' }),
    ];
    expect(join(rows).rows).toMatchObject([{ agreement: 'agree', best: 15.8 }]);
  });

  it('counts copies of one text once', () => {
    const { rows } = join([statement(1, {}), statement(2, {})], { [key('a', 1)]: 'wire', [key('a', 2)]: 'wire' });
    expect(rows).toMatchObject([{ origin_count: 1, statement_count: 1, article_count: 2, agreement: 'single' }]);
  });

  it('counts what a copy adds, and what one text says twice', () => {
    const [first, again] = [statement(1, {}), { ...statement(1, { char_start: 9 }), statistic_id: key('s', 3) }];
    const [copy, added] = [
      statement(2, {}),
      { ...statement(2, { qualifier: 'at_least', char_start: 9 }), statistic_id: key('s', 4) },
    ];
    const { rows } = join([first, again, copy, added], { [key('a', 1)]: 'wire', [key('a', 2)]: 'wire' });
    expect(rows).toMatchObject([{ origin_count: 1, statement_count: 3, article_count: 2 }]);
  });

  it('takes the value of the latest statements', () => {
    const { rows } = join([
      statement(1, { value: 11 }),
      statement(2, { value: 11 }),
      statement(3, { value: 14, published_on: '2026-05-15' }),
    ]);
    expect(rows).toMatchObject([{ best: 14, low: 11 }]);
  });

  it('joins the same telling number without a place, printed within a week', () => {
    const damage = {
      measure: 'damage',
      kind: 'money',
      unit: 'EUR',
      currency: 'EUR',
      value: 45e6,
      place: null,
      place_basis: 'none',
      period_start: null,
      period_end: null,
    } as const;
    expect(join([statement(1, damage), statement(2, damage)]).rows).toHaveLength(1);
    expect(join([statement(1, damage), statement(2, { ...damage, published_on: '2026-07-01' })]).rows).toHaveLength(2);
    expect(join([statement(1, damage), statement(2, { ...damage, value: 50e6 })]).rows).toHaveLength(2);
  });
});

describe('what stays apart', () => {
  it.each<[string, Partial<Statistic>]>([
    ['another place', { place: 'Croatia' }],
    ['another period', { period_start: '2025-05-13', period_end: '2025-05-13' }],
    ['another measure', { measure: 'people injured' }],
    ['another unit', { unit: '%', kind: 'percent' }],
    ['a change and a level', { change: 'rise' }],
    ['another subject', { subject: 'army' }],
  ])('%s', (_what, columns) => {
    const base = statement(1, { subject: columns.subject ? 'police' : null });
    expect(join([base, statement(2, columns)]).rows).toHaveLength(2);
  });

  it.each<[string, Partial<Statistic>]>([
    ['a denial', { polarity: 'negative' }],
    ['a forecast', { modality: 'projected' }],
    ['no measure', { measure: null }],
    ['no value', { value: null }],
  ])('%s has no figure', (_what, columns) => {
    const { rows, figureOf } = join([statement(1, columns)]);
    expect([rows.length, figureOf.size]).toEqual([0, 0]);
  });

  it('lets measures that nobody knows to be comparable contradict nothing', () => {
    const seats = { measure: 'seats', unit_text: 'seats' };
    expect(join([statement(1, { ...seats, value: 51 }), statement(2, { ...seats, value: 90 })]).rows).toHaveLength(2);
  });
});

it('does not depend on the order of its input', () => {
  const some = fc.array(
    fc.record({
      value: fc.constantFrom(11, 12, 14, 2300),
      measure: fc.constantFrom('people killed', 'deaths', 'seats'),
      place: fc.constantFrom('Slovenia', 'Croatia', null),
      period_start: fc.constantFrom('2026-05-13', null),
      published_on: fc.constantFrom('2026-05-14', '2026-05-15', null),
      qualifier: fc.constantFrom('exact', 'at_least', 'approximate'),
    }),
    { maxLength: 20 },
  );
  fc.assert(
    fc.property(some, fc.infiniteStream(fc.nat()), (columns, keys) => {
      const rows = columns.map((c, n) => statement(n, { ...c, period_end: c.period_start } as Partial<Statistic>));
      const shuffled = rows
        .map((row) => ({ row, at: keys.next().value! }))
        .sort((a, b) => a.at - b.at)
        .map(({ row }) => row);
      const [one, two] = [join(rows), join(shuffled)];
      expect(two.rows).toEqual(one.rows);
      expect(new Map([...two.figureOf].sort())).toEqual(new Map([...one.figureOf].sort()));
      const { length } = one.rows;
      expect(new Set(one.rows.map((r) => r.figure_id)).size).toBe(length);
      for (const { low, best, high } of one.rows) expect(low <= best && best <= high).toBe(true);
    }),
    { numRuns: 100 },
  );
});

it.each<[number, Statistic['qualifier'], number, Statistic['qualifier'], boolean]>([
  [14, 'exact', 14, 'at_least', true],
  [11, 'exact', 14, 'exact', false],
  [11, 'exact', 14, 'at_least', false],
  [16, 'approximate', 15.8, 'exact', true],
  [16, 'exact', 15.8, 'exact', true],
  [16, 'exact', 17, 'exact', false],
  [2300, 'approximate', 2347, 'exact', true],
  [14, 'at_least', 2000, 'exact', false],
  [20, 'at_most', 14, 'exact', true],
])('%d (%s) and %d (%s) agree: %s', (a, qa, b, qb, expected) => {
  expect(valuesAgree(statement(1, { value: a, qualifier: qa }), statement(2, { value: b, qualifier: qb }))).toBe(
    expected,
  );
});

it('compares measures without case, article and number', () => {
  expect(measureKey('The Murder Rates')).toBe('murder rate');
  expect(measureKey('injuries')).toBe('injury');
});

it('tells as two by two whether origins agree', () => {
  const qualifier = fc.constantFrom('exact', 'approximate', 'at_least', 'at_most', 'range');
  const value = fc.record({ value: fc.constantFrom(9, 10, 10.4, 11, 14, 20, null), qualifier, origin: fc.nat(3) });
  fc.assert(
    fc.property(fc.array(value, { maxLength: 6 }), (values) => {
      const stated = values.map(({ origin, value, qualifier }) => {
        const ends = value === null ? { value_low: 8, value_high: 10 } : {};
        return {
          origin: String(origin),
          row: statement(origin, { value, ...ends, qualifier: qualifier as Statistic['qualifier'] }),
        };
      });
      const pairs = stated.every((a) => stated.every((b) => a.origin === b.origin || valuesAgree(a.row, b.row)));
      expect(originsAgree(stated)).toBe(pairs);
    }),
  );
});
