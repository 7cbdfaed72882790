import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** Articles whose reading is timed. */
export interface Corpus {
  readonly name: string;
  readonly texts: readonly string[];
  readonly words: number;
}

/** Words that the samples are repeated up to where no corpus is given. */
const enough = 200_000;

/** The articles of a file of JSON lines, or the samples of `raw/` again and again. */
export function openCorpus(file: string, most: number): Corpus {
  const given = existsSync(file);
  const texts = given ? recordsOf(file) : repeated(samples());
  const name = given ? path.basename(file) : 'the text files of raw/, repeated';
  return corpusOf(name, texts.slice(0, most));
}

function corpusOf(name: string, texts: readonly string[]): Corpus {
  return { name, texts, words: texts.reduce((sum, text) => sum + wordsOf(text), 0) };
}

const wordsOf = (text: string): number => text.split(/\s+/).filter((word) => word !== '').length;

function recordsOf(file: string): string[] {
  const lines = readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '');
  return lines.map((line) => (JSON.parse(line) as { text: string }).text);
}

function samples(): string[] {
  const files = readdirSync('raw', { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.txt'));
  return files.sort().map((file) => readFileSync(path.join('raw', file), 'utf8'));
}

function repeated(texts: readonly string[]): string[] {
  const times = Math.ceil(enough / corpusOf('', texts).words);
  return Array.from({ length: times }, () => texts).flat();
}

/** Where an article of the corpus lies on the net, so that equal texts stay articles of their own. */
export const urlOf = (index: number): string => `https://bench.example/${index}`;

/** Writes the corpus as a raw folder, one file an article. */
export function writeRaw(folder: string, { texts }: Corpus): void {
  mkdirSync(folder, { recursive: true });
  for (const [index, text] of texts.entries()) {
    writeFileSync(path.join(folder, `${index}.txt`), text);
    writeFileSync(path.join(folder, `${index}.meta.json`), JSON.stringify({ language: 'en', url: urlOf(index) }));
  }
}
