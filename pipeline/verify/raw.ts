import type { Row, Table } from '#schemas/table.ts';
import { articles, groundedTables } from '#schemas/tables/index.ts';
import { pathOf } from '../publish/format.ts';
import { json } from '../publish/json.ts';
import { lost } from './anchor.ts';
import { type CodePointIndex, codePointIndex } from './code-points.ts';
import { jsonRows } from './files/json-file.ts';
import { collector, type Problem } from './problem.ts';
import type { ReleaseReader } from './release-reader.ts';

/** An article as it is read from the raw folder now. */
export interface RawText {
  readonly text: string;
  readonly text_sha256: string;
}

/** What was found again in the articles. */
export interface Anchored {
  readonly problems: readonly Problem[];
  /** Rows found again, by the rights of their article. */
  readonly found: Readonly<Record<string, number>>;
}

/** Finds every row with evidence of a release in the articles themselves, whatever their rights let the release show. */
export function anchorInRaw(reader: ReleaseReader, textOf: (articleId: string) => RawText | undefined): Anchored {
  const problems = collector();
  const rightsOf = new Map<string, string>();
  const found: Record<string, number> = {};
  for (const [row, number] of rowsOf(reader, articles)) {
    const message = differing(row, textOf(String(row.article_id)));
    if (message === null) rightsOf.set(String(row.article_id), String(row.rights));
    else problems.add([problem(articles, number, 'text_sha256', message)]);
  }
  for (const table of groundedTables) {
    const indexOf = indexes(textOf);
    for (const [row, number] of rowsOf(reader, table)) {
      const id = String(row.article_id);
      const rights = rightsOf.get(id);
      if (rights === undefined) continue;
      const fault = lost(table, row, indexOf(id));
      if (fault === null) found[rights] = (found[rights] ?? 0) + 1;
      else problems.add([problem(table, number, fault.column, fault.message)]);
    }
  }
  return { problems: problems.list(), found };
}

/** Index of the text of the article at hand: rows of one article stand together. */
function indexes(textOf: (articleId: string) => RawText | undefined): (id: string) => CodePointIndex {
  let known: { id: string; index: CodePointIndex } | undefined;
  return (id) => {
    if (known?.id !== id) known = { id, index: codePointIndex(textOf(id)!.text) };
    return known.index;
  };
}

function differing(row: Row, raw: RawText | undefined): string | null {
  if (raw === undefined)
    return `${row.article_id} (${row.source_file}) is not in the raw folder: none of its rows can be found`;
  if (raw.text_sha256 === row.text_sha256) return null;
  return `${row.source_file} has another text now (${raw.text_sha256}): none of its rows can be found`;
}

const problem = (table: Table, row: number, column: string, message: string): Problem => ({
  code: 'raw',
  file: pathOf(json, table),
  row,
  column,
  message,
});

const rowsAtATime = 2048;

/** Rows of a table with their numbers, the first is 1. */
function* rowsOf(reader: ReleaseReader, table: Table): Generator<[Row, number]> {
  let number = 0;
  for (const rows of jsonRows(reader, pathOf(json, table), rowsAtATime)) {
    for (const row of rows) yield [row, ++number];
  }
}
