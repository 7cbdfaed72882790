import type { EntityType } from '#schemas/vocabulary.ts';
import type { NameLexicon } from '../../resources/name-lexicon.ts';
import type { Token, TokenRange } from '../document.ts';

/** References to persons, organizations, places, found by token. */
export interface References {
  readonly tokens: readonly Token[];
  readonly list: readonly (TokenRange & { readonly type: EntityType })[];
  /** Index into `list` of what covers a token, or -1. */
  readonly at: Int32Array;
}

/** A role printed beside a name. */
export interface Role extends TokenRange {
  readonly role: string;
  /** Index into the references: organization, country or people that the role belongs to. */
  readonly organization: number | null;
  readonly isFormer: boolean;
  /** office, military, work, kin or other. */
  readonly kind: string;
  /** First and last token of the whole expression, the organization included. */
  readonly from: number;
  readonly to: number;
}

/** Prepares look-ups by token. */
export function referencesOf(tokens: readonly Token[], list: References['list']): References {
  const at = new Int32Array(tokens.length).fill(-1);
  list.forEach((reference, index) => {
    for (let i = reference.firstToken; i < reference.endToken; i++) at[i] = index;
  });
  return { tokens, list, at };
}

const possessive = /^(?:['’]s|['’])$/;
const modifier = /^(?:ADJ|NOUN|PROPN)$/;

/**
 * "Interior Minister | Ana Kovač", "former U.S. President | …", "the court's president, | Silvia Montaño",
 * "Senator | Ana Kovač | of Ohio".
 */
export function roleBefore(refs: References, names: NameLexicon, name: TokenRange): Role | null {
  const { tokens } = refs;
  const { sentence } = tokens[name.firstToken]!;
  const isHere = (i: number): boolean => i >= 0 && tokens[i]!.sentence === sentence;
  const comma = isHere(name.firstToken - 1) && tokens[name.firstToken - 1]!.text === ',';
  const head = name.firstToken - (comma ? 2 : 1);
  if (!isHere(head) || refs.at[head] !== -1) return null;
  const kind = kindOf(names, tokens[head]!);
  if (kind === null) return null;
  const capital = /^\p{Lu}/u.test(tokens[head]!.text);
  let first = head;
  const isRanked = (i: number): boolean => refs.at[i] === -1 && isRank(names, tokens[i]!);
  const isPart = (i: number): boolean => isHere(i) && (isModifier(refs, names, i, capital) || isRanked(i));
  while (head - first < 5 && isPart(first - 1)) first--;
  // "Chief executive" at the head of a sentence: its capital is the sentence's.
  const isHead =
    !capital && isHere(first - 1) && !isHere(first - 2) && !names.has('role_state', tokens[first - 1]!.lower);
  if (isHead && tokens[first - 1]!.tag !== 'NNP' && isModifier(refs, names, first - 1, true)) first--;
  if (capital) first = coordinated(refs, names, first, sentence);
  first = withoutState(refs, names, first, head);
  while (isHere(first - 1) && isRanked(first - 1)) first--;
  const owner = ownerBefore(refs, names, first, sentence);
  const home = owner.organization === null && !comma ? organizationAfter(refs, name.endToken, kind) : null;
  const isOwned = possessive.test(tokens[first - 1]?.text ?? '') || /^PRP\$/.test(tokens[first - 1]?.tag ?? '');
  if (comma && !(isOwned && /^[,.]$/.test(tokens[name.endToken]?.text ?? '.'))) return null;
  const rank = owner.organization === null ? null : rankBefore(refs, names, owner.from, sentence);
  const from = rank ?? owner.from;
  const found = { ...owner, ...textOf(refs, names, first, head + 1, rank), kind, from };
  return home === null
    ? { ...found, to: name.endToken }
    : { ...found, organization: home, to: refs.list[home]!.endToken };
}

/** "Culture, Media and | Sport Secretary": the first word of an office that several nouns name. */
function coordinated(refs: References, names: NameLexicon, from: number, sentence: number): number {
  const { tokens } = refs;
  const isPart = (i: number): boolean =>
    tokens[i]?.sentence === sentence && isModifier(refs, names, i, true) && kindOf(names, tokens[i]!) === null;
  if (tokens[from - 1]?.lower !== 'and' || !isPart(from - 2)) return from;
  let first = from - 2;
  while (tokens[first - 1]?.text === ',' && isPart(first - 2)) first -= 2;
  return first;
}

/** Leaves out what is no part of a role: "new", "-based" of "Singapore-based analyst". */
function withoutState({ tokens }: References, names: NameLexicon, from: number, head: number): number {
  let first = from;
  while (first < head) {
    if (tokens[first]!.text === '-') first += 2;
    else if (names.has('role_state', tokens[first]!.text)) first++;
    else break;
  }
  return Math.min(first, head);
}

/** "deputy", "shadow": what makes another office of the one behind it. */
const isRank = (names: NameLexicon, { lower }: Token): boolean => names.has('role_rank', lower);

