import type { EventLexicon, Role } from '../../resources/events.ts';
import { contains } from '../../span.ts';
import type { Document, EntityMention, Participant, Token } from '../document.ts';
import type { NounChunk } from './chunks.ts';
import { entryOf } from './lookups.ts';
import { possessorOf } from './possessors.ts';

/** Who can play which part in a document's events. */
export interface Cast {
  /** Index into `mentions` of the mention that covers a token, names first, longer ones first; null where there is none. */
  mentionAt(token: number): number | null;
  /** May this noun phrase stand where the frame asks for `filter` (a kind of noun, `agent`, `person`, `place` …)? */
  fits(noun: NounChunk, filter: string): boolean;
  /** Does a name cover the head, and end before what follows the noun phrase? */
  isNamed(noun: NounChunk): boolean;
  /** The participants without a recipient who is the actor. */
  others(participants: readonly Participant[]): Participant[];
  /** "Iran" in "Iran's attack". */
  ownerOf(noun: NounChunk): NounChunk | null;
  /** A bare number ("35 were rescued"). */
  isCount(noun: NounChunk): boolean;
  /** A personal pronoun that stands for nobody known. */
  isUnknown(noun: NounChunk): boolean;
  /** A first person of whom nobody knows who speaks. */
  isUntold(noun: NounChunk): boolean;
  /** The noun phrase in a role; null where only a pronoun of unknown meaning stands. */
  play(role: Exclude<Role, 'any'>, noun: NounChunk): Participant | null;
}

const persons = new Set([
  'he',
  'she',
  'they',
  'him',
  'her',
  'them',
  'who',
  'i',
  'we',
  'us',
  'me',
  'someone',
  'himself',
  'his',
  'their',
]);
const nobody = new Set(['nobody', 'none', 'everyone', 'everybody', 'anyone', 'anybody', 'one']);
const suffixes = new Set(['jr', 'jr.', 'sr', 'sr.']);
const rank = { name: 0, nominal: 1, pronoun: 2 };

const firstPersons: ReadonlyMap<string, EntityMention['type']> = new Map([
  ['i', 'person'],
  ['me', 'person'],
  ['we', 'organization'],
  ['us', 'organization'],
]);

type Read = Pick<Document, 'tokens' | 'mentions' | 'entities' | 'quantities' | 'quotes'>;

