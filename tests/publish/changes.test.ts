import { describe, expect, it } from 'vitest';
import { summarize } from '#pipeline/publish/change-summary.ts';
import { type Change, changesBetween } from '#pipeline/publish/changes.ts';
import { contentHash } from '#pipeline/publish/checksums.ts';
import { releaseDocuments } from '#pipeline/publish/documents.ts';
import type { ChangeSummary } from '#pipeline/publish/facts.ts';
import { verify } from '#pipeline/verify/index.ts';
import type { Row } from '#schemas/table.ts';
import { changes, tables } from '#schemas/tables/index.ts';
import { factsOf, type Rows, readerOf, releaseOf, validRows } from '../verify/release.ts';

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

  it('lays to the source what other metadata beside the same file change', () => {
    const after = edited('articles', 0, { metadata_sha256: '0'.repeat(64), title: 'Other' });
    after.dates![0] = { ...after.dates![0]!, start: null };
    expect(new Set(told(compare(validRows(), after)).map(([, , , , , cause]) => cause))).toEqual(new Set(['source']));
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

  it('tells which entity became another, and which became two', () => {
    const [one, other] = [validRows(), validRows()];
    const id = String(one.entities![0]!.entity_id);
    const fresh = 'e_aaaaaaaaaaaaaaaa';
    const renamed = (rows: Rows, which: (index: number) => boolean): void => {
      const own = rows.mentions!.filter((row) => row.entity_id === id);
      for (const [index, row] of own.entries()) if (which(index)) (row as Record<string, unknown>).entity_id = fresh;
    };
    renamed(other, () => true);
    other.entities![0] = { ...other.entities![0]!, entity_id: fresh };
    const entityMoves = (found: readonly Change[]) =>
      found
        .filter(({ row }) => row.table === 'entities' && row.column === 'entity_id')
        .map(({ row }) => [row.op, row.row_id, row.old_value, row.new_value]);
    expect(entityMoves(compare(one, other))).toEqual([['changed', id, id, fresh]]);
    const parted = validRows();
    renamed(parted, () => true);
    parted.entities!.push({ ...parted.entities![0]!, entity_id: fresh });
    expect(entityMoves(compare(validRows(), parted))).toEqual([['changed', id, id, fresh]]);
    expect(entityMoves(compare(validRows(), validRows()))).toEqual([]);
  });

  it('makes rows of what merged that verify agrees with', async () => {
    const before = validRows();
    const after = validRows();
    const key = 'f_aaaaaaaaaaaaaaaa';
    const figure = String(before.figures![0]!.figure_id);
    for (const rows of [before]) {
      rows.figures![0] = { ...rows.figures![0]!, figure_id: key };
      rows.statistics = rows.statistics!.map((row) => (row.figure_id === figure ? { ...row, figure_id: key } : row));
    }
    after.changes = compare(before, after).map(({ row }) => row);
    expect(after.changes.map(({ column }) => column)).toContain('figure_id');
    expect(summaryOf(after, before).counts).toContainEqual({
      ...{ table: 'figures', op: 'became', cause: 'pipeline', count: 1, rows: 1 },
    });
    const links = summaryOf(after, before).counts.filter((each) => each.table === 'statistics');
    expect(links.map(({ op }) => op)).toEqual(['changed']);
    expect(await verify(readerOf(releaseOf(after)))).toEqual([]);
  });

  it('makes rows that verify agrees with', async () => {
    const after = edited('figures', 0, { best: 17 });
    after.changes = compare(validRows(), after).map(({ row }) => row);
    expect(after.changes).toHaveLength(1);
    expect(await verify(readerOf(releaseOf(after)))).toEqual([]);
  });
});

/** What is told of the step from the valid rows to others. */
const summaryOf = (after: Rows, before = validRows()): ChangeSummary => {
  const summary = summarize(release);
  for (const change of compare(before, after)) summary.add(change);
  return summary.summary();
};