/** "assistant | U.S. | attorney general": a rank in front of who has the role. */
function rankBefore({ tokens, at }: References, names: NameLexicon, from: number, sentence: number): number | null {
  const token = tokens[from - 1];
  return token?.sentence === sentence && at[from - 1] === -1 && isRank(names, token) ? from - 1 : null;
}

/** "Petra Novak|, director of the aid group Open Hands", "Ana Kovač|, the interior minister", "Petra Novak| became director". */
export function roleAfter(refs: References, names: NameLexicon, name: TokenRange): Role | null {
  const { tokens } = refs;
  const { sentence } = tokens[name.firstToken]!;
  const isComma = tokens[name.endToken]?.sentence === sentence && tokens[name.endToken]!.text === ',';
  const start = isComma ? name.endToken + 1 : roleVerbEnd(tokens, name);
  return start === null ? null : readRole(refs, names, name, start);
}

/** Where the role begins after a verb that gives it: "is", "became", "was named"; null after any other word. */
function roleVerbEnd(tokens: readonly Token[], { firstToken, endToken }: TokenRange): number | null {
  const { sentence } = tokens[firstToken]!;
  const verb = tokens[endToken];
  if (verb?.sentence !== sentence || !/^VB[DZ]$/.test(verb.tag)) return null;
  if (verb.lower === 'is' || verb.lower === 'became') return endToken + 1;
  const isGiven =
    verb.lower === 'was' && /^(?:appointed|named|elected|re-?elected)$/.test(tokens[endToken + 1]?.lower ?? '');
  return isGiven ? endToken + 2 : null;
}

/** A role that begins at a token, with who has it; null where something else is said. */
function readRole(refs: References, names: NameLexicon, name: TokenRange, start: number): Role | null {
  const { tokens, at } = refs;
  const { sentence } = tokens[name.firstToken]!;
  const isHere = (i: number): boolean => tokens[i]?.sentence === sentence;
  let first = start;
  let organization: number | null = null;
  let isFormer = false;
  let rank: number | null = null;
  for (let i = first; i < start + 9 && isHere(i); i++) {
    const token = tokens[i]!;
    const kind = at[i] === -1 ? kindOf(names, token) : null;
    const isHead = kind !== null && !modifier.test(tokens[i + 1]?.pos ?? '') && tokens[i + 1]?.text !== '-';
    if (isHead && at[i + 1] !== undefined && refs.list[at[i + 1]!]?.type !== 'person') {
      const after = organization === null ? organizationAfter(refs, i + 1, kind) : null;
      const to = after === null ? i + 1 : refs.list[after]!.endToken;
      first = withoutState(refs, names, first, i);
      const found = textOf(refs, names, first, i + 1, rank);
      return { ...found, organization: organization ?? after, isFormer, kind, from: name.firstToken, to };
    }
    if (names.has('former', token.lower)) isFormer = true;
    if (at[i] !== -1 && i > first && isRank(names, tokens[first]!)) rank = first;
    if (at[i] !== -1) organization = ownerType(refs, at[i]!) ? at[i]! : organization;
    else if (token.lower === 'its' && i === start) organization = onlyOrganization(refs, sentence, i);
    const isOpening =
      token.pos === 'DET' || names.has('former', token.lower) || at[i] !== -1 || possessive.test(token.text);
    if (isOpening || token.tag === 'PRP$') first = i + 1;
    else if (!modifier.test(token.pos) && token.tag !== 'VBN' && token.text !== '-' && !isRank(names, token))
      return null;
  }
  return null;
}

/** "The governor of Texas, | Ana Kovač|,": the role and its place, then the name between commas. */
export function roleInFront(refs: References, names: NameLexicon, name: TokenRange): Role | null {
  const { tokens, at, list } = refs;
  const { sentence } = tokens[name.firstToken]!;
  if (tokens[name.firstToken - 1]?.text !== ',' || !/^[,.]$/.test(tokens[name.endToken]?.text ?? '.')) return null;
  const owner = at[name.firstToken - 2] ?? -1;
  if (owner === -1) return null;
  let head = list[owner]!.firstToken - 1;
  while (tokens[head]?.pos === 'DET') head--;
  head--;
  const token = tokens[head];
  if (token?.sentence !== sentence || at[head] !== -1) return null;
  const kind = kindOf(names, token);
  if (kind === null || organizationAfter(refs, head + 1, kind) !== owner) return null;
  let first = head;
  while (tokens[first - 1]?.sentence === sentence && isModifier(refs, names, first - 1, false)) first--;
  const before = tokens[first - 1];
  const isFormer = before !== undefined && names.has('former', before.lower);
  const opening = tokens[first - (isFormer ? 2 : 1)];
  if (opening?.lower !== 'the' || opening.sentence !== sentence) return null;
  const from = first - (isFormer ? 1 : 0);
  return { ...textOf(refs, names, first, head + 1), organization: owner, isFormer, kind, from, to: name.endToken };
}

