import { describe, expect, it } from 'vitest';
import { csv } from '#pipeline/publish/csv.ts';
import { textPath } from '#pipeline/publish/documents.ts';
import { excel } from '#pipeline/publish/excel.ts';
import { textScriptPath } from '#pipeline/publish/explorer/paths.ts';
import { pathOf } from '#pipeline/publish/format.ts';
import { json } from '#pipeline/publish/json.ts';
import { verify, verifyRelease, verifyTable } from '#pipeline/verify/index.ts';
import type { Row } from '#schemas/table.ts';
import { statistics, tables } from '#schemas/tables/index.ts';
import type { Files } from '../publish/memory.ts';
import { type Rows, readerOf, releaseOf, sealed, validRows } from './release.ts';

/** Code and file of each problem, without repetition. */
const problemsIn = async (files: Files): Promise<string[]> => {
  const problems = await verify(readerOf(files));
  for (const { message } of problems) expect(message).not.toBe('');
  return [...new Set(problems.map(({ code, file }) => `${code} ${file}`))];
};

const edit = (files: Files, path: string, change: (text: string) => string): Files => {
  const before = Buffer.from(files.get(path)!).toString();
  expect(change(before), `the fault in ${path} is planted`).not.toBe(before);
  return files.set(path, Buffer.from(change(before)));
};

const flip = (bytes: Uint8Array): Uint8Array => {
  const flipped = Uint8Array.from(bytes);
  flipped[flipped.length >> 1]! ^= 1;
  return flipped;
};

const fullScript = textScriptPath(String(validRows().articles![0]!.article_id));
const fullText = textPath(String(validRows().articles![0]!.article_id));

describe('verify', () => {
  it('finds nothing wrong with a release that keeps its promises', async () => {
    expect(await verify(readerOf(releaseOf(validRows())))).toEqual([]);
  });

  it('finds nothing wrong with a release of no articles', async () => {
    const files = releaseOf(Object.fromEntries(tables.map((t) => [t.name, []])));
    files.delete(fullText);
    files.delete(fullScript);
    expect(await verify(readerOf(sealed(files)))).toEqual([]);
  });

  it('is the sum of its parts', async () => {
    const files = releaseOf(validRows());
    edit(files, 'csv/statistics.csv', (text) => text.replace('14 people', '15 people'));
    const parts = [await verifyRelease(readerOf(files)), await verifyTable(readerOf(files), statistics)];
    expect(await verify(readerOf(files))).toEqual(parts.flat());
  });

  it.each([...releaseOf(validRows()).keys()])('notices a flipped bit in %s', async (path) => {
    const files = releaseOf(validRows());
    files.set(path, flip(files.get(path)!));
    const found = await problemsIn(files);
    // A digest that no longer fits is laid to the file that it is of.
    const expected = path === 'SHA256SUMS' ? 'checksum ' : `checksum ${path}`;
    expect(found.some((problem) => problem.startsWith(expected))).toBe(true);
  });
});

describe('a flipped bit in the middle, sums made anew', () => {
  const names = tables.flatMap((table) => [csv, excel, json].map((format) => pathOf(format, table)));
  it.each(names.filter((path) => /statistics|articles|figures/.test(path)))('is found in %s', async (path) => {
    const files = releaseOf(validRows());
    files.set(path, flip(files.get(path)!));
    expect((await problemsIn(sealed(files))).length).toBeGreaterThan(0);
  });
});

