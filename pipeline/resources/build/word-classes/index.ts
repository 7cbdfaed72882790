import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { hashString } from '#pipeline/annotate/linear/hash.ts';
import { packModel } from '#pipeline/annotate/linear/model.ts';
import { type ClassedWord, classKey, writeClasses } from '#pipeline/annotate/linear/word-classes.ts';
import { Gold } from '../../train/gold.ts';
import { roughLines } from '../../train/rough-lines.ts';
import { newsClusters } from './news-clusters.ts';
import { topicsOf } from './topics.ts';

/**
 * Usage: npm run word-classes -- FOLDER [folder of the annotated texts]. FOLDER holds what Unpack.java wrote. Writes `models/words.bin` and its readable header.
 */
const folder = process.argv[2];
if (folder === undefined) throw new Error('word-classes: name the folder with brown.tsv, vectors.txt, vectors.f32');

const settings = { topics: 512, rounds: 12, every: 3, seed: 2026 };
const dimensions = 50;
/** Single words of letters, with marks inside; compounds with hyphens are left to their parts. */
const word = /^\p{L}[\p{L}\p{M}]*(?:['’.&][\p{L}\p{M}]*)*$/u;

const sha256: Record<string, string> = {};
const read = (name: string): Buffer => {
  const bytes = readFileSync(join(folder, name));
  sha256[name] = createHash('sha256').update(bytes).digest('hex');
  return bytes;
};
const linesOf = (name: string): string[] => read(name).toString('utf8').split('\n').slice(0, -1);

/** Clusters whose paths begin with the same so many bits are a group. */
const groupBits = 6;
/** Group of each cluster, from 1; of no cluster 0. */
const groups = [0];
const paths = readPaths();
const topics = readTopics();
const words = new Map<number, ClassedWord>();
for (const [form, brown] of paths) {
  const key = classKey(hashString(form));
  if (!words.has(key)) words.set(key, { key, brown, topic: topics.get(form) ?? 0 });
}
const about = {
  name: 'classes of words',
  method:
    'clusters of the words that news uses often, by their neighbours; Brown clusters of words in small letters, as they come; topics: spherical k-means over vectors of the same words with a capital',
  settings,
  learned: {
    'US Senate press releases, Wikinews, train halves of GUM and UD English EWT (plain text)':
      'public record; CC BY 2.5; as in pos.json',
    'nlp4j-english 1.1.2: Brown clusters, word vectors (Emory NLP, from newspapers and Wikipedia)': 'Apache-2.0',
  },
  sha256,
  words: words.size,
};
const news = readNews();
const ascending = [...words.values()].sort((a, b) => a.key - b.key);
const bytes = packModel({ kind: 'words', labels: [], about }, writeClasses({ words: ascending, groups, news }));
const models = new URL('../../models/', import.meta.url);
writeFileSync(new URL('words.bin', models), bytes);
writeFileSync(new URL('words.json', models), `${JSON.stringify({ ...about, bytes: bytes.length }, null, 2)}\n`);

/** Lower-case word to its Brown cluster, from 1; paths are numbered in the order of the words. */
function readPaths(): Map<string, number> {
  const numbers = new Map<string, number>();
  const prefixes = new Map<string, number>();
  const found = new Map<string, number>();
  for (const line of linesOf('brown.tsv')) {
    const [form, path] = line.split('\t');
    if (form === undefined || path === undefined) throw new Error(`brown.tsv: "${line}" has no path`);
    if (!numbers.has(path)) {
      const prefix = path.slice(0, groupBits);
      if (!prefixes.has(prefix)) prefixes.set(prefix, prefixes.size + 1);
      numbers.set(path, numbers.size + 1);
      groups.push(prefixes.get(prefix)!);
    }
    if (word.test(form) || !/\p{L}/u.test(form)) found.set(form, numbers.get(path)!);
  }
  return found;
}

/** Lower-case word with a cluster to the topic, from 1, of its form with a capital. */
function readTopics(): Map<string, number> {
  const forms = linesOf('vectors.txt');
  const floats = read('vectors.f32');
  const wanted = new Map<string, number>();
  for (const [at, form] of forms.entries()) {
    const lower = form.toLowerCase();
    if (form === lower || !paths.has(lower)) continue;
    const isTitle = form === form[0]!.toUpperCase() + lower.slice(form[0]!.length);
    if (isTitle || !wanted.has(lower)) wanted.set(lower, at);
  }
  const vectors = new Float32Array(wanted.size * dimensions);
  [...wanted.values()].forEach((at, index) => {
    for (let cell = 0; cell < dimensions; cell++)
      vectors[index * dimensions + cell] = floats.readFloatLE((at * dimensions + cell) * 4);
  });
  const numbers = topicsOf(vectors, dimensions, {
    ...settings,
    onRound: (round) => process.stdout.write(`topics: round ${round} of ${settings.rounds}\n`),
  });
  return new Map([...wanted.keys()].map((lower, index) => [lower, numbers[index]! + 1]));
}

/** Clusters of frequent words of plain news and of the treebanks' learning halves, by the hash of the word. */
function readNews(): Map<number, number> {
  const gold = new Gold(process.argv[3] ?? '../shared/gold');
  const treebanks = gold.treebanks('train').map((sentence) => [...sentence.words]);
  const clusters = newsClusters([...gold.articles().flatMap(roughLines), ...treebanks]);
  for (const [name, sum] of gold.checksums) sha256[name] = sum;
  return new Map([...clusters].map(([form, cluster]) => [hashString(form), cluster]));
}
