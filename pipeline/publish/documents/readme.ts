import { changes, tables } from '#schemas/tables/index.ts';
import type { ContentFacts, ReleaseFacts } from '../facts.ts';
import { grouped, rightsTable, table } from './markdown.ts';
import { releaseNotes } from './release-notes.ts';
import { descriptionOf, titleOf } from './terms.ts';

/** README of a release, for somebody who has never seen one. */
export function readme(facts: ReleaseFacts): string {
  return `${[
    `# ${titleOf(facts.about)}`,
    `${descriptionOf(facts.about)}\n\n${opening}`,
    '## What is new',
    releaseNotes(facts),
    '## Tables',
    tableOfTables(facts),
    '## How to open them',
    howToOpen,
    '## How to read them',
    howToRead,
    '## How to check them',
    howToCheck,
    '## How to cite',
    howToCite(facts),
    '## Sources',
    rightsTable(facts.sources),
  ].join('\n\n')}\n`;
}

const opening = `Each row of a grounded table points at its evidence: the article, the exact characters that state the fact, and the sentence
around them. Nothing is published that an article does not state.`;

const howToOpen = `To look at them, open \`explorer/index.html\` in a browser: articles with their rows marked, search, filters, figures side by side,
a map. It needs no network. \`charts/\` has three drawings.

The same rows stand in each of these folders:

| folder | for |
|---|---|
| \`explorer/index.html\` | your browser, without a network: articles with what was read off them marked |
| \`excel/\` | spreadsheets: safe to open by double-click; see its README |
| \`csv/\` | any program; exact values; each with its description in CSV on the Web |
| \`parquet/\` | DuckDB, pandas, polars, R, Spark; small and typed |
| \`arrow/\` | the same, as memory-mapped Arrow IPC files |
| \`json/\` | an array with one object a line |

\`\`\`sh
duckdb -c "SELECT measure, value, quote, sentence FROM 'parquet/statistics.parquet' LIMIT 10"
\`\`\`

| file | what it says |
|---|---|
| \`CODEBOOK.md\`, \`codebook.csv\` | what every column means, for people and for programs |
| \`QUALITY.md\` | how complete the tables are, and how things in them are known |
| \`CHANGES.md\` | what differs from the release before, and why |
| \`LICENSE\`, \`CITATION.cff\` | under which terms, and how to cite |
| \`datapackage.json\` | a Data Package (Frictionless) of the CSV files |
| \`croissant.json\` | the same as Croissant, with the origin of each row in the words of PROV |
| \`schema/\` | a row of each table as JSON Schema |`;

const howToRead = `- An empty cell (null) means: not stated, or not known. It never means zero or no.
- Columns named \`…_basis\` say how a date, place or speaker is known; \`polarity\` and \`modality\` say whether the article affirms it.
- \`char_start\` and \`char_end\` count Unicode code points from 0, end excluded, in \`texts/<article_id>.txt\` where the article's
  rights allow to ship its text. Rights \`snippet\`: quote and sentence only; \`hash_only\`: neither, only where they stand.
- \`evidence_url\`, below this folder, opens a row where its article states it; \`explorer/index.html#/KEY\` opens any row by its key.
- Keys are derived from content: the same fact keeps its key from release to release. \`CHANGES.md\` says what differs from the last.
- \`rejects\` lists every input that was refused, and why.`;

const howToCheck = `\`\`\`sh
sha256sum -c SHA256SUMS
\`\`\`

In Python: \`open('texts/ID.txt', newline='', encoding='utf-8').read()[char_start:char_end] == quote\` holds for every row.
Whoever has the articles can find every row in them again, also where the release ships no text: \`tearsheet verify --raw FOLDER\`.`;

function howToCite({ about, contentHash }: ReleaseFacts): string {
  const unnamed = about.creators ? '' : ' Its makers have not given their names.';
  return `\`CITATION.cff\` says it for programs. The content of this release has the hash \`${contentHash}\`: name its first eight digits,
\`${contentHash.slice(0, 8)}\`, and anybody can tell whether they have the same tables.${unnamed} For what a row says cite the article
that it names.`;
}

function tableOfTables({ tables: profiles }: ContentFacts): string {
  const rows = tables.map(({ name, description }) => {
    const count = name === changes.name ? 'see CHANGES.md' : grouped(profiles[name]?.rows ?? 0);
    return [`\`${name}\``, count, description];
  });
  return table(['table', 'rows', 'one row'], rows);
}
