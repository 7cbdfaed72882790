import type { Resources } from '../../resources/index.ts';
import type { EntityMention, Sentence } from '../document.ts';
import { clauseSubjects, type Subject, type Told } from './clause-subjects.ts';
import type { Read } from './index.ts';
import { isBehindContent } from './speaking.ts';
import { isAllQuoted, longestSpeech, phraseAround, phraseAt, type Tokens } from './turn-words.ts';

/** A body or several people: the entity, else the words. */
export interface Speaking {
  readonly entity: number | null;
  readonly words: Tokens;
}

/** What a subject is to "it" or "they": who is meant, nobody, or somebody who leaves it open. */
type Meant = Speaking | 'other' | 'open';

/** Who acts or speaks. */
type Voice = Pick<Subject, 'heads' | 'joined' | 'speaks'>;

/** Sentences that "it said" looks back. */
const reach = 2;

/** Whom "it said" and "they said" mean: the body or the people who spoke or acted last. */
export class Bodies {
  readonly #document: Read;
  readonly #resources: Resources;
  readonly #told: Told;
  /** What is known of a token: its name, its description, what it was read as. */
  readonly #names = new Map<number, EntityMention>();
  readonly #read = new Map<number, Speaking | null>();

  constructor(document: Read, resources: Resources, told: Told, mentions: readonly EntityMention[]) {
    this.#document = document;
    this.#resources = resources;
    this.#told = told;
    for (const mention of mentions)
      for (let i = mention.firstToken; i < mention.endToken; i++) this.#names.set(i, mention);
  }

  /** Passes a description that was read: "the ministry". */
  note(entity: number, { firstToken, endToken }: Tokens): void {
    for (let i = firstToken; i < endToken; i++) this.#read.set(i, { entity, words: { firstToken, endToken } });
  }

  /** Whom the subject pronoun of a reporting verb means; null where it is open. */
  whose(at: number): Speaking | null {
    const found = this.#search(at, this.#document.tokens[at]!.lower === 'they');
    this.#read.set(at, found);
    return found;
  }

  #search(at: number, isPlural: boolean): Speaking | null {
    const { sentences, tokens, blocks } = this.#document;
    const own = tokens[at]!.sentence;
    let left = reach;
    const isBehind = isBehindContent(this.#document, this.#told, at);
    for (let s = own; s >= Math.max(0, own - longestSpeech) && left >= 0; s--) {
      const sentence = sentences[s]!;
      if (s < own && isAllQuoted(this.#document, sentence, this.#told)) continue;
      if (blocks[sentence.block]!.kind === 'headline') return null;
      left--;
      const found = this.#inSentence(sentence, s === own ? at : sentence.endToken, isPlural, s === own && isBehind);
      if (found === 'open') return null;
      if (found !== 'other') return found;
    }
    return null;
  }

  #inSentence(sentence: Sentence, before: number, isPlural: boolean, isContent: boolean): Meant {
    const subjects = clauseSubjects(this.#document, sentence, this.#told).filter(
      ({ isTop, isJoined }) => isTop && !isJoined,
    );
    const isSaid = ({ heads, speaks }: Voice): boolean =>
      isContent && !speaks && this.#document.tokens[heads[0]!]!.pos !== 'PRON';
    const voices = [...subjects, ...this.#sources(sentence)].filter((v) => v.heads[0]! < before && !isSaid(v));
    const meant = voices.map((subject) => ({ speaks: subject.speaks, is: this.#meant(subject, isPlural) }));
    if (meant.some(({ is, speaks }) => speaks && typeof is === 'string')) return 'open';
    const speaking = meant.filter(({ speaks }) => speaks);
    if (speaking.length === 0 && meant.some(({ is }) => is === 'open')) return 'open';
    const found = (speaking.length > 0 ? speaking : meant).flatMap(({ is }) => (typeof is === 'string' ? [] : [is]));
    const [first, ...others] = found;
    if (!first) return 'other';
    return others.every((other) => isSame(first, other)) ? first : 'open';
  }

  /** "According to the ministry". */
  #sources({ firstToken, endToken }: Sentence): Voice[] {
    const { tokens, phrases } = this.#document;
    const found: Voice[] = [];
    for (let i = firstToken; i < endToken - 2; i++) {
      if (tokens[i]!.lower !== 'according' || tokens[i + 1]!.lower !== 'to' || this.#told.isQuoted(i)) continue;
      const source = phraseAt(phrases, i + 2);
      if (source?.firstToken === i + 2) found.push({ heads: [source.head], joined: null, speaks: true });
    }
    return found;
  }

  #meant(subject: Voice, isPlural: boolean): Meant {
    const { tokens } = this.#document;
    const [head] = subject.heads;
    const { lower, tag } = tokens[head!]!;
    if (lower === (isPlural ? 'they' : 'it'))
      return this.#read.get(head!) ?? (this.#read.has(head!) ? 'open' : 'other');
    if (!/^N/.test(tag)) return 'other';
    return isPlural ? this.#people(subject) : this.#body(subject);
  }

  /** "The ministry", "Corvane Systems", "the study". */
  #body({ heads, joined, speaks }: Voice): Meant {
    const [head] = heads;
    const { lower, tag } = this.#document.tokens[head!]!;
    const name = this.#names.get(head!);
    if (joined !== null || name?.type === 'person') return 'other';
    if (name?.type === 'organization') return { entity: name.entity, words: name };
    if (/S$/.test(tag) || this.#isPerson(lower)) return 'other';
    if (name?.type === 'place' && speaks) return { entity: name.entity, words: name };
    const { references, quotes, names } = this.#resources;
    const isBody = references.kinds.has(lower) || quotes.media.has(lower) || names.organizationWords.has(lower);
    if (isBody || speaks) return this.#read.get(head!) ?? this.#described(head!);
    return tag === 'NNP' ? 'open' : 'other';
  }

  /** "Two engineers", "the Greens", "Kovač and Novak", "police". */
  #people({ heads, joined, speaks }: Voice): Meant {
    const [head] = heads;
    const { lower, tag, lemma } = this.#document.tokens[head!]!;
    if (joined !== null)
      return speaks
        ? { entity: null, words: { ...this.#described(head!).words, endToken: this.#described(joined).words.endToken } }
        : 'open';
    const name = this.#names.get(head!);
    const isMany = /S$/.test(tag) || lower === 'police';
    if (isMany && name?.type === 'organization') return { entity: name.entity, words: name };
    if (isMany && (speaks || name?.type === 'group' || this.#isPerson(lemma.toLowerCase()) || lower === 'police'))
      return lower === 'people' ? 'open' : this.#described(head!);
    return isMany || name?.type !== 'organization' ? 'other' : 'open';
  }

  #isPerson(noun: string): boolean {
    const { names, references } = this.#resources;
    return names.roles.has(noun) || references.genders.has(noun);
  }

  #described(head: number): Speaking {
    return { entity: null, words: phraseAround(this.#document, { firstToken: head, endToken: head + 1 }) };
  }
}

const isSame = (one: Speaking, other: Speaking): boolean =>
  one.entity === null ? one.words.firstToken === other.words.firstToken : one.entity === other.entity;