/** Prepares the look-ups of one document. */
export function castOf(document: Read, lexicon: EventLexicon): Cast {
  const { tokens, mentions, quantities } = document;
  const covering = new Map<number, number>();
  const better = (a: EntityMention, b: EntityMention) =>
    rank[a.form] - rank[b.form] || b.endToken - b.firstToken - (a.endToken - a.firstToken);
  for (const [index, mention] of mentions.entries()) {
    for (let token = mention.firstToken; token < mention.endToken; token++) {
      const other = covering.get(token);
      if (other === undefined || better(mention, mentions[other]!) < 0) covering.set(token, index);
    }
  }
  const amounts = new Set<number>();
  const moneys = new Set<number>();
  for (const quantity of quantities) {
    for (let token = quantity.firstToken; token < quantity.endToken; token++)
      if (quantity.kind === 'money') moneys.add(token);
    if (quantity.kind === 'count' && quantity.unit === null) continue;
    for (let token = quantity.firstToken; token < quantity.endToken; token++) amounts.add(token);
  }
  const mentionAt = (token: number) => covering.get(token) ?? null;
  const kindsOf = (token: Token) => entryOf(lexicon.kinds, token);

  const fits: Cast['fits'] = (whole, filter) => {
    const noun = withoutSuffix(tokens, whole);
    const token = tokens[noun.head]!;
    const kinds = kindsOf(token);
    if (kinds?.has('sport') || isCondition(tokens, noun.head)) return false;
    if (filter === 'any') return true;
    if (kinds?.has(filter) || (filter === 'relief' && moneys.has(noun.head))) return true;
    if (amounts.has(noun.head) && (!kinds || kinds.has('quantity'))) return false;
    const index = mentionAt(noun.head);
    const test = tests[filter];
    if (!test) return false;
    return test({ token, kinds: kinds ?? empty, mention: index === null ? null : mentions[index]! });
  };

  /** "USA" in "Mazars USA" is no country. */
  const isCutShort = ({ first }: NounChunk, { type, firstToken }: EntityMention): boolean => {
    const before = tokens[firstToken - 1];
    return type === 'place' && firstToken > first && before?.pos === 'PROPN' && mentionAt(before.index) === null;
  };

  const play: Cast['play'] = (role, whole) => {
    const noun = withoutSuffix(tokens, whole);
    const token = tokens[noun.head]!;
    const mention = mentionAt(noun.head) ?? speakerAs(document, token);
    if (token.pos === 'PRON' && (mention === null || mentions[mention]!.entity === null)) return null;
    if (suffixes.has(token.lower)) return null;
    if (token.pos === 'NUM' && mention === null && role !== 'victim' && role !== 'recipient') return null;
    let firstToken = noun.first;
    while (firstToken < noun.head && tokens[firstToken]!.pos === 'DET') firstToken++;
    const covered = mention !== null && mentions[mention]!.form !== 'nominal' ? mentions[mention]! : null;
    if (covered && isCutShort(noun, covered)) return null;
    if (covered && token.pos !== 'PRON') {
      const { firstToken: first, endToken: end } = covered;
      return { role, mention, start: covered.start, end: covered.end, firstToken: first, endToken: end };
    }
    const range = { firstToken, endToken: noun.end };
    return { role, mention, start: tokens[firstToken]!.start, end: tokens[noun.end - 1]!.end, ...range };
  };
  const entityOf = ({ mention }: Participant) => (mention === null ? null : mentions[mention]!.entity);
  const others: Cast['others'] = (participants) => {
    const actors = new Set(participants.filter((p) => p.role === 'actor').map(entityOf));
    return participants.filter((p) => p.role !== 'recipient' || entityOf(p) === null || !actors.has(entityOf(p)));
  };
  const isNamed: Cast['isNamed'] = ({ head }) => {
    const mention = mentions[mentionAt(head) ?? -1];
    return mention?.form === 'name' && mention.endToken === head + 1;
  };
  const isUntold: Cast['isUntold'] = ({ head }) =>
    isFirstPerson(tokens[head]!) && speakerAs(document, tokens[head]!) === null;
  const isCount: Cast['isCount'] = ({ head }) => tokens[head]!.pos === 'NUM' && mentionAt(head) === null;
  const isUnknown: Cast['isUnknown'] = (noun) => tokens[noun.head]!.tag === 'PRP' && play('actor', noun) === null;
  return {
    mentionAt,
    fits,
    play,
    others,
    isNamed,
    isCount,
    isUnknown,
    isUntold,
    ownerOf: (noun) => possessorOf(tokens, noun),
  };
}

/** "a state of emergency" is no state. */
const isCondition = (tokens: readonly Token[], head: number): boolean =>
  tokens[head]!.lower === 'state' && tokens[head + 1]?.lower === 'of' && tokens[head + 2]?.pos === 'NOUN';

/** "US" is no "us". */
const isFirstPerson = ({ pos, lower }: Token): boolean => pos === 'PRON' && firstPersons.has(lower);

/** "Walter Reyes" in "Walter Reyes Jr.". */
const withoutSuffix = (tokens: readonly Token[], noun: NounChunk): NounChunk =>
  noun.head > noun.first && suffixes.has(tokens[noun.head]!.lower)
    ? { ...noun, head: noun.head - 1, end: noun.head }
    : noun;

