import type { TaggedType } from '#pipeline/annotate/names/tagger/labels.ts';
import { findNames, type NameModel, type TaggedName } from '#pipeline/annotate/names/tagger.ts';
import { type NameReading, roughSentences } from './name-gold.ts';
import { anything, mayBeName, type NameSentence, type WordSpan, withSpans } from './name-sentence.ts';

interface Tagged {
  readonly words: readonly string[];
  readonly tags: readonly string[];
  readonly names: readonly TaggedName[];
}

/** From this probability a name counts as known. */
const sure = 0.9;

/**
 * Sentences of plain articles with the names a first model is sure of. A doubtful name takes the type that the same article has for it
 * elsewhere, as has a person's last word; what stays doubtful may be anything.
 */
export function silverNames(texts: readonly string[], model: NameModel, { tagsOf }: NameReading): NameSentence[] {
  return texts.flatMap((text) => {
    const sentences = roughSentences(text).map((tokens) => {
      const words = tokens.map((token) => token.word);
      const tags = tagsOf(words);
      return { words, tags, names: findNames(model, words, tags) };
    });
    const known = knownNames(sentences);
    return sentences.map((sentence) => silverSentence(sentence, known)).filter((sentence) => sentence !== null);
  });
}

function knownNames(sentences: readonly Tagged[]): Map<string, TaggedType> {
  const known = new Map<string, TaggedType>();
  for (const { words, names } of sentences) {
    for (const { first, last, type, confidence } of names) {
      if (confidence < sure) continue;
      known.set(words.slice(first, last + 1).join(' '), type);
      if (type === 'person' && words[last]!.length > 2) known.set(words[last]!, type);
    }
  }
  return known;
}

function silverSentence({ words, tags, names }: Tagged, known: ReadonlyMap<string, TaggedType>): NameSentence | null {
  const spans: WordSpan[] = [];
  for (const { first, last, type, confidence } of names) {
    const type2 = confidence >= sure ? type : known.get(words.slice(first, last + 1).join(' '));
    if (type2 !== undefined) spans.push({ first, last, types: [type2] });
  }
  for (let at = 0; at < words.length; at++) {
    const type = known.get(words[at]!);
    const alone = !names.some(({ first, last }) => at >= first && at <= last) && !isBeside(words, tags, at);
    if (alone && type !== undefined && mayBeName(words[at]!, tags[at]!))
      spans.push({ first: at, last: at, types: [type] });
  }
  if (spans.length === 0) return null;
  spans.sort((a, b) => a.first - b.first);
  return withSpans(words, tags, spans, anything);
}

function isBeside(words: readonly string[], tags: readonly string[], at: number): boolean {
  return [at - 1, at + 1].some((near) => near >= 0 && near < words.length && mayBeName(words[near]!, tags[near]!));
}
