import { tables } from '#schemas/tables/index.ts';
import type { ReleaseFacts, SourceFacts } from '../facts.ts';

/** README of a release, for somebody who has never seen one. */
export function readme({ counts, sources }: ReleaseFacts): string {
  return `${[
    '# Dataset read from news articles',
    opening,
    '## Tables',
    tableOfTables(counts),
    '## How to open them',
    howToOpen,
    '## How to read them',
    howToRead,
    '## How to check them',
    howToCheck,
    '## Sources',
    tableOfSources(sources),
  ].join('\n\n')}\n`;
}

const opening = `Each row of a grounded table points at its evidence: the article, the exact characters that state the fact, and the sentence
around them. Nothing is published that an article does not state.`;

const howToOpen = `The same rows stand in every folder:

| folder | for |
|---|---|
| \`excel/\` | spreadsheets: safe to open by double-click; see its README |
| \`csv/\` | any program; exact values |
| \`parquet/\` | DuckDB, pandas, polars, R, Spark; small and typed |
| \`arrow/\` | the same, as memory-mapped Arrow IPC files |
| \`json/\` | an array with one object a line |

\`\`\`sh
duckdb -c "SELECT measure, value, quote, sentence FROM 'parquet/statistics.parquet' LIMIT 10"
\`\`\`

\`CODEBOOK.md\` explains every column, \`schema/\` describes a row of each table as JSON Schema, \`datapackage.json\` is a Data Package.`;

const howToRead = `- An empty cell (null) means: not stated, or not known. It never means zero or no.
- Columns named \`…_basis\` say how a date, place or speaker is known; \`polarity\` and \`modality\` say whether the article affirms it.
- \`char_start\` and \`char_end\` count Unicode code points from 0, end excluded, in \`texts/<article_id>.txt\` where the article's
  rights allow to ship its text. Rights \`snippet\`: quote and sentence only; \`hash_only\`: neither, only where they stand.
- Keys are derived from content: the same fact keeps its key from release to release. \`CHANGES.md\` says what differs from the last.
- \`rejects\` lists every input that was refused, and why.`;

const howToCheck = `\`\`\`sh
sha256sum -c SHA256SUMS
\`\`\`

In Python: \`open('texts/ID.txt', newline='', encoding='utf-8').read()[char_start:char_end] == quote\` holds for every row.`;

function tableOfTables(counts: Readonly<Record<string, number>>): string {
  const rows = tables.map(({ name, description }) => {
    const count = name === 'changes' ? 'see CHANGES.md' : String(counts[name] ?? 0);
    return `| \`${name}\` | ${count} | ${description.replaceAll('|', '\\|')} |`;
  });
  return ['| table | rows | one row |', '|---|---|---|', ...rows].join('\n');
}

function tableOfSources(sources: readonly SourceFacts[]): string {
  const rows = sources.map(({ title, path, license, articles }) => {
    const cells = [title, path ?? '', license ?? 'not stated', String(articles)];
    return `| ${cells.map((c) => c.replaceAll('|', '\\|').replaceAll(/\s+/g, ' ')).join(' | ')} |`;
  });
  return ['| source | address | licence | articles |', '|---|---|---|---|', ...rows].join('\n');
}