describe('faults in files', () => {
  const cases: [string, (files: Files) => unknown, string[]][] = [
    ['a missing table', (f) => f.delete('parquet/figures.parquet'), ['missing_file parquet/figures.parquet']],
    ['a missing document', (f) => f.delete('CODEBOOK.md'), ['missing_file CODEBOOK.md']],
    ['an extra file', (f) => f.set('notes.txt', Buffer.from('x')), ['unexpected_file notes.txt']],
    [
      'a text that rights forbid',
      (f) => f.set('texts/a_aaaaaaaaaaaaaaaa.txt', Buffer.from('x')),
      ['rights texts/a_aaaaaaaaaaaaaaaa.txt'],
    ],
    [
      'a text for the explorer that rights forbid',
      (f) => f.set('explorer/texts/a_aaaaaaaaaaaaaaaa.js', Buffer.from('x')),
      ['rights explorer/texts/a_aaaaaaaaaaaaaaaa.js'],
    ],
    [
      'another text in the explorer',
      (f) => edit(f, fullScript, (t) => t.replace('hurt', 'Hurt')),
      [`text ${fullScript}`],
    ],
    ['a missing text in the explorer', (f) => f.delete(fullScript), [`missing_file ${fullScript}`]],
    [
      'a part of the explorer missing',
      (f) => f.delete('explorer/data/figures-0.js'),
      ['missing_file explorer/data/figures-0.js'],
    ],
    [
      'a part of the explorer too many',
      (f) => f.set('explorer/data/figures-1.js', Buffer.from('x')),
      ['unexpected_file explorer/data/figures-1.js'],
    ],
    [
      'fewer rows in the explorer',
      (f) => edit(f, 'explorer/data/dates.js', (t) => t.replace('[3,', '[2,')),
      ['count explorer/data/dates.js'],
    ],
    [
      'a list of the explorer that is none',
      (f) => edit(f, 'explorer/data/dates.js', (t) => t.replace('list', 'part')),
      ['unreadable explorer/data/dates.js', 'unexpected_file explorer/data/dates-0.js'],
    ],
    ['a missing text', (f) => f.delete(fullText), [`missing_file ${fullText}`]],
    [
      'a cell changed in csv',
      (f) => edit(f, 'csv/figures.csv', (t) => t.replace('people killed', 'people hurt')),
      ['format_differs csv/figures.csv'],
    ],
    [
      'a cell changed in excel',
      (f) => edit(f, 'excel/figures.csv', (t) => t.replace('people killed', 'people hurt')),
      ['format_differs excel/figures.csv'],
    ],
    [
      'a number written as another',
      (f) => edit(f, 'csv/figures.csv', (t) => t.replace(',16,', ',16.0,')),
      ['format_differs csv/figures.csv'],
    ],
    ['null written as text', (f) => edit(f, 'csv/changes.csv', (t) => `${t}\n`), ['row_count csv/changes.csv']],
    ['a byte order mark in csv', (f) => edit(f, 'csv/dates.csv', (t) => `\ufeff${t}`), ['unreadable csv/dates.csv']],
    [
      'a header in another order',
      (f) => edit(f, 'csv/dates.csv', (t) => t.replace('date_id,kind', 'kind,date_id')),
      ['unreadable csv/dates.csv'],
    ],
    [
      'a row dropped from csv',
      (f) => edit(f, 'csv/dates.csv', (t) => t.slice(0, t.lastIndexOf('\n', t.length - 2) + 1)),
      ['row_count csv/dates.csv'],
    ],
    ['the last line cut', (f) => edit(f, 'csv/dates.csv', (t) => t.slice(0, -5)), ['unreadable csv/dates.csv']],
    [
      'arrow cut short',
      (f) => f.set('arrow/dates.arrow', f.get('arrow/dates.arrow')!.slice(0, 999)),
      ['unreadable arrow/dates.arrow'],
    ],
    [
      'parquet cut short',
      (f) => f.set('parquet/dates.parquet', f.get('parquet/dates.parquet')!.slice(0, 999)),
      ['unreadable parquet/dates.parquet'],
    ],
    ['json cut short', (f) => edit(f, 'json/dates.json', (t) => t.slice(0, -3)), ['unreadable json/dates.json']],
    [
      'json that is not JSON',
      (f) => edit(f, 'json/dates.json', (t) => t.replace('"date_id":', 'date_id:')),
      ['unreadable json/dates.json'],
    ],
    [
      'a count in datapackage.json',
      (f) => edit(f, 'datapackage.json', (t) => t.replace('"rowCount": 3', '"rowCount": 4')),
      ['count datapackage.json'],
    ],
    [
      'a resource left out',
      (f) =>
        edit(f, 'datapackage.json', (t) =>
          t.replace('"name": "figures",\n      "type"', '"name": "fig",\n      "type"'),
        ),
      ['count datapackage.json'],
    ],
    [
      'another schema',
      (f) => edit(f, 'schema/dates.schema.json', (t) => t.replace('"minimum": 0', '"minimum": 1')),
      ['unreadable schema/dates.schema.json'],
    ],
    ['another text', (f) => edit(f, fullText, (t) => t.replace('hurt', 'Hurt')), [`text ${fullText}`]],
  ];
  it.each(cases)('%s', async (_name, plant, expected) => {
    const files = releaseOf(validRows());
    plant(files);
    const found = await problemsIn(sealed(files));
    for (const problem of expected) expect(found).toContain(problem);
    const aboutOthers = found.filter((problem) => !expected.includes(problem) && !problem.startsWith('evidence'));
    expect(aboutOthers.filter((problem) => !/count|dangling|change/.test(problem))).toEqual([]);
  });

  it('a table of another in arrow', async () => {
    const files = releaseOf(validRows());
    files.set('arrow/dates.arrow', files.get('arrow/mentions.arrow')!);
    expect(await problemsIn(sealed(files))).toContain('unreadable arrow/dates.arrow');
  });

  it('rows that differ in one binary format only', async () => {
    const other = validRows();
    other.figures![0] = { ...other.figures![0]!, best: 15 };
    for (const path of ['arrow/figures.arrow', 'parquet/figures.parquet']) {
      const files = releaseOf(validRows());
      files.set(path, releaseOf(other).get(path)!);
      expect(await problemsIn(sealed(files))).toEqual([`format_differs ${path}`]);
    }
  });
});

