import { type Column, columnsOf } from '#schemas/derive/columns.ts';
import type { Table } from '#schemas/table.ts';
import { changes, groundedTables, tables } from '#schemas/tables/index.ts';
import type { ContentFacts } from '../facts.ts';
import type { ColumnProfile, TableProfile } from '../profile.ts';
import { counted, grouped, percent, rightsTable, table } from './markdown.ts';

/** QUALITY.md: how complete the tables are, how things are known, and what was checked before the release was published. */
export function quality(facts: ContentFacts): string {
  const published = tables.filter(({ name }) => name !== changes.name);
  return `${[
    '# Quality of this release',
    preamble,
    '## What was read',
    intake(facts),
    rightsTable(facts.sources),
    '## What was checked',
    checked(facts),
    ...published.flatMap((one) => section(one, facts.tables[one.name])),
  ].join('\n\n')}\n`;
}

const preamble = `Counted while the tables were written. An empty cell means that the article does not say it, or that the reader was not sure: it
left the cell empty rather than guess. How often the readers are right on annotated texts is measured in the project that made this
release (\`docs/QUALITY.md\` there), not here: \`confidence\` says how sure the reader was that the *article says so*, not whether it is true.`;

function intake({ tables: profiles }: ContentFacts): string {
  const articles = profiles.articles;
  const rejects = profiles.rejects;
  const days = cellsOf(articles, 'published_on');
  const reasons = Object.entries(cellsOf(rejects, 'reason_code')?.values ?? {}).filter(([, n]) => n > 0);
  const why = reasons.map(([reason, n]) => `${grouped(n)} \`${reason}\``).join(', ');
  const range =
    days && days.least !== null ? `, published from ${days.least} to ${days.greatest} where the day is known` : '';
  return `${counted(articles?.rows ?? 0, 'article')}${range}. Refused: ${grouped(rejects?.rows ?? 0)}${why ? ` (${why})` : ''}.`;
}

const cellsOf = (profile: TableProfile | undefined, column: string): ColumnProfile | undefined =>
  profile?.columns.find(({ name }) => name === column);

function checked({ tables: profiles }: ContentFacts): string {
  const rows = groundedTables.reduce((sum, { name }) => sum + (profiles[name]?.rows ?? 0), 0);
  return `Before it was published this release was read back from its written bytes: ${counted(rows, 'row')} with evidence stand inside their sentence
with the length that their offsets say, and at exactly these characters of the text where the text is shipped; every key is unique and
every reference leads to a row; all formats hold the same cells; all counts are those of the rows they count. \`sha256sum -c SHA256SUMS\`
checks the files again; \`tearsheet verify --raw\` finds every row in the articles again, also those whose texts are not shipped.`;
}

function section(of: Table, profile: TableProfile | undefined): string[] {
  if (!profile || profile.rows === 0) return [`## ${of.name}`, 'No rows.'];
  const columns = columnsOf(of);
  const optional = columns.filter(({ nullable }) => nullable);
  const listed = columns.filter((column) => isTelling(column) && cellsOf(profile, column.name)?.values);
  return [
    `## ${of.name}`,
    `${counted(profile.rows, 'row')}.`,
    ...(listed.length > 0 ? [values(listed, profile)] : []),
    ...(optional.length > 0 ? [filled(optional, profile)] : []),
  ];
}

/** Columns whose few values say how something is known or held. */
const isTelling = ({ name, type, minimum, maximum }: Column): boolean =>
  type === 'enum' || type === 'boolean' || (name === 'confidence' && minimum === 0 && maximum === 1);

function values(columns: readonly Column[], profile: TableProfile): string {
  const rows = columns.map(({ name }) => {
    const found = Object.entries(cellsOf(profile, name)!.values!).filter(([, n]) => n > 0);
    const spelled = (value: string): string => (name === 'confidence' ? `${value} and more` : value);
    return [`\`${name}\``, found.map(([value, n]) => `${spelled(value)}: ${percent(n, profile.rows)}`).join(', ')];
  });
  return table(['column', 'values, by share of rows'], rows);
}

function filled(columns: readonly Column[], profile: TableProfile): string {
  const rows = columns.map(({ name }) => {
    const { filled: count } = cellsOf(profile, name)!;
    return [`\`${name}\``, grouped(count), percent(count, profile.rows)];
  });
  return table(['column that may be empty', 'filled', 'share'], rows);
}
