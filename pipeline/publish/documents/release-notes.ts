import { tables } from '#schemas/tables/index.ts';
import type { ChangeSummary, ContentFacts, ReleaseFacts } from '../facts.ts';
import { articlesSentence, causeSentence, conflictsSentence, rowSentence } from './change-sentences.ts';
import { counted, grouped } from './markdown.ts';

/** What is new in a release, in sentences with numbers. */
export function releaseNotes(facts: ReleaseFacts): string {
  const { changes } = facts;
  return [changes === null ? 'This is the first release.' : since(changes), holdings(facts), agreement(facts)]
    .filter((part) => part !== null)
    .join('\n\n');
}

const rowsShown = 5;

function since(changes: ChangeSummary): string {
  const { release, counts, rows } = changes;
  if (counts.length === 0) return `No row differs from release ${release}.`;
  const sentences = [
    articlesSentence(changes) ?? 'The articles are the same.',
    causeSentence(changes, 'source'),
    causeSentence(changes, 'pipeline'),
    conflictsSentence(changes),
  ].filter((sentence) => sentence !== null);
  const examples = rows.slice(0, rowsShown).map(rowSentence);
  const more = rows.length > rowsShown ? '\n\n`CHANGES.md` names more.' : '';
  const told = examples.length > 0 ? `\n\nFor example:\n\n${examples.join('\n')}${more}` : '';
  return `Since release ${release}: ${sentences.join(' ')}${told}`;
}

function holdings({ tables: profiles, sources }: ContentFacts): string {
  const outlets = new Set(sources.map(({ title }) => title)).size;
  const rows = (name: string): number => profiles[name]?.rows ?? 0;
  const days = profiles.articles?.columns.find(({ name }) => name === 'published_on');
  const range = days && days.least !== null ? `, published from ${days.least} to ${days.greatest}` : '';
  const refused = `${counted(rows('rejects'), 'input')} ${rows('rejects') === 1 ? 'was' : 'were'} refused`;
  const named = tables.filter(({ name }) => !['articles', 'rejects', 'changes'].includes(name) && rows(name) > 0);
  const list = named.map(({ name, title }) => `${grouped(rows(name))} ${title.toLowerCase()}`);
  return `It reads ${counted(rows('articles'), 'article')} of ${counted(outlets, 'source')}${range}; ${refused}. It holds ${list.length > 0 ? list.join(', ') : 'nothing that they state'}.`;
}

/** How far statements of the same figure agree; null where there are no figures. */
function agreement({ tables: profiles }: ContentFacts): string | null {
  const values = profiles.figures?.columns.find(({ name }) => name === 'agreement')?.values;
  if (!values || profiles.figures!.rows === 0) return null;
  const { agree = 0, conflict = 0 } = values;
  return `Of ${counted(profiles.figures!.rows, 'figure')}, ${grouped(agree)} are stated more than once and alike; in ${grouped(conflict)} the statements contradict each other, and \`low\` and \`high\` say how far.`;
}
