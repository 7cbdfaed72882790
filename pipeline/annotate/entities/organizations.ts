import { fold } from '../../resources/fold.ts';
import type { Resources } from '../../resources/index.ts';
import { firstThat } from '../../span.ts';
import { type Draft, draftOf, draftOfKnown, fullest, printed } from './draft.ts';
import type { Read } from './index.ts';

/** Joins an organization's names: the same words, the acronym in brackets after them, the first word of one full name. */
export function joinOrganizations(document: Read, resources: Resources): Draft[] {
  const { names, text } = document;
  const indexes = names.flatMap((n, i) => (n.type === 'organization' ? [i] : []));
  const byForm = new Map<string, Draft>();
  const drafts = new Set<Draft>();
  const byId = new Map<string, Draft>();
  for (const index of indexes) {
    const form = printed(document, index);
    const key = keyOf(form);
    const previous = names[index - 1];
    const between = previous ? text.slice(previous.end, names[index]!.start) : '';
    const isDefined = previous?.type === 'organization' && /^(?:\s*\(|, known as )$/.test(between);
    const defined = isDefined ? byForm.get(keyOf(printed(document, index - 1))) : undefined;
    let draft = byForm.get(key);
    if (draft === undefined) {
      draft = defined ?? newDraft(form, resources);
      if (draft.gazetteerId !== null) draft = byId.get(draft.gazetteerId) ?? draft;
      if (draft.gazetteerId !== null) byId.set(draft.gazetteerId, draft);
      byForm.set(key, draft);
      drafts.add(draft);
    }
    draft.names.push(index);
  }
  for (const draft of drafts) {
    if (draft.gazetteerId !== null) continue;
    draft.name = fullest(draft.names.map((index) => printed(document, index)));
    if (draft.names.some((index) => names[index]!.basis === 'team')) draft.subtype ??= 'sport';
  }
  return shortened([...drafts], document);
}

const keyOf = (form: string): string => fold(form).replace(/^the /, '');

function newDraft(form: string, { gazetteer, names }: Resources): Draft {
  const known = gazetteer.known.get(form) ?? gazetteer.known.get(form.replace(/^The /, ''));
  if (known?.type === 'organization') return draftOfKnown(known);
  const words = form.split(' ');
  const kinds = [words.at(-1)!, words[0]!].map((word) => names.organizationWords.get(word)?.kind);
  return draftOf('organization', form, kinds.find((kind) => kind !== undefined) || null);
}

/**
 * "Calder" is "Calder Systems", "Rovers" are "Ashgate Rovers", where no other full name begins or ends so and the full name
 * comes first; a headline may come before it. Of the well-known only companies are shortened so: "United" is not the United Nations.
 */
function shortened(drafts: Draft[], document: Read): Draft[] {
  const byEdge = new Map<string, Draft[]>();
  for (const draft of drafts) {
    const words = draft.name.split(' ');
    if (words.length < 2 || (draft.gazetteerId !== null && draft.subtype !== 'company')) continue;
    const edges = draft.subtype === 'sport' ? [words[0]!, words.at(-1)!] : [words[0]!];
    for (const edge of edges) byEdge.set(fold(edge), [...(byEdge.get(fold(edge)) ?? []), draft].slice(0, 2));
  }
  const body = firstOfBody(document);
  const begins = (draft: Draft): number => draft.names.find((index) => index >= body) ?? Number.POSITIVE_INFINITY;
  return drafts.filter((draft) => {
    if (draft.gazetteerId !== null || draft.name.includes(' ')) return true;
    const full = byEdge.get(fold(draft.name));
    if (full?.length !== 1 || full[0]!.names[0]! > begins(draft)) return true;
    full[0]!.names.push(...draft.names);
    full[0]!.names.sort((a, b) => a - b);
    return false;
  });
}

/** Index of the first name below the headline. */
function firstOfBody({ blocks, names }: Read): number {
  const headline = blocks.find(({ kind }) => kind === 'headline');
  return headline ? firstThat(names, ({ start }) => start >= headline.end) : 0;
}
