import type { Table } from '../table.ts';
import { type Column, columnsOf } from './columns.ts';

/** The codebook for people: every table, every column, in Markdown. */
export function codebook(tables: readonly Table[]): string {
  const contents = tables.map((t) => `- [${t.name}](#${t.name}): ${t.title}`);
  return `${['# Codebook', preamble, contents.join('\n'), ...tables.map(section)].join('\n\n')}\n`;
}

const preamble = `Every table has a key, which is derived from content: the same fact keeps its key in the next release. In CSV an empty
cell is null, and null means that nothing is stated or known; it never means zero or no. Offsets count Unicode code points
from 0 and exclude the end, so that \`text[start:end]\` in Python is the quote.`;

function section(table: Table): string {
  const head = '| column | type | null | unit | what it says | example |\n|---|---|---|---|---|---|';
  const rows = columnsOf(table).map((c) => line(table, c));
  return `## ${table.name}\n\n**${table.title}.** ${table.description} Key: \`${table.key}\`.\n\n${[head, ...rows].join('\n')}`;
}

function line(table: Table, column: Column): string {
  const { name, nullable, unit, title, description, example, references } = column;
  const link = references === null ? '' : ` Refers to ${references}.`;
  const isKey = name === table.key ? ' Key of this table.' : '';
  const cells = [
    `\`${name}\``,
    typeInWords(column),
    nullable ? 'yes' : 'no',
    unit ?? '',
    `**${title}.** ${description}${isKey}${link}`,
    `\`${example}\``,
  ];
  return `| ${cells.map((c) => c.replaceAll('|', '\\|')).join(' | ')} |`;
}

function typeInWords({ type, values }: Column): string {
  switch (type) {
    case 'string':
      return 'text';
    case 'enum':
      return `one of ${(values ?? []).map((v) => `\`${v}\``).join(', ')}`;
    case 'integer':
      return 'integer (32 bits)';
    case 'number':
      return 'number (64-bit float)';
    case 'boolean':
      return 'boolean';
    case 'date':
      return 'date (ISO 8601)';
    case 'datetime':
      return 'instant (ISO 8601, UTC)';
  }
}
