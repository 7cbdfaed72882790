import type { Resources } from '../../resources/index.ts';
import type { EntityMention, Token } from '../document.ts';
import { choose } from './choose.ts';
import type { Draft } from './draft.ts';
import { sexOf } from './genders.ts';
import type { Read } from './index.ts';
import { Discourse, frontedEnd, type Question } from './pronouns.ts';

/** A pronoun is linked where its reading is at least as likely as this; less will do where nobody else is in reach. */
const sure = { among: 0.8, alone: 0.5 };
/** Confidence where nobody else is in reach. */
const alone = 0.75;

/** Pronouns and descriptions that can mean one entity alone; all others are left out. */
export function findReferences(
  document: Read,
  resources: Resources,
  drafts: readonly Draft[],
  mentions: readonly EntityMention[],
): EntityMention[] {
  const { tokens } = document;
  const described = new Described(drafts, resources.references.kinds);
  const out: EntityMention[] = [];
  const add = (first: number, end: number, form: 'pronoun' | 'nominal', entity: number, confidence: number): void => {
    const span = { firstToken: first, endToken: end, start: tokens[first]!.start, end: tokens[end - 1]!.end };
    out.push({ ...span, type: drafts[entity]!.type, form, entity, role: null, confidence });
  };
  readPronouns(document, resources, mentions, {
    decide: (question) => {
      const { entity, probability } = choose(question, resources.references.weights);
      const isAlone = question.options.length === 1;
      if (entity === null || probability < (isAlone ? sure.alone : sure.among)) return null;
      const confidence = isAlone ? Math.max(alone, probability) : probability;
      if (entity >= 0) add(question.at, question.at + 1, 'pronoun', entity, confidence);
      return entity;
    },
    name: (entity) => described.see(entity),
    describe: (at, limit) => {
      const entity = describedAt(document, resources, described, at, limit);
      if (entity !== null) add(at, at + 2, 'nominal', entity, 0.8);
      return entity;
    },
  });
  return out;
}

/** Who decides what a pronoun or description means. */
interface Reader {
  decide(question: Question): number | null;
  name(entity: number): void;
  describe(at: number, limit: number): number | null;
}

/** Walks through an article and asks whom each pronoun means, knowing what was answered before. */
export function readPronouns(
  document: Read,
  resources: Resources,
  mentions: readonly EntityMention[],
  reader: Reader,
): void {
  const { tokens, sentences } = document;
  const quoted = quotedTokens(document);
  const named = new Map(mentions.map((m) => [m.firstToken, m]));
  const persons = new Set(mentions.flatMap((m) => (m.type === 'person' && m.entity !== null ? [m.entity] : [])));
  const discourse = new Discourse(document, resources, mentions);
  for (const sentence of sentences) {
    const body = frontedEnd(document, sentence);
    const later = namesFrom(named, body, Math.min(body + 6, sentence.endToken));
    for (let i = sentence.firstToken; i < sentence.endToken; i++) {
      const name = named.get(i);
      if (name) {
        if (name.entity !== null) reader.name(name.entity);
        if (name.entity !== null && name.type === 'person') discourse.see(name.entity, name);
        else if (name.type === 'person')
          discourse.pass('proper', i, name.endToken, sexOf(document, resources, name, null));
        i = name.endToken - 1;
        continue;
      }
      const pronoun = resources.references.pronouns.get(tokens[i]!.lower);
      if (pronoun && !quoted.has(i)) {
        const question = discourse.ask(i, pronoun, i < body ? later : []);
        const entity = question === null ? null : reader.decide(question);
        if (entity !== null) discourse.take(entity, i, pronoun);
      }
      if (pronoun) continue;
      const thing = reader.describe(i, sentence.endToken);
      if (thing !== null && persons.has(thing))
        discourse.see(thing, { firstToken: i, endToken: i + 2, form: 'nominal' });
      if (thing !== null) i++;
      else i = passStranger(document, resources, discourse, named, i, sentence.endToken) - 1;
    }
  }
}

/** Reads past a token, or past the words there that may mean a person who is no entity; gives the next token. */
function passStranger(
  { tokens }: Read,
  resources: Resources,
  discourse: Discourse,
  named: ReadonlyMap<number, EntityMention>,
  at: number,
  limit: number,
): number {
  const { tag, lower } = tokens[at]!;
  if (tag === 'NN') {
    const gender = resources.references.genders.get(lower) ?? null;
    const isNoun = gender !== null || resources.names.roles.has(lower);
    if (isNoun && !named.has(at + 1) && tokens[at + 1]?.pos !== 'NOUN' && !isSaidOf(tokens, at))
      discourse.pass('noun', at, at + 1, { gender, isSure: gender !== null });
    return at + 1;
  }
  if (tag !== 'NNP') return at + 1;
  let end = at + 1;
  while (end < limit && tokens[end]!.tag === 'NNP' && !named.has(end)) end++;
  if (!named.has(end))
    discourse.pass('proper', at, end, sexOf({ tokens }, resources, { firstToken: at, endToken: end }, null));
  return end;
}

/** "Rosa Quintero, a former judge", "she was a judge": the noun is said of somebody mentioned already. */
function isSaidOf(tokens: readonly Token[], at: number): boolean {
  let i = at - 1;
  while (i >= 0 && /^(?:DET|ADJ|NOUN|ADV)$/.test(tokens[i]!.pos) && tokens[i]!.sentence === tokens[at]!.sentence) i--;
  const before = tokens[i];
  if (before?.lemma === 'be' || before?.lemma === 'become' || before?.lower === 'as') return true;
  return before?.text === ',' && tokens[i - 1]?.pos === 'PROPN';
}

/** The persons named in a run of tokens. */
function namesFrom(named: ReadonlyMap<number, EntityMention>, first: number, end: number): EntityMention[] {
  const out: EntityMention[] = [];
  for (let i = first; i < end; i++) {
    const name = named.get(i);
    if (name?.type === 'person' && name.entity !== null) out.push(name);
  }
  return out;
}

/** Entities named so far by the noun that may stand for them: a role's last word, an organization's last word. */
class Described {
  private readonly byNoun = new Map<string, Set<number>>();
  private readonly seen = new Set<number>();
  private readonly drafts: readonly Draft[];

  private readonly kinds: ReadonlyMap<string, string>;

  constructor(drafts: readonly Draft[], kinds: ReadonlyMap<string, string>) {
    this.drafts = drafts;
    this.kinds = kinds;
  }

  see(entity: number): void {
    if (this.seen.has(entity)) return;
    this.seen.add(entity);
    const { type, name, roles, subtype } = this.drafts[entity]!;
    if (type === 'person') for (const role of roles) this.add(`person ${lastWord(role)}`, entity);
    if (type === 'organization') this.add(`kind ${subtype ?? ''}`, entity);
    if (type === 'organization' && name.includes(' ')) this.add(`organization ${lastWord(name)}`, entity);
  }

  /** The only one that the noun may stand for; "the company" is none where another organization's kind is unknown. */
  only(type: 'person' | 'organization', noun: string): number | null {
    const kind = type === 'organization' ? this.kinds.get(noun) : undefined;
    if (kind === undefined) return this.one(`${type} ${noun}`);
    return this.byNoun.has('kind ') ? null : this.one(`kind ${kind}`);
  }

  private one(key: string): number | null {
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
  return described.only(names.roles.has(noun.lower) ? 'person' : 'organization', noun.lower);
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
