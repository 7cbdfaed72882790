import type { Article } from '#schemas/stages/article.ts';
import type { DocumentEntity } from '#schemas/stages/extraction.ts';
import type { EntityType, EventModality, EventType, Precision, StatisticKind } from '#schemas/vocabulary.ts';
import type { Span } from '../span.ts';
import type { Trees } from './syntax.ts';

export type BlockKind = 'headline' | 'deck' | 'heading' | 'list_item' | 'paragraph' | 'caption' | 'boilerplate';

/** A line or paragraph of the text, edges trimmed of white space. Blocks are in text order and do not overlap. */
export interface Block extends Span {
  readonly kind: BlockKind;
  /** Index of the earlier block with the same words, or null. Nothing is extracted from a repeat. */
  readonly repeats: number | null;
}

/** A run of tokens, [firstToken, endToken). */
export interface TokenRange extends Span {
  readonly firstToken: number;
  readonly endToken: number;
}

/** A sentence; never crosses a block. */
export interface Sentence extends TokenRange {
  readonly index: number;
  readonly block: number;
}

/** A token by the conventions of Universal Dependencies English: `Noboa|'s`, `16|-|month`, `$|3|bn`, `70|%`, `U.S.`. */
export interface Token extends Span {
  readonly index: number;
  readonly text: string;
  readonly lower: string;
  readonly sentence: number;
  /** Universal part of speech (`NOUN`, `PROPN`, `VERB`, `AUX` …). */
  readonly pos: string;
  /** Penn tag (`VBD`, `NNS` …). */
  readonly tag: string;
  readonly lemma: string;
}

/** The words and their grammar: what every later layer reads. */
export interface Lexical {
  readonly article: Article;
  readonly text: string;
  readonly blocks: readonly Block[];
  readonly sentences: readonly Sentence[];
  readonly tokens: readonly Token[];
}

/** A base noun phrase, determiner to head: `the [rising] gang violence`. */
export interface NounPhrase extends TokenRange {
  /** Index of the head token. */
  readonly head: number;
}

/** An expression of time (TIMEX3). `value` is null where nothing is known; `start`, `end` are ISO days where resolved. */
export interface TimeExpression extends TokenRange {
  readonly kind: 'date' | 'time' | 'duration' | 'set';
  readonly value: string | null;
  readonly from: string | null;
  readonly to: string | null;
  readonly precision: Precision | null;
  readonly basis: 'stated' | 'relative' | 'inferred' | 'none';
  readonly confidence: number;
}

/** A name in the text, without articles, titles or possessive. */
export interface Name extends TokenRange {
  readonly type: EntityType;
  readonly confidence: number;
  /** What speaks for it most; `team`: a town's name where the report means its team. */
  readonly basis: 'gazetteer' | 'lexicon' | 'model' | 'pattern' | 'document' | 'team';
}

/** A reference to an entity: a name, a description or a pronoun. */
export interface EntityMention extends TokenRange {
  readonly type: EntityType;
  readonly form: 'name' | 'nominal' | 'pronoun';
  /** Index into `entities`, or null where it is not certain who is meant. */
  readonly entity: number | null;
  /** Role printed with this mention ("President"), or null. */
  readonly role: string | null;
  readonly confidence: number;
  /** The words that a pronoun stands for, where they have no entity. */
  readonly antecedent?: Span;
}

/** A role that the text gives a person; `start`..`end` covers role and person. */
export interface Affiliation extends TokenRange {
  /** Index into `mentions`. */
  readonly person: number;
  readonly role: string;
  readonly organization: number | null;
  readonly isFormer: boolean;
  readonly confidence: number;
}

/** A quotation with its attribution. `start`..`end` covers all parts, marks included where there are any. */
export interface Quote extends Span {
  readonly form: 'direct' | 'indirect' | 'mixed';
  /** What stands between the marks (or the reported clause), in text order. */
  readonly parts: readonly Span[];
  /** Words that name the speaker, or null. */
  readonly speaker: Span | null;
  /** Index into `mentions`, or null. */
  readonly speakerMention: number | null;
  readonly speakerBasis: 'name' | 'pronoun' | 'nominal' | 'none';
  readonly cue: string | null;
  readonly medium: string | null;
  readonly addressee: string | null;
  readonly confidence: number;
}

/** A number with its unit as printed. `start`..`end` covers number and unit (`$40 billion`, `16%`, `781 killings`'s `781`). */
export interface Quantity extends TokenRange {
  /** The number's own words. */
  readonly number: TokenRange;
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly kind: StatisticKind;
  readonly unit: string | null;
  readonly unitText: string | null;
  readonly currency: string | null;
  /** How the currency is known; null where it is not. */
  readonly currencyBasis: 'stated' | 'outlet' | 'country' | 'default' | null;
  readonly per: string | null;
  readonly qualifier: 'exact' | 'approximate' | 'at_least' | 'at_most' | 'more_than' | 'less_than' | 'range';
  readonly confidence: number;
}

/** Who plays a part in an event. */
export interface Participant extends TokenRange {
  readonly role: 'actor' | 'recipient' | 'victim' | 'instrument' | 'topic';
  /** Index into `mentions`, or null for a description. */
  readonly mention: number | null;
}

/** A report of an event; its span is the trigger. */
export interface EventMention extends TokenRange {
  readonly type: EventType;
  readonly mode: string | null;
  readonly contexts: readonly string[];
  readonly participants: readonly Participant[];
  readonly polarity: 'positive' | 'negative';
  readonly modality: EventModality;
  readonly tense: 'past' | 'present' | 'future' | 'none';
  /** Index into `times`, or null. */
  readonly time: number | null;
  /** Where the time stands, as seen from the event; null where there is none. */
  readonly timeFrom: 'sentence' | 'paragraph' | 'headline' | null;
  /** Index into `mentions` of the place, or null. */
  readonly place: number | null;
  readonly placeFrom: 'sentence' | 'paragraph' | 'headline' | 'dateline' | null;
  /** Words that name who says so, or null. */
  readonly attributedTo: Span | null;
  readonly attributedMention: number | null;
  readonly confidence: number;
}

/** Where and when the report was filed, as printed at its head: "MARIBOR, Slovenia, May 14 (Northline) —". */
export interface Dateline extends Span {
  readonly place: Span | null;
  /** ISO day, only where the year is printed as well. */
  readonly date: string | null;
  readonly origin: string | null;
}

/** Stand-off layers over an article's text. Every later layer may read the ones before it. */
export interface Document extends Lexical {
  /** Dependency trees, parsed where somebody asks. */
  readonly trees: Trees;
  readonly phrases: readonly NounPhrase[];
  readonly dateline: Dateline | null;
  /** Metadata's day, else the dateline's. */
  readonly publishedOn: string | null;
  readonly times: readonly TimeExpression[];
  readonly quantities: readonly Quantity[];
  readonly names: readonly Name[];
  readonly mentions: readonly EntityMention[];
  readonly entities: readonly DocumentEntity[];
  readonly affiliations: readonly Affiliation[];
  readonly quotes: readonly Quote[];
  readonly events: readonly EventMention[];
}
