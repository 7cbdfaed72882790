import { describe, expect, it } from 'vitest';
import { summarize } from '#pipeline/publish/change-summary.ts';
import { type Change, changesBetween } from '#pipeline/publish/changes.ts';
import { contentHash } from '#pipeline/publish/checksums.ts';
import { documents } from '#pipeline/publish/documents.ts';
import { verify } from '#pipeline/verify/index.ts';
import type { Row } from '#schemas/table.ts';
import { changes, tables } from '#schemas/tables/index.ts';
import { type Rows, readerOf, releaseOf, validRows } from '../verify/release.ts';

const release = '2026-05-15-1a2b3c4d';
const compare = (before: Rows, after: Rows): Change[] => [
  ...changesBetween(
    release,
    ({ name }) => before[name]!,
    ({ name }) => after[name]!,
  ),
];
const told = (found: readonly Change[]) =>
  found.map(({ row: { table, op, column, old_value, new_value, cause } }) => [
    table,
    op,
    column,
    old_value,
    new_value,
    cause,
  ]);

/** The second set of rows with some cells of a row replaced. */
const edited = (table: string, index: number, cells: Row): Rows => {
  const rows = validRows();
  rows[table]![index] = { ...rows[table]![index]!, ...cells };
  return rows;
};

describe('changesBetween', () => {
  it('says nothing of equal releases, in whatever order their rows stand', () => {
    const turned = Object.fromEntries(Object.entries(validRows()).map(([name, rows]) => [name, rows.toReversed()]));
    expect(compare(validRows(), turned)).toEqual([]);
  });

  it('lays a cell to the pipeline while its article is the same', () => {
    const found = compare(validRows(), edited('statistics', 0, { value: 12, unit: null }));
    expect(told(found)).toEqual([
      ['statistics', 'changed', 'value', '1200000', '12', 'pipeline'],
      ['statistics', 'changed', 'unit', '%', null, 'pipeline'],
    ]);
    for (const { row } of found) expect(changes.row.parse(row)).toEqual(row);
  });

  it('lays to the source what a new text of the article changes, and not what other articles say', () => {
    const after = edited('articles', 0, { text_sha256: '0'.repeat(64) });
    after.dates![0] = { ...after.dates![0]!, kind: 'time' };
    after.dates![1] = { ...after.dates![1]!, kind: 'time' };
    after.figures![0] = { ...after.figures![0]!, best: 17 };
    after.statistics![1] = { ...after.statistics![1]!, figure_id: null };
    const found = told(compare(validRows(), after)).map(
      ([table, , column, , , cause]) => `${table}.${column} ${cause}`,
    );
    expect(found.sort()).toEqual([
      'articles.text_sha256 source',
      'dates.kind pipeline',
      'dates.kind source',
      'figures.best source',
      'statistics.figure_id source',
    ]);
  });

  it('lays to the source the rows of an article that came or went', () => {
    const before = validRows();
    const gone = before.articles!.shift()!.article_id;
    for (const { name, grounded } of tables) {
      if (grounded) before[name] = before[name]!.filter((row) => row.article_id !== gone);
    }
    const came = told(compare(before, validRows()));
    expect(new Set(came.map(([, op, , , , cause]) => `${op} ${cause}`))).toEqual(new Set(['added source']));
    const went = told(compare(validRows(), before));
    expect(new Set(went.map(([, op, , , , cause]) => `${op} ${cause}`))).toEqual(new Set(['removed source']));
  });

  it('lays a reject to the source where its file is new, to the pipeline where it was read before', () => {
    const before = validRows();
    before.rejects = [];
    expect(told(compare(before, validRows()))).toEqual([['rejects', 'added', null, null, null, 'source']]);
    const { source_file, source_sha256 } = before.articles![0]!;
    const row = { ...validRows().rejects![0]!, source_file: source_file!, source_sha256: source_sha256!, record: null };
    expect(told(compare(before, { ...before, rejects: [row] }))).toEqual([
      ['rejects', 'added', null, null, null, 'pipeline'],
    ]);
  });

  it('makes rows that verify agrees with', async () => {
    const after = edited('figures', 0, { best: 17 });
    after.changes = compare(validRows(), after).map(({ row }) => row);
    expect(after.changes).toHaveLength(1);
    expect(await verify(readerOf(releaseOf(after)))).toEqual([]);
  });
});

describe('CHANGES.md', () => {
  const text = documents.find(({ path }) => path === 'CHANGES.md')!.text;
  const facts = { counts: {}, sources: [] };

  it('tells which values changed, and why', () => {
    const summary = summarize(release);
    const after = edited('figures', 0, { best: 17, measure: 'people *killed*\n# in' });
    for (const change of compare(validRows(), after)) summary.add(change);
    const written = text({ ...facts, changes: summary.summary() });
    expect(written).toContain('| figures | cells changed | pipeline | 2 |');
    expect(written).toMatch(
      /- figures f_\w+ \(people \\\*killed\\\* \\# in\): best was \*\*16\*\*, is \*\*17\*\*; cause: pipeline/,
    );
  });

  it('says so where there is nothing to tell', () => {
    expect(text({ ...facts, changes: null })).toMatch(/first release/);
    expect(text({ ...facts, changes: summarize(release).summary() })).toContain(
      `No row differs from release ${release}.`,
    );
  });
});

describe('contentHash', () => {
  const digests = new Map([...releaseOf(validRows()).keys()].map((path) => [path, 'a'.repeat(64)]));
  const hashWith = (path: string): string => contentHash(new Map([...digests, [path, 'b'.repeat(64)]]));

  it.each([
    'csv/figures.csv',
    'excel/figures.csv',
    'README.md',
    'CODEBOOK.md',
    'datapackage.json',
    'schema/changes.schema.json',
  ])('hangs on %s', (path) => {
    expect(digests.has(path)).toBe(true);
    expect(hashWith(path)).not.toBe(contentHash(digests));
  });

  it.each(['build.json', 'CHANGES.md', 'SHA256SUMS', 'csv/changes.csv', 'parquet/changes.parquet'])(
    'does not hang on %s',
    (path) => {
      expect(digests.has(path)).toBe(true);
      expect(hashWith(path)).toBe(contentHash(digests));
    },
  );

  it('does not hang on the order of files', () => {
    expect(contentHash(new Map([...digests].reverse()))).toBe(contentHash(digests));
  });
});
