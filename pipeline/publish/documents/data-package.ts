import { tableSchema } from '#schemas/derive/table-schema.ts';
import type { ReleaseDescription } from '#schemas/stages/release-description.ts';
import type { Table } from '#schemas/table.ts';
import { changes, tables } from '#schemas/tables/index.ts';
import { csv } from '../csv.ts';
import type { ContentFacts } from '../facts.ts';
import { pathOf } from '../format.ts';
import { addressOf, descriptionOf, isSpdx, keywordsOf, nameOf, titleOf } from './terms.ts';

/** Data Package v2 of a release: its CSV files with their schemas, sources and licences. */
export function dataPackage(facts: ContentFacts): Record<string, unknown> {
  const { about, sources } = facts;
  const { url, version, creators } = about;
  const titles = [...new Set(sources.map(({ title }) => title))];
  return {
    $schema: 'https://datapackage.org/profiles/2.0/datapackage.json',
    name: 'tearsheet',
    title: titleOf(about),
    description: descriptionOf(about),
    ...(url ? { homepage: url } : {}),
    ...(version ? { version } : {}),
    keywords: keywordsOf(about),
    licenses: [licenseOf(about)],
    ...(creators ? { contributors: creators.map((one) => ({ title: nameOf(one), roles: ['creator'] })) } : {}),
    ...(titles.length > 0 ? { sources: titles.map((title) => ({ title })) } : {}),
    resources: tables.map((table) => resource(table, facts)),
  };
}

/** The file LICENSE tells the rest: terms of the tables where nobody stated them, terms of what they quote. */
function licenseOf({ license }: ReleaseDescription): Record<string, string> {
  if (license === undefined) return { path: 'LICENSE', title: 'Not stated; see LICENSE' };
  return isSpdx(license)
    ? { name: license, path: addressOf(license)!, title: `${license}; see LICENSE for what the tables quote` }
    : { path: license, title: 'See also LICENSE for what the tables quote' };
}

/** `changes` depends on the release before, so its count and hash stay out: this file belongs to the content of the release. */
function resource(table: Table, { tables: profiles, files }: ContentFacts): Record<string, unknown> {
  const { name, title, description } = table;
  const path = pathOf(csv, table);
  const file = files.get(path);
  return {
    name,
    type: 'table',
    title,
    description,
    path,
    format: 'csv',
    mediatype: 'text/csv',
    encoding: 'utf-8',
    dialect: {
      $schema: 'https://datapackage.org/profiles/2.0/tabledialect.json',
      header: true,
      delimiter: ',',
      lineTerminator: '\n',
      quoteChar: '"',
      doubleQuote: true,
      skipInitialSpace: false,
    },
    ...(file && name !== changes.name ? { bytes: file.bytes, hash: `sha256:${file.sha256}` } : {}),
    ...(name === changes.name ? {} : { rowCount: profiles[name]?.rows ?? 0 }),
    schema: tableSchema(table),
  };
}