/** The organization that the sentence has named up to a token; null where there are none or two. */
function onlyOrganization({ at, list, tokens }: References, sentence: number, end: number): number | null {
  let only = -1;
  for (let i = end - 1; tokens[i]?.sentence === sentence; i--) {
    if (at[i] === -1 || at[i] === only || list[at[i]!]!.type !== 'organization') continue;
    if (only !== -1) return null;
    only = at[i]!;
  }
  return only === -1 ? null : only;
}

/** Kind of a role's head noun; titles count as offices. Plural nouns name nobody alone. */
function kindOf(names: NameLexicon, token: Token): string | null {
  if (token.tag === 'NNS' || token.tag === 'NNPS') return null;
  const title = names.titles.get(token.text);
  if (title !== undefined) return title === '' ? null : 'office';
  return names.roles.get(token.lower) ?? null;
}

function isModifier({ tokens, at }: References, names: NameLexicon, i: number, capital: boolean): boolean {
  const token = tokens[i]!;
  if (at[i] !== -1 || names.has('former', token.lower) || names.has('never', token.text)) return false;
  if (token.text === '-') return token.start === tokens[i - 1]?.end && token.end === tokens[i + 1]!.start;
  return modifier.test(token.pos) && /^\p{Lu}/u.test(token.text) === capital;
}

/** Who has the role: a possessor or a name right before it, with "former" before or after that. */
function ownerBefore(
  { tokens, at, list }: References,
  names: NameLexicon,
  first: number,
  sentence: number,
): Pick<Role, 'organization' | 'isFormer' | 'from'> {
  let from = first;
  const former = (): boolean => {
    const token = tokens[from - 1];
    const before = token?.text === '-' ? tokens[from - 2] : token;
    return before !== undefined && before.sentence === sentence && names.has('former', before.lower);
  };
  let isFormer = former();
  if (isFormer) from--;
  if (possessive.test(tokens[from - 1]?.text ?? '')) from--;
  const before = tokens[from - 1];
  if (before?.sentence === sentence && before.lower === 'its' && at[from - 1] === -1) {
    const organization = onlyOrganization({ tokens, at, list }, sentence, from - 1);
    if (organization !== null) return { organization, isFormer, from: from - 1 };
  }
  const owner = from > 0 && tokens[from - 1]!.sentence === sentence ? at[from - 1]! : -1;
  if (owner === -1 || !ownerType({ tokens, at, list }, owner)) {
    return { organization: null, isFormer, from: isFormer ? first - 1 : first };
  }
  from = list[owner]!.firstToken;
  if (!isFormer && former()) {
    isFormer = true;
    from--;
  }
  return { organization: owner, isFormer, from };
}

const ownerType = ({ list }: References, index: number): boolean =>
  /^(?:organization|place|group)$/.test(list[index]!.type);

/** The organization after "of", "at", "for": "of the private military firm Blackwater". */
function organizationAfter({ tokens, at, list }: References, from: number, kind: string): number | null {
  if (!/^(?:of|at|for|in|with)$/.test(tokens[from]?.lower ?? '')) return null;
  for (let i = from + 1; i < Math.min(from + 9, tokens.length); i++) {
    if (tokens[i]!.sentence !== tokens[from]!.sentence) return null;
    if (at[i] !== -1) {
      const { type, endToken } = list[at[i]!]!;
      const next = tokens[endToken];
      if (possessive.test(next?.text ?? '') && next!.sentence === tokens[from]!.sentence) {
        i = endToken;
        continue;
      }
      const isPlace = type === 'place' && kind === 'office' && tokens[from]!.lower === 'of';
      return (type === 'organization' || isPlace) && !goesOn(next) ? at[i]! : null;
    }
    if (!/^(?:DET|ADJ|NOUN|ADP|CCONJ)$/.test(tokens[i]!.pos) && tokens[i]!.text !== '-') return null;
  }
  return null;
}

/** "of the Ashgate University | venue", "of Calder | Home Video": the role is another body's. */
const goesOn = (next: Token | undefined): boolean => next?.pos === 'NOUN' || next?.pos === 'PROPN';

function textOf(
  { tokens }: References,
  names: NameLexicon,
  firstToken: number,
  endToken: number,
  rank: number | null = null,
): TokenRange & { role: string } {
  const words = tokens.slice(firstToken, endToken);
  const title = words.length === 1 ? names.titles.get(words[0]!.text) : undefined;
  const glue = (i: number): string => (words[i - 1]!.end === words[i]!.start ? '' : ' ');
  const printed = words.map((t, i) => (i === 0 ? t.text : glue(i) + t.text)).join('');
  const span = { firstToken, endToken, start: words[0]!.start, end: words.at(-1)!.end };
  const office = title || printed;
  return { ...span, role: rank === null ? office : `${tokens[rank]!.text} ${office}` };
}
