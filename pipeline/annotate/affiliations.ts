import type { Resources } from '../resources/index.ts';
import type { Affiliation, Document, EntityMention, Lexical } from './document.ts';
import { type References, type Role, referencesOf, roleAfter, roleBefore, roleInFront } from './entities/roles.ts';

type Read = Lexical & Pick<Document, 'phrases' | 'mentions' | 'entities'>;

/** Kinds of roles that belong to a country or region when its name or people is printed with them. */
const ofCountries = new Set(['office', 'military']);

/** Roles that the text gives to persons by name, before the name or after it. */
export function findAffiliations({ tokens, mentions }: Read, { names }: Resources): Affiliation[] {
  const refs = referencesOf(tokens, mentions);
  return mentions.flatMap((mention, person) => {
    if (mention.type !== 'person' || mention.form !== 'name' || mention.entity === null) return [];
    const roles = [roleInFront, roleBefore, roleAfter].map((read) => read(refs, names, mention));
    return roles.flatMap((role) => (role === null ? [] : affiliation(refs, mentions, person, role)));
  });
}

function affiliation(
  { tokens }: References,
  mentions: readonly EntityMention[],
  person: number,
  { role, organization, isFormer, kind, from, to }: Role,
): Affiliation[] {
  const owner = organization === null ? null : mentions[organization]!;
  const isOwned = owner !== null && owner.entity !== null && (owner.type === 'organization' || ofCountries.has(kind));
  if (kind === 'kin' || (kind === 'other' && !isOwned)) return [];
  const span = { firstToken: from, endToken: to, start: tokens[from]!.start, end: tokens[to - 1]!.end };
  const confidence = Math.min(0.95, mentions[person]!.confidence);
  return [{ ...span, person, role, organization: isOwned ? organization : null, isFormer, confidence }];
}
