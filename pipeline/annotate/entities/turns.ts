import type { Resources } from '../../resources/index.ts';
import type { Gender } from '../../resources/references.ts';
import { firstThat } from '../../span.ts';
import type { Sentence } from '../document.ts';
import { clauseSubjects, type Subject, type Told } from './clause-subjects.ts';
import type { Read } from './index.ts';
import { isBehindContent } from './speaking.ts';
import {
  isAllQuoted,
  isApposed,
  isOpening,
  isParenthetic,
  longestSpeech,
  phraseAround,
  type Tokens,
} from './turn-words.ts';

/** Somebody mentioned outside quotation marks; below nought: without an entity. */
interface Reference extends Tokens {
  /** Null for a subject pronoun of which nobody knows whom it means. */
  readonly entity: number | null;
  readonly gender?: Gender;
  /** A capital letter alone speaks for a person. */
  readonly isUnsure: boolean;
}

const isKnown = ({ entity }: Reference): boolean => entity !== null && entity >= 0;

/** Whom a sentence leaves to be meant: who acts in it, else who is named in it; or more than one. */
type Found = { readonly entity: number | null; readonly isActor: boolean } | 'several' | null;

/** Sentences that "he said" looks back, those that stand in marks as a whole not counted. */
const reach = 3;

/** Who has the word: whom "he said" means, by who acted or spoke last. */
export class Turns {
  readonly #document: Read;
  readonly #resources: Resources;
  readonly #told: Told;
  readonly #fits: (entity: number, gender: Gender) => boolean;
  readonly #bySentence = new Map<number, Reference[]>();
  /** Words for those without an entity. */
  readonly #words = new Map<number, Tokens & { readonly isNoun: boolean }>();

  constructor(document: Read, resources: Resources, told: Told, fits: (entity: number, gender: Gender) => boolean) {
    this.#document = document;
    this.#resources = resources;
    this.#told = told;
    this.#fits = fits;
  }

  /** Passes a name or a description. */
  name(entity: number, { firstToken, endToken }: Tokens, kind: 'name' | 'capital' | 'noun'): void {
    const isUnsure = kind === 'capital';
    this.#words.set(entity, { firstToken, endToken, isNoun: kind === 'noun' });
    this.see(entity, { firstToken, endToken }, isUnsure);
  }

  /** Passes a pronoun that has been read. */
  see(entity: number, { firstToken, endToken }: Tokens, isUnsure = false): void {
    const { tokens, times } = this.#document;
    const time = isUnsure ? times[firstThat(times, (t) => t.endToken > firstToken)] : undefined;
    if (time && time.firstToken <= firstToken) return;
    const last = this.#in(tokens[firstToken]!.sentence).at(-1);
    const isHalf = last?.isUnsure === true && last.endToken === firstToken - 1 && tokens[last.endToken]!.text === '-';
    if (isHalf) this.#in(tokens[firstToken]!.sentence).pop();
    this.#add({ entity, firstToken: isHalf ? last.firstToken : firstToken, endToken, isUnsure });
  }

  /** Passes a subject pronoun that could not be read. */
  miss(at: number, gender: Gender): void {
    this.#add({ entity: null, gender, firstToken: at, endToken: at + 1, isUnsure: false });
  }

  #add(reference: Reference): void {
    if (this.#told.isQuoted(reference.firstToken)) return;
    this.#in(this.#document.tokens[reference.firstToken]!.sentence).push(reference);
  }

