import vm from 'node:vm';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { unpack } from '#pipeline/explorer/data/unpack.ts';
import { textScript } from '#pipeline/publish/explorer/documents.ts';
import type { PackedRows } from '#pipeline/publish/explorer/pack.ts';
import { exploredTables, listPath, partPath } from '#pipeline/publish/explorer/paths.ts';
import { columnsOf } from '#schemas/derive/columns.ts';
import type { Row, Table } from '#schemas/table.ts';
import { changes, mentions } from '#schemas/tables/index.ts';
import { arbitraryRow, exampleRow } from '../arbitrary.ts';
import { type Files, publishedFiles } from './memory.ts';

/** Runs a script as a browser would; gives what it handed over. */
function ran(files: Files, path: string): unknown[] {
  const calls: unknown[] = [];
  const take = (...args: unknown[]): void => void calls.push(...args);
  vm.runInNewContext(Buffer.from(files.get(path)!).toString(), { tearsheet: { list: take, part: take, text: take } });
  return JSON.parse(JSON.stringify(calls)) as unknown[];
}

function partsOf(table: Table, files: Files): { list: [number, string | null][]; rows: Row[] } {
  const list = ran(files, listPath(table.name))[1] as [number, string | null][];
  const rows = list.flatMap(([count], number) => {
    const packed = ran(files, partPath(table.name, number))[2] as PackedRows;
    const columns = columnsOf(table).filter(({ name }) => name in packed);
    const cells = columns.map((column) => unpack(column, packed[column.name]!, count));
    return Array.from({ length: count }, (_, i) =>
      Object.fromEntries(columns.map(({ name }, c) => [name, cells[c]![i]!])),
    );
  });
  return { list, rows };
}

const repeated = ['source_file', 'text_sha256', 'url', 'publisher', 'published_on', 'evidence_url'];

describe.each(exploredTables.map((table) => ({ name: table.name, table })))('$name', ({ table }) => {
  it('says the same as JSON, whatever the rows', () => {
    fc.assert(
      fc.property(fc.array(arbitraryRow(table), { maxLength: 12 }), (given) => {
        const files = publishedFiles(table, given);
        const rows = JSON.parse(Buffer.from(files.get(`json/${table.name}.json`)!).toString()) as Row[];
        const expected = rows.map((row) =>
          Object.fromEntries(Object.entries(row).filter(([name]) => !table.grounded || !repeated.includes(name))),
        );
        expect(partsOf(table, files).rows).toStrictEqual(expected);
      }),
      { numRuns: 20 },
    );
  });
});

describe('parts', () => {
  it('end with an article, and name the first', () => {
    const ids = ['a_aaaaaaaaaaaaaaaa', 'a_bbbbbbbbbbbbbbbb', 'a_cccccccccccccccc'];
    const rows = ids.flatMap((article_id, i) =>
      Array.from({ length: [1_000, 1_200, 10][i]! }, () => ({ ...exampleRow(mentions), article_id })),
    );
    expect(partsOf(mentions, publishedFiles(mentions, rows)).list).toEqual([
      [2_200, ids[0]],
      [10, ids[2]],
    ]);
  });

  it('are none where a table has no row, and for changes not even a list', () => {
    expect(partsOf(mentions, publishedFiles(mentions, []))).toEqual({ list: [], rows: [] });
    expect([...publishedFiles(changes, []).keys()].filter((path) => path.startsWith('explorer/'))).toEqual([]);
  });
});

describe('the script of a text', () => {
  it.each([
    '</script><script>alert(1)</script>',
    '\u2028\u2029 "quotes" \\ `1` \u202e',
    '\ud83c\udf0a',
    '*/ ); alert(1); //',
  ])('hands over exactly %j', (text) => {
    expect(ran(new Map([['x', Buffer.from(textScript('a_x', text))]]), 'x')).toEqual(['a_x', text]);
  });
});
