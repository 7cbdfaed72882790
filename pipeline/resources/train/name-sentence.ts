import { labelCount, labelOf, nameTypes, part, type TaggedType } from '#pipeline/annotate/names/tagger/labels.ts';

/** A sentence to learn names from: for each word the labels that the annotation allows, one bit a label. */
export interface NameSentence {
  readonly words: readonly string[];
  readonly allowed: Uint32Array;
}

/** A span of words that carries a type, or one of several. */
export interface WordSpan {
  readonly first: number;
  readonly last: number;
  readonly types: readonly TaggedType[];
}

/** Every label. */
export const anything = 2 ** labelCount - 1;

/** Labels of a sentence: the spans as they are, other proper nouns and capitalised adjectives `rest`, else outside. */
export function withSpans(
  words: readonly string[],
  tags: readonly string[],
  spans: readonly WordSpan[],
  rest: number,
): NameSentence {
  const allowed = Uint32Array.from(words, (word, at) => (mayBeName(word, tags[at]!) ? rest : 1));
  for (const { first, last, types } of spans) {
    for (let at = first; at <= last; at++) {
      const place = first === last ? part.unit : at === first ? part.begin : at === last ? part.last : part.inside;
      allowed[at] = types.reduce((mask, type) => mask | (1 << labelOf(nameTypes.indexOf(type), place)), 0);
    }
  }
  return { words, allowed };
}

/** Whether a word that no annotation names could still be part of a name. */
export function mayBeName(word: string, tag: string): boolean {
  return /\p{Lu}/u.test(word) && (tag.startsWith('NNP') || tag === 'JJ');
}

/** Takes spans that overlap none before them, longest first. */
export function longestSpans(spans: readonly WordSpan[]): WordSpan[] {
  const sorted = [...spans].sort((a, b) => b.last - b.first - (a.last - a.first) || a.first - b.first);
  const kept: WordSpan[] = [];
  for (const span of sorted)
    if (!kept.some((other) => span.first <= other.last && other.first <= span.last)) kept.push(span);
  return kept.sort((a, b) => a.first - b.first);
}
