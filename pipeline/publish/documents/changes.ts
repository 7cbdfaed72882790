import type { ChangeSummary, ReleaseFacts } from '../facts.ts';
import { articlesSentence, causeSentence, conflictsSentence, rowSentence } from './change-sentences.ts';
import { grouped, table } from './markdown.ts';

/** CHANGES.md: what differs from the release before, for a reader. */
export function changesText({ changes }: ReleaseFacts): string {
  if (changes === null) return '# Changes\n\nThis is the first release: there is nothing to compare it with.\n';
  const { release, counts, rows } = changes;
  if (counts.length === 0) return `# Changes\n\nNo row differs from release ${release}.\n`;
  return `${[
    '# Changes',
    `Compared with release ${release}. Every single difference is a row of the table \`changes\`.`,
    '## In short',
    inShort(changes).join('\n'),
    '## How many',
    countsTable(counts),
    `\`source\`: an article or its metadata came, went or changed; what the whole corpus decides, such as figures and events, counts as
\`source\` where any article did. \`pipeline\`: the same articles are read differently, as the program or its word lists changed.`,
    ...(rows.length > 0 ? ['## Values that changed', rows.map(rowSentence).join('\n')] : []),
  ].join('\n\n')}\n`;
}

function inShort(changes: ChangeSummary): string[] {
  const sentences = [
    articlesSentence(changes),
    causeSentence(changes, 'source'),
    causeSentence(changes, 'pipeline'),
    conflictsSentence(changes),
  ];
  return sentences.flatMap((sentence) => (sentence === null ? [] : `- ${sentence}`));
}

function countsTable(counts: ChangeSummary['counts']): string {
  const lines = counts.map(({ table: name, op, cause, count, rows }) => [
    name,
    things[op] ?? op,
    cause,
    grouped(rows),
    op === 'changed' ? grouped(count) : '',
  ]);
  return table(['table', 'what', 'cause', 'rows', 'cells'], lines);
}

const things: Readonly<Record<string, string>> = {
  added: 'added',
  removed: 'removed',
  changed: 'changed',
  became: 'merged or split',
};
