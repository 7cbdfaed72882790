import { type Column, columnsOf } from '#schemas/derive/columns.ts';
import type { Row, Table } from '#schemas/table.ts';
import type { Batch, ByteSink, RowWriter } from '../format.ts';
import { packRows } from './pack.ts';
import { listPath, partPath, receiver } from './paths.ts';

/** Rows of a part: it ends with the article that reaches so many, so that no article lies in two. */
const rowsAtLeast = 1_500;

/** What the row of its article says, too, or what follows from the key: the explorer knows it from there. */
const derived: ReadonlySet<string> = new Set([
  'source_file',
  'text_sha256',
  'url',
  'publisher',
  'published_on',
  'evidence_url',
]);

/** Columns of a table that its scripts hold. */
const packedColumns = (table: Table): readonly Column[] =>
  columnsOf(table).filter(({ name }) => !table.grounded || !derived.has(name));

/** A part of a table: its number of rows, and the article of its first row where rows have one. */
type Part = readonly [rows: number, firstArticle: string | null];

/**
 * Writes the rows of a table as scripts: a page that was opened from the disk can load scripts, but read no other file. The
 * rows are literals of JSON handed to one function, so nothing that an article says is ever run.
 */
export function tableScripts(table: Table, open: (path: string) => ByteSink): RowWriter {
  const columns = packedColumns(table);
  const parts: Part[] = [];
  let rows: Row[] = [];
  const flush = (): void => {
    if (rows.length === 0) return;
    const content = JSON.stringify(packRows(columns, rows));
    writeScript(open, partPath(table.name, parts.length), `part("${table.name}",${parts.length},${content})`);
    parts.push([rows.length, table.grounded ? String(rows[0]!.article_id) : null]);
    rows = [];
  };
  return {
    write(batch: Batch) {
      for (const row of batch.rows) {
        if (rows.length >= rowsAtLeast && (!table.grounded || row.article_id !== rows.at(-1)!.article_id)) flush();
        rows.push(row);
      }
    },
    end() {
      flush();
      writeScript(open, listPath(table.name), `list("${table.name}",${JSON.stringify(parts)})`);
    },
  };
}

function writeScript(open: (path: string) => ByteSink, path: string, call: string): void {
  const sink = open(path);
  sink.write(Buffer.from(`${receiver}.${call};\n`));
  sink.close();
}
