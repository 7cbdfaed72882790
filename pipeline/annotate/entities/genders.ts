import { fold } from '../../resources/fold.ts';
import type { Resources } from '../../resources/index.ts';
import type { Gender } from '../../resources/references.ts';
import type { EntityMention, Lexical } from '../document.ts';

/** What is known of a person's sex: `isSure` by a title, a role or the given name of a full name. */
export interface Sex {
  readonly gender: Gender | null;
  readonly isSure: boolean;
}

const unknown: Sex = { gender: null, isSure: false };

/** The sex of each entity, by the titles and roles beside its names, else by its given name. */
export function sexesOf(document: Lexical, resources: Resources, mentions: readonly EntityMention[]): Map<number, Sex> {
  const out = new Map<number, Sex>();
  for (const mention of mentions) {
    if (mention.type !== 'person' || mention.entity === null || mention.form !== 'name') continue;
    const known = out.get(mention.entity) ?? unknown;
    if (known.isSure) continue;
    const sex = sexOf(document, resources, mention, mention.role);
    if (sex.isSure || known.gender === null) out.set(mention.entity, sex);
  }
  return out;
}

/** The sex that a name shows: by the title before it or its role, else by its first word. */
export function sexOf(
  { tokens }: Pick<Lexical, 'tokens'>,
  { references, gazetteer }: Resources,
  { firstToken, endToken }: Pick<EntityMention, 'firstToken' | 'endToken'>,
  role: string | null,
): Sex {
  const title = tokens[firstToken - 1]?.lower.replace('.', '') ?? '';
  const noun = role?.slice(role.lastIndexOf(' ') + 1).toLowerCase() ?? '';
  const called = references.genders.get(title) ?? references.genders.get(noun);
  if (called) return { gender: called, isSure: true };
  const gender = gazetteer.givenNames.get(fold(tokens[firstToken]!.text)) ?? null;
  return gender === null ? unknown : { gender, isSure: endToken - firstToken > 1 };
}
