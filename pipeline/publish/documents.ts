import { codebook } from '#schemas/derive/codebook.ts';
import { jsonSchema } from '#schemas/derive/json-schema.ts';
import { tables } from '#schemas/tables/index.ts';
import { changesText } from './documents/changes.ts';
import { dataPackage } from './documents/data-package.ts';
import { excelReadme } from './documents/excel-readme.ts';
import { readme } from './documents/readme.ts';
import { codebookPath, codebookScript } from './explorer/documents.ts';
import type { ReleaseFacts } from './facts.ts';

/** A file of the release that is text made from facts alone. */
export interface ReleaseDocument {
  readonly path: string;
  text(facts: ReleaseFacts): string;
}

const pretty = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;

/** Every document of a release. SHA256SUMS and build.json come after them: they know the other files. */
export const documents: readonly ReleaseDocument[] = [
  { path: 'README.md', text: readme },
  { path: 'CODEBOOK.md', text: () => codebook(tables) },
  { path: 'CHANGES.md', text: changesText },
  { path: 'datapackage.json', text: (facts) => pretty(dataPackage(facts)) },
  { path: 'excel/README.md', text: () => excelReadme },
  { path: codebookPath, text: codebookScript },
  ...tables.map((table) => ({ path: `schema/${table.name}.schema.json`, text: () => pretty(jsonSchema(table)) })),
];

/** Path of an article's text, shipped only where its rights are full. */
export const textPath = (articleId: string): string => `texts/${articleId}.txt`;
