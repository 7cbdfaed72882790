import { fold } from '../../resources/fold.ts';
import type { Resources } from '../../resources/index.ts';
import type { EntityMention, Sentence } from '../document.ts';
import { type Draft, printed } from './draft.ts';
import type { Read } from './index.ts';

type Gender = 'm' | 'f';

const pronouns = new Map<string, Gender>([
  ...(['he', 'him', 'his', 'himself'] as const).map((word): [string, Gender] => [word, 'm']),
  ...(['she', 'her', 'hers', 'herself'] as const).map((word): [string, Gender] => [word, 'f']),
]);

/** Persons of a sentence; more than this and no pronoun is certain. */
const crowd = 6;

/** Pronouns and descriptions that can mean one entity alone; all others are left out. */
export function findReferences(
  document: Read,
  resources: Resources,
  drafts: readonly Draft[],
  mentions: readonly EntityMention[],
): EntityMention[] {
  const { tokens, sentences } = document;
  const quoted = quotedTokens(document);
  const named = new Map(mentions.map((m) => [m.firstToken, m]));
  const genders = drafts.map((draft) => genderOf(document, resources, draft));
  const described = new Described(drafts);
  const out: EntityMention[] = [];
  const add = (first: number, end: number, form: 'pronoun' | 'nominal', entity: number, confidence: number): void => {
    const span = { firstToken: first, endToken: end, start: tokens[first]!.start, end: tokens[end - 1]!.end };
    out.push({ ...span, type: drafts[entity]!.type, form, entity, role: null, confidence });
  };
  let before: ReadonlySet<number>[] = [];
  for (const sentence of sentences) {
    const here = new Set<number>();
    const aside = new Set<number>();
    const body = frontedEnd(document, sentence);
    for (let i = sentence.firstToken; i < sentence.endToken; i++) {
      const name = named.get(i);
      if (name) {
        if (name.entity !== null) described.see(name.entity);
        if (name.entity !== null && name.type === 'person') (i < body ? aside : here).add(name.entity);
        i = name.endToken - 1;
        continue;
      }
      const gender = pronouns.get(tokens[i]!.lower);
      const person = gender && !quoted.has(i) ? meantBy([here, ...before], genders, gender) : null;
      const thing = gender ? null : describedAt(document, resources, described, i, sentence.endToken);
      if (person !== null) here.add(person);
      if (person !== null) add(i, i + 1, 'pronoun', person, 0.75);
      if (thing !== null) add(i, i + 2, 'nominal', thing, 0.8);
    }
    before = [here.size > 0 ? here : aside, ...before].slice(0, 2);
  }
  return out;
}

/** First token after an opening like "In addition to courting Trump,": who is named there is not whom "he" goes on about. */
function frontedEnd({ tokens }: Read, { firstToken, endToken }: Sentence): number {
  const head = tokens[firstToken];
  if (head === undefined || !(head.pos === 'ADP' || head.pos === 'SCONJ' || head.tag === 'VBG')) return firstToken;
  for (let i = firstToken; i < endToken; i++) {
    if (tokens[i]!.text === ',') return i;
    if (/^VB[DPZ]$|^MD$/.test(tokens[i]!.tag)) return firstToken;
  }
  return firstToken;
}

/** The only person of that gender in this sentence so far, else in the one before, else in the one before that. */
function meantBy(
  windows: readonly ReadonlySet<number>[],
  genders: readonly (Gender | null)[],
  gender: Gender,
): number | null {
  for (const window of windows) {
    if (window.size > crowd) return null;
    const fitting = [...window].filter((e) => genders[e] === gender || genders[e] === null);
    if (fitting.length > 1) return null;
    const [only] = fitting;
    if (only === undefined) continue;
    if (genders[only] === gender) return only;
    return windows.every((w) => w.size <= crowd && [...w].every((e) => e === only || genders[e] === other[gender]))
      ? only
      : null;
  }
  return null;
}

const other = { m: 'f', f: 'm' } as const;

/** By the given name, or by "Mr." and the like before one of the names. */
function genderOf(document: Read, { gazetteer }: Resources, draft: Draft): Gender | null {
  if (draft.type !== 'person') return null;
  for (const index of draft.names) {
    const before = document.tokens[document.names[index]!.firstToken - 1]?.lower.replace('.', '') ?? '';
    if (/^(?:mr|sir|king|prince|lord|father|brother|congressman|chairman|spokesman|husband|son)$/.test(before))
      return 'm';
    if (
      /^(?:mrs|ms|miss|madam|queen|princess|lady|dame|sister|congresswoman|chairwoman|spokeswoman|wife|daughter)$/.test(
        before,
      )
    )
      return 'f';
    const [given, surname] = printed(document, index).split(' ');
    if (surname !== undefined) return gazetteer.givenNames.get(fold(given!)) ?? null;
  }
  return null;
}

/** Entities named so far by the noun that may stand for them: a role's last word, an organization's last word. */
class Described {
  private readonly byNoun = new Map<string, Set<number>>();
  private readonly seen = new Set<number>();
  private readonly drafts: readonly Draft[];

  constructor(drafts: readonly Draft[]) {
    this.drafts = drafts;
  }

  see(entity: number): void {
    if (this.seen.has(entity)) return;
    this.seen.add(entity);
    const { type, name, roles } = this.drafts[entity]!;
    if (type === 'person') for (const role of roles) this.add(`person ${lastWord(role)}`, entity);
    if (type === 'organization' && name.includes(' ')) this.add(`organization ${lastWord(name)}`, entity);
  }

  only(key: string): number | null {
    const entities = this.byNoun.get(key);
    return entities?.size === 1 ? [...entities][0]! : null;
  }

  private add(key: string, entity: number): void {
    this.byNoun.set(key, (this.byNoun.get(key) ?? new Set()).add(entity));
  }
}

/** "the minister", "the league": the only entity so far whose role or name ends in that word. */
function describedAt(
  { tokens }: Read,
  { names }: Resources,
  described: Described,
  at: number,
  limit: number,
): number | null {
  const noun = tokens[at + 1];
  if (tokens[at]!.lower !== 'the' || at + 1 >= limit || noun?.tag !== 'NN') return null;
  const after = at + 2 < limit ? tokens[at + 2]! : null;
  if (after && /^(?:NOUN|PROPN|ADJ|NUM)$/.test(after.pos)) return null;
  if (after && /^(?:of|for|who|that|which|in|-)$/.test(after.lower)) return null;
  return described.only(`${names.roles.has(noun.lower) ? 'person' : 'organization'} ${noun.lower}`);
}

const lastWord = (text: string): string => text.slice(text.lastIndexOf(' ') + 1).toLowerCase();

/** Tokens between quotation marks; there "he" is somebody that the speaker means. A block closes what is open. */
function quotedTokens({ tokens, sentences }: Read): Set<number> {
  const out = new Set<number>();
  let open = false;
  let block = -1;
  tokens.forEach(({ text, sentence }, i) => {
    const here = sentences[sentence]!.block;
    if (here !== block) open = false;
    block = here;
    if (text === '“' || text === '”') open = text === '“';
    else if (text === '"') open = !open;
    else if (open) out.add(i);
  });
  return out;
}