  /** The words that somebody was last called by. */
  wordsOf(entity: number): Tokens | null {
    const words = this.#words.get(entity);
    return words?.isNoun ? phraseAround(this.#document, words) : (words ?? null);
  }

  /** Whom the subject pronoun of a reporting verb means; null where nobody or more than one may be meant. */
  whose(at: number, gender: Gender): number | null {
    const { sentences, tokens, blocks } = this.#document;
    const own = tokens[at]!.sentence;
    let left = reach;
    let named: number | null = null;
    const isBehind = isBehindContent(this.#document, this.#told, at);
    for (let s = own; s >= Math.max(0, own - longestSpeech) && left >= 0; s--) {
      const sentence = sentences[s]!;
      if (s < own && isAllQuoted(this.#document, sentence, this.#told)) continue;
      if (blocks[sentence.block]!.kind === 'headline') break;
      left--;
      const before = s === own ? at : sentence.endToken;
      const found = this.#inSentence(sentence, before, gender, s === own, s === own && isBehind);
      if (found === null) continue;
      if (found === 'several' || (named !== null && named !== found.entity)) return null;
      if (found.isActor) return found.entity;
      named = found.entity;
    }
    return named !== null && named >= 0 ? named : null;
  }

  #in(sentence: number): Reference[] {
    const list = this.#bySentence.get(sentence) ?? [];
    this.#bySentence.set(sentence, list);
    return list;
  }

  #inSentence(sentence: Sentence, before: number, gender: Gender, isOwn: boolean, isContent: boolean): Found {
    const all = this.#in(sentence.index).filter(({ firstToken }) => firstToken < before);
    const fitting = all.filter((r) => (r.entity === null ? r.gender === gender : this.#fits(r.entity, gender)));
    if (isOwn && fitting.length === 0) return null;
    const closing = all.filter((r) => isParenthetic(this.#document, this.#told, r));
    if (closing.length > 0) return this.#only(closing, fitting);
    const acting = { top: new Set<number | null>(), inner: new Set<number | null>() };
    const opening = isContent ? undefined : all.find((r) => !r.isUnsure && isOpening(this.#document, sentence, r));
    if (opening && fitting.includes(opening)) acting.top.add(opening.entity);
    for (const subject of clauseSubjects(this.#document, sentence, this.#told)) {
      const [head] = subject.heads;
      const isSaid = isContent && !(subject.speaks && subject.isTop) && this.#document.tokens[head!]!.pos !== 'PRON';
      if (head! >= before || isSaid) continue;
      const isOpener = opening !== undefined && head! < opening.endToken;
      const meant = isOpener ? opening : this.#oneOf(all, subject.heads);
      if (subject.isTop && !isOpener && this.#isStranger(subject, meant)) return 'several';
      if (meant === null || !fitting.includes(meant) || (meant.isUnsure && !subject.speaks)) continue;
      if (subject.isTop && !subject.speaks && isRivalled(meant, fitting, subject)) return 'several';
      acting[subject.isTop ? 'top' : 'inner'].add(meant.entity);
    }
    return chosen(acting, new Set(fitting.filter((r) => !r.isUnsure).map(({ entity }) => entity)), isOwn);
  }

  /** Who speaks in an aside, where that is one. */
  #only(speaking: readonly Reference[], fitting: readonly Reference[]): Found {
    const entities = new Set(speaking.map(({ entity }) => entity));
    const [reference] = speaking;
    if (entities.size > 1 || !fitting.includes(reference!)) return 'several';
    return { entity: reference!.entity, isActor: true };
  }

  /** The reference that a subject is: a name before a description, the last of a phrase ("Blue Heron singer Ana Kovač"). */
  #oneOf(references: readonly Reference[], heads: readonly number[]): Reference | null {
    const { tokens } = this.#document;
    const own = references.filter(({ firstToken, endToken }) =>
      heads.some((head) => firstToken <= head && head < endToken),
    );
    const [first = null] = own;
    const named = own.filter(isKnown);
    if (named.length > 0) {
      const comma = own.findIndex(({ firstToken }, k) => k > 0 && tokens[firstToken - 1]!.text === ',');
      return named.findLast((r) => comma < 0 || own.indexOf(r) < comma) ?? named[0]!;
    }
    if (tokens[heads[0]!]!.pos === 'PRON') return first;
    const behind = references.find((r) => isKnown(r) && r.firstToken > heads[0]!);
    return behind && isApposed(tokens, heads[0]! + 1, behind.firstToken) ? behind : first;
  }

  /** May the subject be somebody of whom nothing is known? */
  #isStranger({ heads, speaks }: Subject, meant: Reference | null): boolean {
    const { tokens, sentences } = this.#document;
    const { quotes } = this.#resources;
    if (meant !== null) return meant.isUnsure && !speaks;
    const noun = heads.find((head) => !tokens[head]!.tag.startsWith('W')) ?? heads[0]!;
    const { lower, tag, text, sentence, index } = tokens[noun]!;
    if (/^(?:some|any|no|every)(?:body|one)$/.test(lower)) return true;
    if (lower === 'one') return tokens[index + 1]?.lower === 'of';
    if (tag !== 'NN') return false;
    const isCapital = index === sentences[sentence]!.firstToken && /^\p{Lu}/u.test(text);
    return isCapital || (speaks && !quotes.media.has(lower));
  }
}

/** "Kovač met Novak": may the other one be meant as well? */
const isRivalled = ({ entity }: Reference, fitting: readonly Reference[], { others }: Subject): boolean =>
  fitting.some((r) => r.entity !== entity && isKnown(r) && others.some((at) => r.firstToken <= at && at < r.endToken));

type Entities = ReadonlySet<number | null>;

/** Who acts in the main clause, else in another; else who alone is named. */
function chosen({ top, inner }: { top: Entities; inner: Entities }, named: Entities, isOwn: boolean): Found {
  const actors = top.size > 0 ? top : inner;
  if (actors.size > 1) return 'several';
  if (actors.size === 1 && (top.size === 1 || isOwn || named.size === 1))
    return { entity: [...actors][0] ?? null, isActor: true };
  if (isOwn || named.size === 0) return null;
  return named.size > 1 ? 'several' : { entity: [...named][0] ?? null, isActor: false };
}
