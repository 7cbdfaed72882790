import type { Resources } from '../../resources/index.ts';
import type { Gender } from '../../resources/references.ts';
import { firstThat } from '../../span.ts';
import type { EntityMention, Token } from '../document.ts';
import { findMarked } from '../quotes/marks.ts';
import { choose } from './choose.ts';
import type { Draft } from './draft.ts';
import { type Sex, sexOf } from './genders.ts';
import type { Read } from './index.ts';
import { Discourse, frontedEnd, type Question } from './pronouns.ts';
import { isSpeaking } from './speaking.ts';
import type { Tokens } from './turn-words.ts';
import { Turns } from './turns.ts';

/** A pronoun is linked where its reading is at least as likely as this; less will do where nobody else is in reach. */
const sure = { among: 0.8, alone: 0.5 };
/** Confidence of whom "he said" means. */
const speaking = 0.9;
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
    speaks: (at, entity, words) => {
      if (entity >= 0) add(at, at + 1, 'pronoun', entity, speaking);
      else if (words !== null) out.push(standIn(tokens, at, words));
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

/** A pronoun that stands for words without an entity. */
function standIn(tokens: readonly Token[], at: number, { firstToken, endToken }: Tokens): EntityMention {
  const { start, end } = tokens[at]!;
  const antecedent = { start: tokens[firstToken]!.start, end: tokens[endToken - 1]!.end };
  const pronoun = { firstToken: at, endToken: at + 1, start, end, type: 'person', form: 'pronoun' } as const;
  return { ...pronoun, entity: null, role: null, confidence: speaking, antecedent };
}

/** Who decides what a pronoun or description means. */
interface Reader {
  decide(question: Question): number | null;
  /** Is told whom "he said" means; where it is absent, every pronoun is to be decided. */
  speaks?(at: number, entity: number, words: Tokens | null): void;
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
  const turns = new Turns(document, resources, quoted, (entity, gender) => discourse.mayBe(entity, gender));
  const see = (entity: number, range: Pick<EntityMention, 'firstToken' | 'endToken' | 'form'>): void => {
    discourse.see(entity, range);
    turns.name(entity, range, 'name');
  };
  const pass = (kind: 'name' | 'capital' | 'noun', first: number, end: number, sex: Sex): void => {
    const stranger = discourse.pass(kind === 'noun' ? 'noun' : 'proper', first, end, sex);
    turns.name(stranger, { firstToken: first, endToken: end }, kind);
  };
  for (const sentence of sentences) {
    const body = frontedEnd(document, sentence);
    const later = namesFrom(named, body, Math.min(body + 6, sentence.endToken));
    for (let i = sentence.firstToken; i < sentence.endToken; i++) {
      const name = named.get(i);
      if (name) {
        if (name.entity !== null) reader.name(name.entity);
        if (name.entity !== null && name.type === 'person') see(name.entity, name);
        else if (name.type === 'person') pass('name', i, name.endToken, sexOf(document, resources, name, null));
        i = name.endToken - 1;
        continue;
      }
      const pronoun = resources.references.pronouns.get(tokens[i]!.lower);
      if (pronoun && !quoted.has(i)) {
        const isSubject = pronoun.case === 'subject';
        const entity =
          reader.speaks && isSubject && isSpeaking(document, resources, i)
            ? speakerAt(turns, reader.speaks, i, pronoun.gender)
            : decided(reader, discourse.ask(i, pronoun, i < body ? later : []));
        if (entity !== null) discourse.take(entity, i, pronoun);
        if (entity !== null) turns.see(entity, { firstToken: i, endToken: i + 1 });
        else if (isSubject) turns.miss(i, pronoun.gender);
      }
      if (pronoun) continue;
      const thing = reader.describe(i, sentence.endToken);
      if (thing !== null && persons.has(thing)) see(thing, { firstToken: i, endToken: i + 2, form: 'nominal' });
      if (thing !== null) i++;
      else i = passStranger(document, resources, pass, named, i, sentence.endToken) - 1;
    }
  }
}

const decided = (reader: Reader, question: Question | null): number | null =>
  question === null ? null : reader.decide(question);

/** Who has the word, told to the reader. */
function speakerAt(turns: Turns, speaks: NonNullable<Reader['speaks']>, at: number, gender: Gender): number | null {
  const entity = turns.whose(at, gender);
  if (entity !== null) speaks(at, entity, turns.wordsOf(entity));
  return entity;
}

/** Reads past a token, or past the words there that may mean a person who is no entity; gives the next token. */
function passStranger(
  { tokens }: Read,
  resources: Resources,
  pass: (kind: 'capital' | 'noun', first: number, end: number, sex: Sex) => void,
  named: ReadonlyMap<number, EntityMention>,
  at: number,
  limit: number,
): number {
  const { tag, lower } = tokens[at]!;
  if (tag === 'NN') {
    const gender = resources.references.genders.get(lower) ?? null;
    const isNoun = gender !== null || resources.names.roles.has(lower);
    if (isNoun && !named.has(at + 1) && tokens[at + 1]?.pos !== 'NOUN' && !isSaidOf(tokens, at))
      pass('noun', at, at + 1, { gender, isSure: gender !== null });
    return at + 1;
  }
  if (tag !== 'NNP') return at + 1;
  let end = at + 1;
  while (end < limit && tokens[end]!.tag === 'NNP' && !named.has(end)) end++;
  if (!named.has(end)) pass('capital', at, end, sexOf({ tokens }, resources, { firstToken: at, endToken: end }, null));
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

/** Tokens in quotation marks; there "he" is somebody that the speaker means. */
function quotedTokens({ text, blocks, tokens }: Read): Set<number> {
  const out = new Set<number>();
  for (const { start, end } of findMarked(text, blocks))
    for (let i = firstThat(tokens, (token) => token.start >= start); i < tokens.length && tokens[i]!.start < end; i++)
      out.add(i);
  return out;
}
