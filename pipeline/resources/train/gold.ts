import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { z } from 'zod';
import { type GoldSentence, parseConllu } from './conllu.ts';

const article = z.object({ text: z.string() });

/** Folder of annotated texts that may be learned from; README.md of `pipeline/resources` says which and under which licence. */
export class Gold {
  readonly #folder: string;
  /** SHA-256 of each file read so far, by path. */
  readonly checksums = new Map<string, string>();

  constructor(folder: string) {
    this.#folder = folder;
  }

  /** Treebank sentences of one half (train or dev) of both treebanks. */
  treebanks(half: 'train' | 'dev'): GoldSentence[] {
    return ['gum', 'ud_ewt'].flatMap((name) => this.treebank(name, half));
  }

  treebank(name: string, half: 'train' | 'dev'): GoldSentence[] {
    return parseConllu(this.#read(`${name}/${half}.conllu`));
  }

  /** Plain news texts: reports, then press releases. */
  articles(): string[] {
    return [...this.#texts(this.#read('bulk/wikinews.jsonl')), ...this.#releases()];
  }

  /** Plain news texts of which every twelfth press release is one. */
  someArticles(): string[] {
    return [...this.#texts(this.#read('bulk/wikinews.jsonl')), ...this.#releases().filter((_, at) => at % 12 === 0)];
  }

  #releases(): string[] {
    return this.#texts(gunzipSync(this.#bytes('bulk/senate.jsonl.gz')).toString('utf8'));
  }

  #texts(lines: string): string[] {
    return records(lines).map((record) => article.parse(record).text);
  }

  /** Records of a file of JSON lines. */
  records(path: string): unknown[] {
    return records(this.#read(path));
  }

  #read(path: string): string {
    return this.#bytes(path).toString('utf8');
  }

  #bytes(path: string): Buffer {
    const bytes = readFileSync(join(this.#folder, path));
    this.checksums.set(path, createHash('sha256').update(bytes).digest('hex'));
    return bytes;
  }
}

function records(lines: string): unknown[] {
  return lines
    .split('\n')
    .filter((line) => line !== '')
    .map((line): unknown => JSON.parse(line));
}
