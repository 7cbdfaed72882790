import { fold } from '../../resources/fold.ts';
import type { Resources } from '../../resources/index.ts';
import { type Draft, draftOf, fullest, printed } from './draft.ts';
import type { Read } from './index.ts';

/** Joins a person's names: full name, then surname or given name where only one person has it. */
export function joinPersons(document: Read, { names: lexicon }: Resources): Draft[] {
  const indexes = document.names.flatMap((n, i) => (n.type === 'person' ? [i] : []));
  const full = new Map<string, Draft>();
  const byPart = new Map<string, Set<Draft>>();
  const short: number[] = [];
  for (const index of indexes) {
    const words = wordsOf(printed(document, index)).filter((w) => !lexicon.has('suffix', w));
    if (words.length < 2) {
      short.push(index);
      continue;
    }
    const [first, last] = [fold(words[0]!), fold(words.at(-1)!)];
    const key = `${first} ${last}`;
    const draft = full.get(key) ?? draftOf('person', printed(document, index));
    full.set(key, draft);
    draft.names.push(index);
    for (const part of [last, first, fold(words.slice(1).join(' '))]) {
      byPart.set(part, (byPart.get(part) ?? new Set()).add(draft));
    }
  }
  const single = new Map<string, Draft>();
  for (const index of short) {
    const form = printed(document, index);
    const owners = byPart.get(fold(form));
    if (owners && owners.size > 1) continue;
    const [owner] = owners ?? [];
    const draft = owner ?? single.get(fold(form)) ?? draftOf('person', form);
    if (!owner) single.set(fold(form), draft);
    draft.names.push(index);
  }
  const drafts = [...full.values(), ...single.values()];
  for (const draft of drafts) draft.name = fullest(draft.names.map((index) => printed(document, index)));
  return drafts;
}

const wordsOf = (name: string): string[] => name.split(/[\s-]+/).filter((word) => word !== '');
