import { createHash } from 'node:crypto';
import type { Document } from '../annotate/document.ts';

const size = 5;

/** Distinct word 5-shingles of the text as 32-bit hashes, ascending. Case and punctuation do not count. */
export function shingles({ tokens }: Pick<Document, 'tokens'>): number[] {
  const words = tokens.filter((t) => /[\p{L}\p{N}]/u.test(t.text)).map((t) => t.lower);
  const hashes = new Set<number>();
  for (let i = 0; i + size <= Math.max(words.length, size); i++) {
    const shingle = words.slice(i, i + size).join(' ');
    if (shingle !== '') hashes.add(createHash('sha256').update(shingle).digest().readUInt32BE(0));
  }
  return [...hashes].sort((a, b) => a - b);
}
