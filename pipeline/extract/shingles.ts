import type { Document } from '../annotate/document.ts';

const size = 5;
const fnvOffset = 0x811c9dc5;
const fnvPrime = 0x01000193;

/** Distinct word 5-shingles of the text as 32-bit hashes, ascending. Case, punctuation, repeats and boilerplate do not count. */
export function shingles(document: Pick<Document, 'tokens' | 'sentences' | 'blocks'>): Uint32Array {
  return shingleHashes(freshWords(document));
}

/** Distinct hashes of every run of five words, ascending; a text of fewer words is one shingle, no words are none. */
export function shingleHashes(words: readonly string[]): Uint32Array {
  if (words.length === 0) return new Uint32Array();
  const hashes = Uint32Array.from(words, wordHash);
  const count = Math.max(1, hashes.length - size + 1);
  const runs = new Uint32Array(count);
  for (let i = 0; i < count; i++) runs[i] = runHash(hashes, i, Math.min(i + size, hashes.length));
  runs.sort();
  return runs.filter((hash, i) => i === 0 || hash !== runs[i - 1]);
}

/** Shingles as an extraction carries them: base64 of little-endian 32-bit integers. */
export function packShingles(hashes: Uint32Array): string {
  const bytes = Buffer.alloc(4 * hashes.length);
  for (const [i, hash] of hashes.entries()) bytes.writeUInt32LE(hash, 4 * i);
  return bytes.toString('base64');
}

/** Undoes `packShingles`. */
export function unpackShingles(packed: string): Uint32Array {
  const bytes = Buffer.from(packed, 'base64');
  const hashes = new Uint32Array(bytes.length >>> 2);
  for (let i = 0; i < hashes.length; i++) hashes[i] = bytes.readUInt32LE(4 * i);
  return hashes;
}

/** Words of the blocks that neither repeat an earlier one nor belong to the page rather than the article. */
function freshWords({ tokens, sentences, blocks }: Pick<Document, 'tokens' | 'sentences' | 'blocks'>): string[] {
  const words: string[] = [];
  for (const sentence of sentences) {
    const block = blocks[sentence.block];
    if (!block || block.repeats !== null || block.kind === 'boilerplate') continue;
    for (let i = sentence.firstToken; i < sentence.endToken; i++) {
      const token = tokens[i]!;
      if (/[\p{L}\p{N}]/u.test(token.text)) words.push(token.lower);
    }
  }
  return words;
}

/** FNV-1a, 32 bits, over the word's UTF-16 units, low byte first. */
function wordHash(word: string): number {
  let hash = fnvOffset;
  for (let i = 0; i < word.length; i++) {
    const unit = word.charCodeAt(i);
    hash = Math.imul(hash ^ (unit & 0xff), fnvPrime);
    hash = Math.imul(hash ^ (unit >>> 8), fnvPrime);
  }
  return hash >>> 0;
}

/** Hashes of a run's words combined as MurmurHash3 (x86, 32 bits, seed 0) combines its four-byte blocks. */
function runHash(words: Uint32Array, start: number, end: number): number {
  let hash = 0;
  for (let i = start; i < end; i++) {
    let block = Math.imul(words[i]!, 0xcc9e2d51);
    block = (block << 15) | (block >>> 17);
    hash ^= Math.imul(block, 0x1b873593);
    hash = (hash << 13) | (hash >>> 19);
    hash = (Math.imul(hash, 5) + 0xe6546b64) | 0;
  }
  hash ^= (end - start) * 4;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
