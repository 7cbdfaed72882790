import type { ChangedCell, ChangeSummary, ReleaseFacts } from '../facts.ts';

/** CHANGES.md: what differs from the release before, for a reader. */
export function changesText({ changes }: ReleaseFacts): string {
  if (changes === null) return '# Changes\n\nThis is the first release: there is nothing to compare it with.\n';
  const { release, counts, cells } = changes;
  if (counts.length === 0) return `# Changes\n\nNo row differs from release ${release}.\n`;
  return `${[
    '# Changes',
    `Compared with release ${release}. \`source\`: an article came, went or changed. \`pipeline\`: the same articles are read differently.
Every single difference is a row of the table \`changes\`.`,
    countsTable(counts),
    ...(cells.length > 0 ? ['## Values that changed', cells.map(sentence).join('\n')] : []),
  ].join('\n\n')}\n`;
}

function countsTable(counts: ChangeSummary['counts']): string {
  const rows = counts.map(({ table, op, cause, count }) => `| ${table} | ${things[op] ?? op} | ${cause} | ${count} |`);
  return ['| table | what | cause | how many |', '|---|---|---|---|', ...rows].join('\n');
}

const things: Readonly<Record<string, string>> = {
  added: 'rows added',
  removed: 'rows removed',
  changed: 'cells changed',
};

function sentence({ table, rowId, label, column, oldValue, newValue, cause }: ChangedCell): string {
  const subject = label === null ? '' : ` (${inline(label)})`;
  const show = (value: string | null): string => (value === null ? 'not stated' : `**${inline(value)}**`);
  return `- ${table} ${rowId}${subject}: ${column} was ${show(oldValue)}, is ${show(newValue)}; cause: ${cause}`;
}

/** Text of an article inside a line of Markdown: one line, no marks, not endless. */
function inline(text: string): string {
  const characters = [...text.slice(0, 1000).replaceAll(/\s+/g, ' ')];
  const short = characters.length > 200 ? `${characters.slice(0, 200).join('')}…` : characters.join('');
  return short.replaceAll(/[\\`*_[\]<>#|]/g, '\\$&');
}
