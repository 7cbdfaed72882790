import type { EntityType } from '#schemas/vocabulary.ts';
import type { Resources } from '../../resources/index.ts';
import type { Gender } from '../../resources/references.ts';
import { firstThat } from '../../span.ts';
import type { EntityMention, Token } from '../document.ts';
import { findMarked } from '../quotes/marks.ts';
import { Bodies } from './bodies.ts';
import { choose } from './choose.ts';
import type { Told } from './clause-subjects.ts';
import { Described, describedAt } from './described.ts';
import type { Draft } from './draft.ts';
import { type Sex, sexOf } from './genders.ts';
import type { Read } from './index.ts';
import { Discourse, frontedEnd, type Question } from './pronouns.ts';
import { isCue, isSpeaking } from './speaking.ts';
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
  const described = new Described(drafts, resources);
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
      if (entity !== null && entity >= 0) add(at, at + 1, 'pronoun', entity, speaking);
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

/** What stands for words may mean. */
const types: ReadonlyMap<string, EntityType> = new Map([
  ['it', 'organization'],
  ['they', 'group'],
]);

/** A pronoun that stands for words without an entity. */
function standIn(tokens: readonly Token[], at: number, { firstToken, endToken }: Tokens): EntityMention {
  const { start, end } = tokens[at]!;
  const antecedent = { start: tokens[firstToken]!.start, end: tokens[endToken - 1]!.end };
  const type = types.get(tokens[at]!.lower) ?? 'person';
  const pronoun = { firstToken: at, endToken: at + 1, start, end, type, form: 'pronoun' } as const;
  return { ...pronoun, entity: null, role: null, confidence: speaking, antecedent };
}

/** Who decides what a pronoun or description means. */
interface Reader {
  decide(question: Question): number | null;
  /** Is told whom "he said" means; where it is absent, every pronoun is to be decided. */
  speaks?(at: number, entity: number | null, words: Tokens | null): void;
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
  const told = { isQuoted: (i: number) => quoted.has(i), isCue: (i: number) => isCue(document, resources, i) };
  const bodies = new Bodies(document, resources, told, mentions);
  const turns = new Turns(document, resources, told, (entity, gender) => discourse.mayBe(entity, gender));
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
      if (reader.speaks && isBodyAt(document, resources, told, i)) {
        const meant = bodies.whose(i);
        if (meant !== null) reader.speaks(i, meant.entity, meant.words);
        continue;
      }
      const thing = reader.describe(i, sentence.endToken);
      if (thing !== null && persons.has(thing)) see(thing, { firstToken: i, endToken: i + 2, form: 'nominal' });
      if (thing !== null) bodies.note(thing, { firstToken: i, endToken: i + 2 });
      if (thing !== null) i++;
      else i = passStranger(document, resources, pass, named, i, sentence.endToken) - 1;
    }
  }
}

/** "it said", "they said", outside quotation marks. */
const isBodyAt = (document: Read, resources: Resources, told: Told, at: number): boolean =>
  /^(?:it|they)$/.test(document.tokens[at]!.lower) && !told.isQuoted(at) && isSpeaking(document, resources, at);

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

/** Tokens in quotation marks; there "he" is somebody that the speaker means. */
function quotedTokens({ text, blocks, tokens }: Read): Set<number> {
  const out = new Set<number>();
  for (const { start, end } of findMarked(text, blocks))
    for (let i = firstThat(tokens, (token) => token.start >= start); i < tokens.length && tokens[i]!.start < end; i++)
      out.add(i);
  return out;
}
