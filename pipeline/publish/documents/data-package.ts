import { tableSchema } from '#schemas/derive/table-schema.ts';
import type { Table } from '#schemas/table.ts';
import { tables } from '#schemas/tables/index.ts';
import type { ReleaseFacts } from '../facts.ts';

/** Data Package v2 of a release: its CSV files with their schemas, sources and licences. */
export function dataPackage({ counts, sources }: ReleaseFacts): Record<string, unknown> {
  const licenses = [...new Set(sources.flatMap(({ license }) => license ?? []))].sort();
  return {
    $schema: 'https://datapackage.org/profiles/2.0/datapackage.json',
    name: 'tearsheet',
    title: 'Dataset read from news articles',
    description: 'Facts that news articles state, each with the article, the exact characters and the sentence.',
    ...(sources.length > 0
      ? { sources: sources.map(({ title, path }) => ({ title, ...(path ? { path } : {}) })) }
      : {}),
    ...(licenses.length > 0 ? { licenses: licenses.map(license) } : {}),
    resources: tables.map((table) => resource(table, counts)),
  };
}

const license = (name: string): Record<string, string> => (/^https?:/.test(name) ? { path: name } : { name });

/** `changes` depends on the release before, so its count stays out: this file belongs to the content of the release. */
function resource(table: Table, counts: Readonly<Record<string, number>>): Record<string, unknown> {
  const { name, title, description } = table;
  return {
    name,
    type: 'table',
    title,
    description,
    path: `csv/${name}.csv`,
    format: 'csv',
    mediatype: 'text/csv',
    encoding: 'utf-8',
    dialect: {
      $schema: 'https://datapackage.org/profiles/2.0/tabledialect.json',
      delimiter: ',',
      lineTerminator: '\n',
    },
    ...(name === 'changes' ? {} : { rowCount: counts[name] ?? 0 }),
    schema: tableSchema(table),
  };
}
