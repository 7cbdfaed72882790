import { describe, expect, it } from 'vitest';
import { charts } from '#pipeline/publish/charts/charts.ts';
import { publishTable } from '#pipeline/publish/publish-table.ts';
import type { Row, Table } from '#schemas/table.ts';
import { events, figures, quotations } from '#schemas/tables/index.ts';
import { exampleRow } from '../arbitrary.ts';
import { type Files, openIn, publishedFiles } from './memory.ts';

const drawn = (table: Table, rows: readonly Row[]): string => {
  const { path } = charts.find((chart) => chart.table === table)!;
  return Buffer.from(publishedFiles(table, rows).get(path)!).toString();
};
const rowsOf = (table: Table, some: readonly Row[]): Row[] => some.map((cells) => ({ ...exampleRow(table), ...cells }));

describe('every chart', () => {
  it.each(charts.map((chart) => [chart.path, chart] as const))(
    '%s is drawn also of nothing, and says so',
    (_, chart) => {
      expect(drawn(chart.table, [])).toMatch(/^<svg [^>]*role="img">.*(No|Nobody) .*<\/svg>\n$/s);
    },
  );

  it.each(charts.map((chart) => [chart.path, chart] as const))(
    '%s is the same however rows are cut',
    (path, { table }) => {
      const rows = Array.from({ length: 40 }, (_, i) => ({
        ...exampleRow(table),
        [table.key]: `${exampleRow(table)[table.key]}`.slice(0, -2) + 'abcd'[i & 3] + 'abcdefghij'[i % 10],
      }));
      const cut: Files = new Map();
      publishTable(table, [rows.slice(0, 3), [], rows.slice(3)], openIn(cut));
      expect(Buffer.from(cut.get(path)!).toString()).toBe(drawn(table, rows));
    },
  );
});

describe('events over time', () => {
  it('counts what happened by its day, leaves out what lies far away, and says how many', () => {
    const days = [...Array.from({ length: 9 }, (_, i) => `2026-05-1${i}`), '1066-10-14', null];
    const svg = drawn(
      events,
      rowsOf(
        events,
        days.map((date_start) => ({ date_start, modality: 'actual' })),
      ),
    );
    expect(svg).toContain('9 events that happened, by their first day; 1 without a day, 1 far from the others');
    expect(svg.match(/class="bar"/g)).toHaveLength(9);
    expect(svg).toContain('<title>2026-05-13: 1</title>');
  });

  it('leaves out what is only planned', () => {
    expect(drawn(events, rowsOf(events, [{ modality: 'planned', date_start: '2026-05-14' }]))).toContain(
      'No event has a day',
    );
  });
});

describe('figures reported most', () => {
  it('shows best, low and high of those that are stated twice, most origins first', () => {
    const svg = drawn(
      figures,
      rowsOf(figures, [
        {
          measure: 'people hurt',
          low: 20,
          best: 25,
          high: 30,
          origin_count: 2,
          statement_count: 3,
          agreement: 'conflict',
        },
        {
          measure: 'people killed',
          low: 14,
          best: 14,
          high: 14,
          origin_count: 5,
          statement_count: 5,
          agreement: 'agree',
        },
        { measure: 'shelters', origin_count: 1, statement_count: 1 },
      ]),
    );
    expect(svg.indexOf('people killed')).toBeLessThan(svg.indexOf('people hurt'));
    expect(svg).toMatch(/25 \(20–30\)/);
    expect(svg).toContain('2 origins, conflict');
    expect(svg).not.toContain('shelters');
  });
});

describe('quoted most', () => {
  it('counts by person, and draws no word as markup', () => {
    const name = '</text><script>alert(1)</script>\u202e';
    const rows = [
      ...Array.from({ length: 3 }, () => ({ speaker: name, speaker_entity_id: 'e_aaaaaaaaaaaaaaaa' })),
      { speaker: 'Ana Kovač', speaker_entity_id: 'e_bbbbbbbbbbbbbbbb' },
      { speaker: 'a spokesman', speaker_entity_id: null },
    ];
    const svg = drawn(quotations, rowsOf(quotations, rows));
    expect(svg).toContain('&lt;/text&gt;&lt;script&gt;alert');
    expect(svg).not.toContain('<script');
    expect(svg).not.toContain('\u202e');
    expect(svg).toContain('Ana Kovač');
    expect(svg).not.toContain('spokesman');
  });
});