describe('what is told of changes', () => {
  it('counts rows once, however many of their cells differ', () => {
    const { counts } = summaryOf(edited('figures', 0, { best: 17, high: 18, low: 3 }));
    expect(counts).toEqual([{ table: 'figures', op: 'changed', cause: 'pipeline', count: 3, rows: 1 }]);
  });

  it('gathers the cells of a row, the most important row first', () => {
    const after = edited('figures', 0, { best: 17, high: 18 });
    after.articles![1] = { ...after.articles![1]!, title: 'Other' };
    const { rows } = summaryOf(after);
    expect(rows.map(({ table, cells }) => [table, ...cells.map(({ column }) => column)])).toEqual([
      ['figures', 'best', 'high'],
      ['articles', 'title'],
    ]);
    expect(rows[0]!.label).toBe('people killed, Slovenia, Slovenia, 2025-01-01');
  });

  it('names articles that came, went and changed, and figures that are newly in conflict', () => {
    const before = validRows();
    before.figures![0] = { ...before.figures![0]!, agreement: 'agree' };
    const gone = before.articles!.shift()!;
    const after = edited('articles', 1, { publisher: 'Other Post' });
    after.figures![0] = { ...after.figures![0]!, agreement: 'conflict' };
    const { articles, conflicts } = summaryOf(after, before);
    expect(articles.added).toEqual({ count: 1, first: [`${gone.title}, ${gone.publisher}`] });
    expect(articles.removed.count).toBe(0);
    expect(articles.changed).toEqual({ count: 1, first: [`${gone.title}, Other Post`] });
    expect(conflicts).toEqual({ count: 1, first: [expect.stringMatching(/^people killed.*: 14 to 17$/)] });
  });
});

const textOf = (path: string, changes: ChangeSummary | null): string => {
  const { text } = releaseDocuments.find((document) => document.path === path)!;
  return text({ ...factsOf({}), changes });
};

describe('CHANGES.md', () => {
  it('tells which values changed, and why', () => {
    const written = textOf(
      'CHANGES.md',
      summaryOf(edited('figures', 0, { best: 17, measure: 'people *killed*\n# in' })),
    );
    expect(written).toContain('| figures | changed | pipeline | 1 | 2 |');
    expect(written).toContain('Because the same articles are read differently – figures: 1 changed.');
    expect(written).toMatch(
      /- people \\\*killed\\\* \\# in, .* – best was \*\*16\*\*, is \*\*17\*\*, because the same articles are read differently \(figures `f_\w+`\)/,
    );
  });

  it('says so where there is nothing to tell', () => {
    expect(textOf('CHANGES.md', null)).toMatch(/first release/);
    expect(textOf('CHANGES.md', summaryOf(validRows()))).toContain(`No row differs from release ${release}.`);
  });
});

describe('release notes', () => {
  it('say in sentences what came and what changed', () => {
    const before = validRows();
    before.articles!.shift();
    const written = textOf('README.md', summaryOf(edited('figures', 0, { best: 17 }), before));
    expect(written).toMatch(/Since release 2026-05-15-1a2b3c4d: 1 article came \(“[^”]+”\)\./);
    expect(written).toContain('Because articles came, went or changed – articles: 1 new; figures: 1 changed.');
    expect(written).toMatch(/For example:\n\n- people killed/);
  });

  it('say of a first release that it is one', () => {
    expect(textOf('README.md', null)).toContain('This is the first release.');
  });
});

describe('contentHash', () => {
  const digests = new Map([...releaseOf(validRows()).keys()].map((path) => [path, 'a'.repeat(64)]));
  const hashWith = (path: string): string => contentHash(new Map([...digests, [path, 'b'.repeat(64)]]));

  it.each([
    'csv/figures.csv',
    'excel/figures.csv',
    'CODEBOOK.md',
    'codebook.csv',
    'csv/csv-metadata.json',
    'LICENSE',
    'QUALITY.md',
    'datapackage.json',
    'schema/changes.schema.json',
  ])('hangs on %s', (path) => {
    expect(digests.has(path)).toBe(true);
    expect(hashWith(path)).not.toBe(contentHash(digests));
  });

  it.each([
    'build.json',
    'README.md',
    'CHANGES.md',
    'CITATION.cff',
    'croissant.json',
    'SHA256SUMS',
    'csv/changes.csv',
    'parquet/changes.parquet',
  ])('does not hang on %s', (path) => {
    expect(digests.has(path)).toBe(true);
    expect(hashWith(path)).toBe(contentHash(digests));
  });

  it('does not hang on the order of files', () => {
    expect(contentHash(new Map([...digests].reverse()))).toBe(contentHash(digests));
  });
});
