import { fold } from '../../resources/fold.ts';
import type { Resources } from '../../resources/index.ts';
import type { Document, EntityMention, Lexical } from '../document.ts';
import { type Draft, draftOf, draftOfKnown, entityOf, printed } from './draft.ts';
import { joinOrganizations } from './organizations.ts';
import { joinPersons } from './persons.ts';
import { joinPlaces } from './places.ts';
import { findReferences } from './references.ts';
import { type Role, referencesOf, roleAfter, roleBefore } from './roles.ts';

/** The layers that entities are read from. */
export type Read = Lexical & Pick<Document, 'phrases' | 'dateline' | 'names' | 'times' | 'trees'>;

/** Who or what the names, descriptions and pronouns of one article refer to. */
export function findEntities(document: Read, resources: Resources): Pick<Document, 'mentions' | 'entities'> {
  const { names, tokens } = document;
  const drafts = [
    ...joinPersons(document, resources),
    ...joinOrganizations(document, resources),
    ...joinPlaces(document, resources),
    ...joinRest(document, resources),
  ].sort((a, b) => a.names[0]! - b.names[0]!);
  const entityAt = new Map(drafts.flatMap((draft, entity) => draft.names.map((name) => [name, entity] as const)));
  const refs = referencesOf(tokens, names);
  const mentions = names.map((name, index): EntityMention => {
    const entity = entityAt.get(index) ?? null;
    const role = name.type === 'person' ? roleOf(refs, resources, name) : null;
    if (role !== null && entity !== null) drafts[entity]!.roles.push(role.role);
    const { firstToken, endToken, start, end, type, confidence } = name;
    const printedRole = role?.role ?? null;
    return { firstToken, endToken, start, end, type, form: 'name', entity, role: printedRole, confidence };
  });
  const all = [...mentions, ...findReferences(document, resources, drafts, mentions)];
  all.sort((a, b) => a.start - b.start || a.end - b.end);
  addCountries(resources, drafts, refs);
  return { mentions: all, entities: drafts.map((draft) => entityOf(document, draft)) };
}

const roleOf = (
  refs: ReturnType<typeof referencesOf>,
  { names }: Resources,
  name: EntityMention | Read['names'][0],
): Role | null => roleBefore(refs, names, name) ?? roleAfter(refs, names, name);

/** Peoples by their entry; what else has a name by its words. */
function joinRest(document: Read, { gazetteer }: Resources): Draft[] {
  const drafts = new Map<string, Draft>();
  document.names.forEach(({ type }, index) => {
    if (type !== 'group' && type !== 'other') return;
    const form = printed(document, index);
    const known = gazetteer.known.get(form);
    const key = known?.type === type ? known.id : `${type} ${fold(form)}`;
    const draft = drafts.get(key) ?? (known?.type === type ? draftOfKnown(known) : draftOf(type, form));
    drafts.set(key, draft);
    draft.names.push(index);
  });
  return [...drafts.values()];
}

/** A nationality printed with a role ("Ecuadorian President") brings its country, which the role belongs to. */
function addCountries(
  { gazetteer, names }: Resources,
  drafts: Draft[],
  { tokens, list }: ReturnType<typeof referencesOf>,
): void {
  const has = new Set(drafts.map((draft) => `${draft.type} ${draft.gazetteerId}`));
  for (const name of list) {
    if (name.type !== 'group') continue;
    const next = [0, 1, 2].map((n) => tokens[name.endToken + n]?.lower ?? '');
    if (!next.some((word) => names.roles.has(word))) continue;
    const code = gazetteer.known.get(
      tokens
        .slice(name.firstToken, name.endToken)
        .map((t) => t.text)
        .join(' '),
    )?.country;
    const country = code ? gazetteer.countries.get(code) : undefined;
    if (!country || has.has(`place ${country.id}`)) continue;
    has.add(`place ${country.id}`);
    drafts.push(draftOfKnown(country));
  }
}
