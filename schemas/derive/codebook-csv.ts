import type { Table } from '../table.ts';
import { columnsOf } from './columns.ts';

const header = [
  'table',
  'position',
  'column',
  'title',
  'description',
  'type',
  'nullable',
  'unit',
  'values',
  'pattern',
  'minimum',
  'maximum',
  'is_key',
  'references',
  'example',
];

/** The codebook for programs: a line of CSV for each column of each table. Many values are joined with ` | `. */
export function codebookCsv(tables: readonly Table[]): string {
  const records = tables.flatMap((table) =>
    columnsOf(table).map((c, i) => [
      ...[table.name, i + 1, c.name, c.title, c.description, c.type, c.nullable, c.unit],
      ...[
        c.values?.join(' | ') ?? null,
        c.pattern,
        c.minimum,
        c.maximum,
        c.name === table.key,
        c.references,
        c.example,
      ],
    ]),
  );
  return [header, ...records].map((record) => `${record.map(cell).join(',')}\n`).join('');
}

function cell(value: string | number | boolean | null): string {
  const text = value === null ? '' : String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
