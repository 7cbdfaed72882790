import { readFileSync } from 'node:fs';
import { gunzipSync, gzipSync } from 'node:zlib';
import type { TaggerModel } from '#pipeline/annotate/tagger/index.ts';
import type { GoldSentence } from './conllu.ts';
import { withTags } from './parser-tags.ts';
import { sentenceHash } from './taught.ts';

/** Heads (-1 for the root) and relations of the words of a sentence. */
export interface SilverTree {
  readonly heads: readonly number[];
  readonly relations: readonly string[];
}

const file = new URL('teacher/trees.gz', import.meta.url);

/**
 * What `readTrees` reads: a line of relations, then for each sentence a line of its hash and its words, each as the distance of its head
 * (0 for the root) and the number of its relation.
 */
export function packTrees(sentences: readonly (readonly string[])[], trees: readonly SilverTree[]): Uint8Array {
  const names = [...new Set(trees.flatMap(({ relations }) => relations))].sort();
  const lines = trees.map(({ heads, relations }, index) => {
    const words = heads.map((head, at) => `${head < 0 ? 0 : head - at}:${names.indexOf(relations[at]!)}`);
    return [hashOf(sentences[index]!), ...words].join(' ');
  });
  return gzipSync([names.join(' '), ...lines].join('\n'), { level: 9 });
}

/** The trees of a file that `packTrees` made, by the hash of their sentence. */
export function readTrees(bytes: Uint8Array): Map<string, SilverTree> {
  const [first, ...lines] = gunzipSync(bytes).toString('utf8').split('\n');
  const names = first!.split(' ');
  return new Map(
    lines.map((line) => {
      const [hash, ...words] = line.split(' ');
      const pairs = words.map((word) => word.split(':').map(Number));
      const heads = pairs.map(([distance], at) => (distance === 0 ? -1 : at + distance!));
      return [hash!, { heads, relations: pairs.map(([, name]) => names[name!]!) }];
    }),
  );
}

/** Those of the sentences whose tree `teacher/trees.ts` kept, with the tags of the tagger. */
export function silverTrees(sentences: readonly (readonly string[])[], tagger: TaggerModel): GoldSentence[] {
  const trees = readTrees(readFileSync(file));
  const known = sentences.flatMap((words): GoldSentence[] => {
    const document = hashOf(words);
    const tree = trees.get(document);
    if (tree?.heads.length !== words.length) return [];
    return [{ document, words, lemmas: [], pos: [], tags: [], ...tree }];
  });
  return withTags(known, tagger);
}

const hashOf = (words: readonly string[]): string => sentenceHash(words, 10);
