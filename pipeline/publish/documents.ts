import { codebook } from '#schemas/derive/codebook.ts';
import { codebookCsv } from '#schemas/derive/codebook-csv.ts';
import { csvwGroup, csvwTable } from '#schemas/derive/csvw.ts';
import { jsonSchema } from '#schemas/derive/json-schema.ts';
import { tables } from '#schemas/tables/index.ts';
import { changesText } from './documents/changes.ts';
import { citation } from './documents/citation.ts';
import { croissant } from './documents/croissant.ts';
import { dataPackage } from './documents/data-package.ts';
import { excelReadme } from './documents/excel-readme.ts';
import { license } from './documents/license.ts';
import { quality } from './documents/quality.ts';
import { readme } from './documents/readme.ts';
import { codebookPath, codebookScript } from './explorer/documents.ts';
import type { ContentFacts, ReleaseFacts } from './facts.ts';

/** A file of the release that is text made from facts alone. */
interface ReleaseDocument<F> {
  readonly path: string;
  text(facts: F): string;
}

const pretty = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;

/** What the schemas alone decide: `verify` compares these byte by byte. */
export const schemaDocuments: readonly ReleaseDocument<void>[] = [
  { path: 'CODEBOOK.md', text: () => codebook(tables) },
  { path: 'codebook.csv', text: () => codebookCsv(tables) },
  { path: 'excel/README.md', text: () => excelReadme },
  { path: 'csv/csv-metadata.json', text: () => pretty(csvwGroup(tables)) },
  ...tables.flatMap((table) => [
    { path: `csv/${table.name}.csv-metadata.json`, text: () => pretty(csvwTable(table)) },
    { path: `schema/${table.name}.schema.json`, text: () => pretty(jsonSchema(table)) },
  ]),
];

/** What the content decides. */
export const contentDocuments: readonly ReleaseDocument<ContentFacts>[] = [
  { path: 'LICENSE', text: license },
  { path: 'QUALITY.md', text: quality },
  { path: codebookPath, text: codebookScript },
  { path: 'datapackage.json', text: (facts) => pretty(dataPackage(facts)) },
];

/** What names the hash of the content, or compares with the release before: no part of the content. */
export const releaseDocuments: readonly ReleaseDocument<ReleaseFacts>[] = [
  { path: 'README.md', text: readme },
  { path: 'CHANGES.md', text: changesText },
  { path: 'CITATION.cff', text: citation },
  { path: 'croissant.json', text: (facts) => pretty(croissant(facts)) },
];

/** Path of an article's text, shipped only where its rights are full. */
export const textPath = (articleId: string): string => `texts/${articleId}.txt`;