describe('faults in rows, alike in all formats', () => {
  const set = (table: string, index: number, cells: Row) => (rows: Rows) => {
    rows[table]![index] = { ...rows[table]![index]!, ...cells };
  };
  const cases: [string, (rows: Rows) => unknown, string, string | null][] = [
    ['a key twice', (r) => r.dates!.push(r.dates![0]!), 'duplicate_key json/dates.json', 'date_id'],
    [
      'a dangling reference',
      set('statistics', 0, { figure_id: 'f_aaaaaaaaaaaaaaaa' }),
      'dangling_reference json/statistics.json',
      'figure_id',
    ],
    [
      'a dangling reference to itself',
      set('articles', 0, { duplicate_of: 'a_aaaaaaaaaaaaaaaa' }),
      'dangling_reference json/articles.json',
      'duplicate_of',
    ],
    ['an offset shifted', set('dates', 0, { char_start: 39, char_end: 57 }), 'evidence json/dates.json', 'quote'],
    ['a span of another length', set('dates', 1, { char_end: 90 }), 'evidence json/dates.json', 'char_end'],
    [
      'a sentence without the quote',
      set('dates', 1, { sentence: 'Nobody else was hurt.' }),
      'evidence json/dates.json',
      'sentence',
    ],
    [
      'a sentence that is not there',
      set('dates', 0, { sentence: 'It killed at least 14 people.' }),
      'evidence json/dates.json',
      'sentence',
    ],
    ['a quote withheld without need', set('dates', 0, { quote: null }), 'evidence json/dates.json', 'quote'],
    ['a quote that rights forbid', set('dates', 2, { quote: 'at least 14 people' }), 'rights json/dates.json', 'quote'],
    [
      'a printed value that rights forbid',
      set('statistics', 2, { value_text: '14' }),
      'rights json/statistics.json',
      'value_text',
    ],
    [
      'another hash of the text',
      set('dates', 0, { text_sha256: '0'.repeat(64) }),
      'evidence json/dates.json',
      'text_sha256',
    ],
    [
      'another address',
      set('dates', 0, { evidence_url: 'explorer/index.html#/a_aaaaaaaaaaaaaaaa/d_aaaaaaaaaaaaaaaa' }),
      'evidence json/dates.json',
      'evidence_url',
    ],
    ['another publisher', set('dates', 0, { publisher: 'Nobody' }), 'evidence json/dates.json', 'publisher'],
    ['a count too many', set('articles', 0, { mention_count: 2 }), 'count json/articles.json', 'mention_count'],
    ['a row too few', (r) => r.mentions!.pop(), 'count json/entities.json', 'mention_count'],
  ];
  it.each(cases)('%s', async (_name, plant, expected, column) => {
    const rows = validRows();
    plant(rows);
    const problems = await verify(readerOf(releaseOf(rows)));
    const found = problems.filter(({ code, file }) => `${code} ${file}` === expected);
    expect(found.map((p) => p.column)).toContain(column);
    for (const { row } of found) expect(row).toBeGreaterThan(0);
  });

  it('an invalid row, by row and column', async () => {
    const files = releaseOf(validRows());
    edit(files, 'json/dates.json', (text) => text.replace('"kind":"date"', '"kind":"day"'));
    const problems = await verify(readerOf(sealed(files)));
    expect(problems).toContainEqual(
      expect.objectContaining({ code: 'invalid_row', file: 'json/dates.json', row: 1, column: 'kind' }),
    );
  });
});

describe('changes', () => {
  const rows = (cells: Row): Rows => {
    const all = validRows();
    const figure = String(all.figures![0]!.figure_id);
    const base = { change_id: 'ch_aaaaaaaaaaaaaaaa', release: '2026-05-15-1a2b3c4d', table: 'figures', row_id: figure };
    all.changes = [
      { ...base, op: 'changed', column: 'best', old_value: '15', new_value: '16', cause: 'source', ...cells },
    ];
    return all;
  };
  it('agree with the rows', async () => {
    expect(await verify(readerOf(releaseOf(rows({}))))).toEqual([]);
  });
  it.each<[string, Row]>([
    ['new_value', { new_value: '17' }],
    ['new_value', { old_value: '16' }],
    ['op', { op: 'removed', column: null, old_value: null, new_value: null }],
    ['op', { row_id: 'f_aaaaaaaaaaaaaaaa' }],
    ['column', { column: 'bset' }],
    ['column', { column: null }],
    ['table', { table: 'figure' }],
  ])('disagree in %s', async (column, cells) => {
    const problems = await verify(readerOf(releaseOf(rows(cells))));
    expect(problems).toEqual([expect.objectContaining({ code: 'change', file: 'json/changes.json', row: 1, column })]);
  });
});

describe('many problems of one kind', () => {
  it('are counted, not all listed', async () => {
    const rows = validRows();
    rows.dates = Array.from({ length: 100 }, () => rows.dates![0]!);
    const problems = await verify(readerOf(releaseOf(rows)));
    const duplicates = problems.filter(({ code }) => code === 'duplicate_key');
    expect(duplicates).toHaveLength(21);
    expect(duplicates.at(-1)!.message).toBe('and 79 more problems of this kind');
  });
});
