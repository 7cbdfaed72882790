import { tables } from '#schemas/tables/index.ts';
import type { ChangeCount, ChangedRow, ChangeSummary, Named } from '../facts.ts';
import { counted, grouped, inline } from './markdown.ts';

/** Why a row or cell differs, in words. */
const causeInWords: Readonly<Record<string, string>> = {
  source: 'because articles came, went or changed',
  pipeline: 'because the same articles are read differently',
};

/** Which articles came, went and changed; null where none did. */
export function articlesSentence({ articles: { added, removed, changed } }: ChangeSummary): string | null {
  const parts = [
    ...(added.count > 0 ? [`${counted(added.count, 'article')} came${titles(added)}`] : []),
    ...(removed.count > 0 ? [`${counted(removed.count, 'article')} went${titles(removed)}`] : []),
    ...(changed.count > 0 ? [`${counted(changed.count, 'article')} changed in their own row${titles(changed)}`] : []),
  ];
  return parts.length > 0 ? `${parts.join('; ')}.` : null;
}

const titlesShown = 5;

function titles({ count, first }: Named): string {
  const shown = first.slice(0, titlesShown).map((title) => `“${inline(title, 80)}”`);
  const rest = count > shown.length ? ` and ${grouped(count - shown.length)} more` : '';
  return ` (${shown.join(', ')}${rest})`;
}

const titleOf = new Map(tables.map(({ name, title }) => [name, title]));
const words: Readonly<Record<string, string>> = {
  added: 'new',
  removed: 'gone',
  changed: 'changed',
  became: 'merged or split',
};

/** How many rows of each table are new, gone, changed, merged or split for one cause; null where none are. */
export function causeSentence({ counts }: ChangeSummary, cause: string): string | null {
  const byTable = new Map<string, ChangeCount[]>();
  for (const one of counts) {
    if (one.cause === cause) byTable.set(one.table, [...(byTable.get(one.table) ?? []), one]);
  }
  if (byTable.size === 0) return null;
  const parts = [...byTable].map(([table, found]) => {
    const numbers = found.map(({ op, rows }) => `${grouped(rows)} ${words[op] ?? op}`);
    return `${(titleOf.get(table) ?? table).toLowerCase()}: ${numbers.join(', ')}`;
  });
  const why = causeInWords[cause] ?? cause;
  return `${why[0]!.toUpperCase()}${why.slice(1)} – ${parts.join('; ')}.`;
}

/** Figures whose statements now contradict each other; null where none do. */
export function conflictsSentence({ conflicts }: ChangeSummary): string | null {
  if (conflicts.count === 0) return null;
  return `${counted(conflicts.count, 'figure')} ${conflicts.count === 1 ? 'has' : 'have'} statements that newly contradict each other${titles(conflicts)}.`;
}

/** What changed in a row: each cell before and after, and why. */
export function rowSentence({ table, rowId, label, cells }: ChangedRow): string {
  const show = (value: string | null): string => (value === null ? 'not stated' : `**${inline(value)}**`);
  const parts = cells.map(({ column, oldValue, newValue }) => `${column} was ${show(oldValue)}, is ${show(newValue)}`);
  const causes = [...new Set(cells.map(({ cause }) => causeInWords[cause] ?? cause))];
  const subject = label === null ? '' : `${inline(label)} – `;
  return `- ${subject}${parts.join('; ')}, ${causes.join(', ')} (${table} \`${rowId}\`)`;
}
