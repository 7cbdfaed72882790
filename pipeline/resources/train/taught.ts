import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { type TaggerModel, tagSentence } from '#pipeline/annotate/tagger/index.ts';
import type { GoldSentence } from './conllu.ts';
import { roughSentences } from './name-gold.ts';

/** What a teacher tags otherwise than our tagger: hash of a sentence to its words' indexes and their tags. */
export type Corrections = ReadonlyMap<string, readonly (readonly [number, string])[]>;

const file = new URL('teacher/corrections.tsv', import.meta.url);
/** Tags on which the teacher is heard; on others its conventions differ from those of the treebanks. */
const heard = /^(?:VB[DGNPZ]?|NNP?S?|JJ|RB)$/;
const [shortest, longest] = [6, 60];

/** The corrections that `teacher/index.ts` wrote. */
export function readCorrections(): Corrections {
  const lines = readFileSync(file, 'utf8').split('\n').slice(0, -1);
  return new Map(
    lines.map((line) => {
      const [hash, ...pairs] = line.split(' ');
      return [hash!, pairs.map((pair): [number, string] => [Number(pair.split(':')[0]), pair.split(':')[1]!])];
    }),
  );
}

/** Writes what `readCorrections` reads. */
export function writeCorrections(corrections: Corrections): string {
  const lines = [...corrections].map(([hash, pairs]) => [hash, ...pairs.map(([at, tag]) => `${at}:${tag}`)].join(' '));
  return `${lines.sort().join('\n')}\n`;
}

/** The sentences of plain texts that a teacher may be asked about, each once. */
export function plainSentences(articles: readonly string[]): string[][] {
  const sentences = new Map<string, string[]>();
  for (const article of articles) {
    for (const tokens of roughSentences(article)) {
      if (tokens.length < shortest || tokens.length > longest) continue;
      const words = tokens.map(({ word }) => word);
      sentences.set(hashOf(words), words);
    }
  }
  return [...sentences.values()];
}

/** Where both name a verb, a noun, a name, an adjective or an adverb, and not the same. */
export function correctionsOf(
  words: readonly string[],
  own: readonly string[],
  teacher: readonly string[],
): Corrections {
  if (words.length !== teacher.length) return new Map();
  const pairs = teacher.flatMap((tag, at): [number, string][] =>
    tag !== own[at] && heard.test(tag) && heard.test(own[at]!) ? [[at, tag]] : [],
  );
  return pairs.length === 0 ? new Map() : new Map([[hashOf(words), pairs]]);
}

/**
 * Sentences of plain texts on which the teacher corrected the tagger: its tags, but where corrected; trees are not known. The universal part
 * of speech of a corrected word is the one that the treebanks most often give that word with that tag, or else that tag.
 */
export function taughtSentences(
  articles: readonly string[],
  treebanks: readonly GoldSentence[],
  tagger: TaggerModel,
  corrections: Corrections,
): GoldSentence[] {
  const posOf = usualPos(treebanks);
  return plainSentences(articles).flatMap((words): GoldSentence[] => {
    const hash = hashOf(words);
    const pairs = corrections.get(hash);
    if (!pairs) return [];
    const { pos, tag: tags } = tagSentence(tagger, words);
    for (const [at, tag] of pairs) {
      if (tags[at] === tag) continue;
      pos[at] = posOf(words[at]!, tag) ?? pos[at]!;
      tags[at] = tag;
    }
    return [{ document: hash, words, lemmas: [], tags, pos, heads: [], relations: [] }];
  });
}

/** Stands for a sentence in a file that holds no text: so many hexadecimal digits. */
export const sentenceHash = (words: readonly string[], digits: number): string =>
  createHash('sha256').update(words.join(' ')).digest('hex').slice(0, digits);

const hashOf = (words: readonly string[]): string => sentenceHash(words, 12);

function usualPos(sentences: readonly GoldSentence[]): (word: string, tag: string) => string | undefined {
  const counts = new Map<string, Map<string, number>>();
  const count = (key: string, pos: string): void => {
    const seen = counts.get(key) ?? new Map<string, number>();
    counts.set(key, seen.set(pos, (seen.get(pos) ?? 0) + 1));
  };
  for (const { words, tags, pos } of sentences) {
    for (const [at, word] of words.entries()) {
      count(`${word.toLowerCase()} ${tags[at]}`, pos[at]!);
      count(tags[at]!, pos[at]!);
    }
  }
  const usual = (key: string): string | undefined =>
    [...(counts.get(key) ?? [])].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0]?.[0];
  return (word, tag) => usual(`${word.toLowerCase()} ${tag}`) ?? usual(tag);
}
