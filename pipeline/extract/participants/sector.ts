import type { Sector, TraitBasis } from '#schemas/vocabulary.ts';
import type { Document, EntityMention, Participant } from '../../annotate/document.ts';
import type { EventLexicon, SectorEntry } from '../../resources/events.ts';

/** The walk of life of a participant, and what tells it. */
export interface SectorColumns {
  readonly sector: Sector | null;
  readonly sector_basis: TraitBasis;
}

type Entity = Document['entities'][number];

const longest = 3;
/** Kinds too wide to decide: "government" holds courts and police, "armed group" every army. */
const wide = new Set(['government', 'armed group']);

/** Sector by name, by role or by the words of a description; null where these do not say. */
export function sectorOf(document: Document, participant: Participant, lexicon: EventLexicon): SectorColumns {
  const mention = participant.mention === null ? null : document.mentions[participant.mention]!;
  const entity = mention?.entity == null ? undefined : document.entities[mention.entity];
  const described =
    mention?.form === 'name' || mention?.form === 'pronoun' ? null : ofRange(document, participant, lexicon);
  if (described !== null) return { sector: described, sector_basis: 'description' };
  if (!entity || !mention) return { sector: null, sector_basis: 'none' };
  if (entity.type !== 'person') return known(ofName(entity, lexicon), 'name');
  return known(ofRoles(document, mention.entity!, lexicon), 'role');
}

const known = (sector: Sector | null, basis: TraitBasis): SectorColumns => ({
  sector,
  sector_basis: sector === null ? 'none' : basis,
});

/** What the last words say, phrase by phrase from the end while these leave it open. */
function ofWords(words: readonly string[], { sectors }: EventLexicon): SectorEntry {
  let open: SectorEntry = { sector: null, isOpen: false };
  for (let end = words.length; end > 0; ) {
    const size = [longest, 2, 1].find((n) => n <= end && sectors.has(words.slice(end - n, end).join(' ')));
    if (size === undefined) return open;
    const entry = sectors.get(words.slice(end - size, end).join(' '))!;
    if (!entry.isOpen) return entry;
    open = { sector: open.sector ?? entry.sector, isOpen: true };
    end -= size;
  }
  return open;
}

/** "riot police", "FIFA officials", "members of parliament". */
function ofRange(document: Document, { firstToken, endToken }: Participant, lexicon: EventLexicon): Sector | null {
  const { tokens, phrases, mentions } = document;
  const words = (first: number, end: number) =>
    tokens
      .slice(first, end)
      .flatMap((t) => (t.text === '-' || t.tag === 'POS' ? [] : [t.pos === 'NOUN' ? t.lemma.toLowerCase() : t.lower]));
  const read = ofWords(words(firstToken, endToken), lexicon);
  if (!read.isOpen) return read.sector;
  const named = mentions.find((m) => m.firstToken >= firstToken && m.endToken <= endToken && isOrganization(m));
  if (named) return ofMention(document, named, lexicon);
  if (tokens[endToken]?.lower !== 'of' && tokens[endToken]?.lower !== 'for') return read.sector;
  const behind = phrases.find((p) => p.firstToken === endToken + 1);
  if (!behind) return read.sector;
  const owner = mentions.find((m) => m.endToken === behind.endToken && isOrganization(m));
  const owned = owner
    ? ofMention(document, owner, lexicon)
    : ofWords(words(behind.firstToken, behind.endToken), lexicon).sector;
  return owner ? owned : (owned ?? read.sector);
}

const isOrganization = ({ form, type }: EntityMention): boolean => form === 'name' && type === 'organization';

const ofMention = ({ entities }: Document, { entity }: EntityMention, lexicon: EventLexicon): Sector | null =>
  entity === null ? null : ofName(entities[entity]!, lexicon);

/** A known kind; else the last words of the name, or those before "of" ("Ministry of Health"). */
function ofName({ name, subtype }: Entity, lexicon: EventLexicon): Sector | null {
  const kind = subtype === null ? null : (lexicon.sectorsOfKinds.get(subtype) ?? null);
  if (subtype !== null && !wide.has(subtype)) return kind ?? null;
  const words = wordsOf(name);
  const of = words.findIndex((word) => word === 'of' || word === 'for');
  const front = of > 0 ? ofWords(words.slice(0, of), lexicon).sector : null;
  return ofWords(words, lexicon).sector ?? front ?? kind;
}

const wordsOf = (name: string): string[] => name.toLowerCase().split(/[\s-]+/);

/** The first role that says it; "president of FIFA" is no government's. Former roles do not count. */
function ofRoles(document: Document, entity: number, lexicon: EventLexicon): Sector | null {
  for (const { person, role, organization, isFormer } of document.affiliations) {
    if (isFormer || document.mentions[person]!.entity !== entity) continue;
    const read = ofWords(wordsOf(role), lexicon);
    const owner = organization === null ? null : document.mentions[organization]!;
    const sector = read.isOpen && owner?.type === 'organization' ? ofMention(document, owner, lexicon) : read.sector;
    if (sector !== null) return sector;
  }
  return null;
}
