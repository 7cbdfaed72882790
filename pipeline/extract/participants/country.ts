import type { TraitBasis } from '#schemas/vocabulary.ts';
import type { Document, EntityMention, Participant } from '../../annotate/document.ts';
import type { Gazetteer } from '../../resources/gazetteer.ts';

/** The country of a participant (ISO 3166-1 alpha-3), and what tells it. */
export interface CountryColumns {
  readonly country: string | null;
  readonly country_basis: TraitBasis;
}

const unknown: CountryColumns = { country: null, country_basis: 'none' };

/** Country of the entity, of the role that a person has, or of a name that stands with the description. */
export function countryOf(document: Document, participant: Participant, gazetteer: Gazetteer): CountryColumns {
  const { mentions, entities } = document;
  const mention = participant.mention === null ? null : mentions[participant.mention]!;
  const entity = mention?.entity == null ? undefined : entities[mention.entity];
  const isPerson = entity?.type === 'person';
  const own = entity && !isPerson ? (entity.country ?? ofName(entity.name, gazetteer)) : null;
  if (own !== null) return { country: own, country_basis: 'name' };
  const role = isPerson ? ofRoles(document, mention!.entity!) : null;
  if (role !== null) return { country: role, country_basis: 'role' };
  const described =
    mention?.form === 'pronoun' || mention?.form === 'name' ? null : ofDescription(document, participant);
  return described === null ? unknown : { country: described, country_basis: 'description' };
}

/** "Iranian Navy", "Bank of England": a people at the head of a name, a country behind its last "of". */
function ofName(name: string, { known }: Gazetteer): string | null {
  const [first = '', ...rest] = name.split(' ');
  const people = known.get(first);
  if (people?.type === 'group' && people.country !== null) return people.country;
  const of = rest.lastIndexOf('of');
  const place = of === -1 ? undefined : known.get(rest.slice(of + 1).join(' '));
  return place?.subtype === 'country' ? place.country : null;
}

/** The country that an office is of, or the organization's; former offices do not count. */
function ofRoles(document: Document, entity: number): string | null {
  const { affiliations, mentions } = document;
  for (const { person, organization, isFormer } of affiliations) {
    if (isFormer || organization === null || mentions[person]!.entity !== entity) continue;
    const country = ofMention(document, mentions[organization]!);
    if (country !== null) return country;
  }
  return null;
}

/** "Iranian soldiers", "Iran's parliament", "the government of Iran". */
function ofDescription(document: Document, { firstToken, endToken }: Participant): string | null {
  const { tokens, mentions } = document;
  const isPossessed = tokens[firstToken - 1]?.tag === 'POS';
  const from = isPossessed ? firstToken - 1 : firstToken;
  const isOwned = tokens[endToken]?.lower === 'of' || tokens[endToken]?.lower === 'from';
  const behind = tokens[endToken + 1]?.pos === 'DET' ? endToken + 2 : endToken + 1;
  for (const mention of mentions) {
    const isInside = mention.firstToken >= firstToken && mention.endToken <= endToken;
    const isOwner = mention.endToken === from && isPossessed;
    const isBehind = isOwned && mention.firstToken === behind;
    if (mention.form !== 'name' || !(isInside || isOwner || isBehind)) continue;
    const country = ofMention(document, mention);
    if (country !== null) return country;
  }
  return null;
}

const ofMention = ({ entities }: Document, { entity }: EntityMention): string | null =>
  entity === null ? null : entities[entity]!.country;