/** Index of the mention of whoever says "I", or of the body that says "we", in a quotation whose speaker is known. */
function speakerAs({ quotes, mentions, entities }: Read, token: Token): number | null {
  const type = isFirstPerson(token) ? firstPersons.get(token.lower) : undefined;
  if (type === undefined) return null;
  const quote = quotes.find((q) => q.form !== 'indirect' && q.parts.some((part) => contains(part, token)));
  const speaker = quote?.speakerBasis === 'pronoun' ? null : (quote?.speakerMention ?? null);
  const entity = speaker === null ? null : mentions[speaker]!.entity;
  return entity !== null && entities[entity]?.type === type ? speaker : null;
}

interface Candidate {
  readonly token: Token;
  readonly kinds: ReadonlySet<string>;
  readonly mention: EntityMention | null;
}

const empty: ReadonlySet<string> = new Set();
const isOf =
  (...types: readonly EntityMention['type'][]) =>
  ({ mention }: Candidate) =>
    mention !== null && mention.form !== 'nominal' && types.includes(mention.type);
const isPronoun = ({ token }: Candidate) => token.pos === 'PRON' && persons.has(token.lower);
const isNumber = ({ token }: Candidate) => token.pos === 'NUM';
const isUnknownName = ({ token, mention, kinds }: Candidate) =>
  token.pos === 'PROPN' && mention === null && kinds.size === 0;
const isAnyPerson = (c: Candidate): boolean =>
  isOf('person', 'group')(c) ||
  c.kinds.has('person') ||
  c.kinds.has('force') ||
  c.kinds.has('crowd') ||
  isPronoun(c) ||
  isNumber(c) ||
  nobody.has(c.token.lower) ||
  (c.mention?.form === 'nominal' && (c.mention.type === 'person' || c.mention.type === 'group'));
const isBody = (c: Candidate): boolean =>
  isOf('organization', 'place')(c) ||
  c.kinds.has('body') ||
  (c.token.pos === 'PRON' && (c.token.lower === 'it' || c.token.lower === 'its'));

const isAgent = (c: Candidate): boolean =>
  isAnyPerson(c) ||
  isBody(c) ||
  isUnknownName(c) ||
  ['official', 'company', 'court', 'bank'].some((kind) => c.kinds.has(kind)) ||
  (c.mention !== null && c.mention.form !== 'name' && c.mention.type !== 'other');

/** The filters that are more than a kind of noun. */
const tests: Readonly<Record<string, (candidate: Candidate) => boolean>> = {
  person: (c) => isAnyPerson(c) || isUnknownName(c),
  victim: (c) => isAnyPerson(c) || isUnknownName(c),
  agent: isAgent,
  party: (c) =>
    isAgent(c) || isOf('place')(c) || ['target', 'site', 'visitable', 'captive'].some((k) => c.kinds.has(k)),
  voter: (c) => isAnyPerson(c) || isBody(c) || isUnknownName(c) || c.kinds.has('official'),
  body: (c) => isBody(c) || isUnknownName(c),
  place: (c) => isOf('place')(c) || c.kinds.has('visitable'),
  visitable: (c) => isOf('place', 'person')(c) || isUnknownName(c),
  target: (c) => isOf('place')(c),
  authority: (c) =>
    isBody(c) || isOf('person')(c) || isUnknownName(c) || ['official', 'force', 'company'].some((k) => c.kinds.has(k)),
  armed: (c) => c.kinds.has('force') || isOf('place', 'group')(c),
  official: (c) => isOf('person')(c) || isUnknownName(c) || (isPronoun(c) && c.token.lower !== 'they'),
  street: (c) => c.kinds.has('force') || c.kinds.has('crowd') || isOf('group')(c),
  crowd: isOf('group'),
  captive: isOf('person'),
  company: (c) =>
    (isOf('organization')(c) || c.token.lower === 'it' || isUnknownName(c)) &&
    !['body', 'court', 'force'].some((k) => c.kinds.has(k)),
};
