import { contentKey, sha256 } from '#pipeline/identity.ts';
import { checksums, checksumsPath } from '#pipeline/publish/checksums.ts';
import { contentDocuments, releaseDocuments, schemaDocuments, textPath } from '#pipeline/publish/documents.ts';
import { explorerAssets, textScript } from '#pipeline/publish/explorer/documents.ts';
import { textScriptPath } from '#pipeline/publish/explorer/paths.ts';
import type { ReleaseFacts } from '#pipeline/publish/facts.ts';
import type { TableProfile } from '#pipeline/publish/profile.ts';
import { publishTable } from '#pipeline/publish/publish-table.ts';
import type { ReleaseReader } from '#pipeline/verify/release-reader.ts';
import { columnsOf } from '#schemas/derive/columns.ts';
import { evidenceUrl } from '#schemas/evidence.ts';
import type { Cell, Row, Table } from '#schemas/table.ts';
import { articles, entities, events, figures, tables } from '#schemas/tables/index.ts';
import { exampleRow } from '../arbitrary.ts';
import { type Files, openIn } from '../publish/memory.ts';

/** Rows of every table, by its name. */
export type Rows = Record<string, Row[]>;

/** Three articles, one for each kind of rights; the quote stands behind a character of two UTF-16 units. */
const sources = (['full', 'snippet', 'hash_only'] as const).map((rights) => {
  const text = `Report of ${rights} \u{1f30a}\n\nFloods killed at least 14 people. Nobody else was hurt.\n`;
  const id = contentKey('a', ['text', text]);
  return { id, rights, text, file: `harbour/${rights}.txt` };
});

const quote = 'at least 14 people';
const sentence = 'Floods killed at least 14 people.';

/** Rows that keep every promise: one row of each grounded table for each article. */
export function validRows(): Rows {
  const rows: Rows = Object.fromEntries(tables.map((t) => [t.name, []]));
  for (const table of tables.filter((t) => t.grounded)) {
    rows[table.name] = sources.map((source) => ({ ...tied(table, source.id), ...evidence(table, source) }));
  }
  rows.articles = sources.map(({ id, rights, text, file }) => ({
    ...exampleRow(articles),
    ...{ article_id: id, duplicate_of: null, copy_kind: null, rights, source_file: file, text_sha256: sha256(text) },
    ...{ mention_count: 1, statistic_count: 1, event_count: 1, quotation_count: 1 },
  }));
  rows.entities = [{ ...tied(entities, ''), mention_count: 3 }];
  rows.figures = [{ ...tied(figures, ''), statement_count: 3 }];
  rows.events = [{ ...tied(events, ''), mention_count: 3 }];
  rows.rejects = [exampleRow(tables.find((t) => t.name === 'rejects')!)];
  return rows;
}

/** The example row with its key, and what it refers to, tied to an article where rows of that table are. */
function tied(table: Table, articleId: string): Row {
  const links = columnsOf(table).flatMap(({ name, references }) => {
    const target = tables.find((t) => t.name === references);
    return target ? [[name, keyOf(target, target.grounded ? articleId : '')] as const] : [];
  });
  return { ...exampleRow(table), ...Object.fromEntries(links), [table.key]: keyOf(table, articleId) };
}

const keyOf = (table: Table, articleId: string): string => contentKey(table.prefix, [table.name, articleId]);

function evidence(table: Table, { id, rights, text, file }: (typeof sources)[number]): Row {
  const start = [...text.slice(0, text.indexOf(quote))].length;
  const withheld = ['quote', 'sentence', 'value_text', 'text'].filter(
    (name) => rights === 'hash_only' && name in table.columns,
  );
  const cells: Record<string, Cell> = { article_id: id, source_file: file, text_sha256: sha256(text) };
  return {
    ...cells,
    ...{ char_start: start, char_end: start + quote.length, quote, sentence },
    evidence_url: evidenceUrl(id, keyOf(table, id)),
    ...Object.fromEntries(withheld.map((name) => [name, null])),
  };
}

/** Facts of a first release. */
export function factsOf(profiles: ReleaseFacts['tables'], files: Files = new Map()): ReleaseFacts {
  const written = [...files].map(([path, bytes]) => [path, { sha256: sha256(bytes), bytes: bytes.length }] as const);
  const content = { about: {}, tables: profiles, sources: [], files: new Map(written) };
  return { ...content, contentHash: '0'.repeat(64), changes: null };
}

/** Writes rows as a release, with everything that belongs to it. */
export function releaseOf(rows: Rows): Files {
  const files: Files = new Map();
  const profiles: Record<string, TableProfile> = {};
  for (const table of tables) profiles[table.name] = publishTable(table, [rows[table.name]!], openIn(files));
  const facts = factsOf(profiles, files);
  for (const { path, text } of schemaDocuments) files.set(path, Buffer.from(text()));
  for (const { path, text } of contentDocuments) files.set(path, Buffer.from(text(facts)));
  for (const { path, text } of releaseDocuments) files.set(path, Buffer.from(text(facts)));
  const full = sources.find(({ rights }) => rights === 'full')!;
  files.set(textPath(full.id), Buffer.from(full.text));
  files.set(textScriptPath(full.id), Buffer.from(textScript(full.id, full.text)));
  for (const name of explorerAssets) files.set(`explorer/${name}`, Buffer.from(`${name}\n`));
  files.set('build.json', Buffer.from('{}\n'));
  return sealed(files);
}

/** Makes SHA256SUMS agree with the files, so that a planted fault is found by what it is. */
export function sealed(files: Files): Files {
  const digests = new Map([...files].filter(([path]) => path !== checksumsPath).map(([path, b]) => [path, sha256(b)]));
  return files.set(checksumsPath, Buffer.from(checksums(digests)));
}

/** Reads files in memory. */
export const readerOf = (files: Files): ReleaseReader => ({
  list: () => [...files.keys()],
  has: (path) => files.has(path),
  size: (path) => files.get(path)!.length,
  read: (path, start, end) => files.get(path)!.subarray(start, end),
  sha256: (path) => sha256(files.get(path)!),
});
