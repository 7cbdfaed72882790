import type { ReadResource } from './index.ts';

const utf8 = new TextDecoder('utf-8', { fatal: true });

/** Entries of a lexicon: its lines, trimmed, without comments and empty lines. */
export function entries(read: ReadResource, name: string): string[] {
  return utf8
    .decode(read(`lexicons/${name}`))
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'));
}

/** Entries as lists of words: the first says what the others mean. */
export const rows = (read: ReadResource, name: string): string[][] =>
  entries(read, name).map((line) => line.split(/\s+/));

/** Entries of the form `left = right`, both trimmed. */
export function pairs(read: ReadResource, name: string): [left: string, right: string][] {
  return entries(read, name).map((line) => {
    const [left = '', right] = line.split(' = ');
    if (right === undefined) throw new Error(`lexicons/${name}: no " = " in "${line}"; write "words = meaning"`);
    return [left.trim(), right.trim()];
  });
}

/** Entries of the form `meaning words…` turned into word -> meaning. */
export function wordsOf<V>(lines: readonly (readonly string[])[], meaning: (head: string) => V): Map<string, V> {
  return new Map(lines.flatMap(([head = '', ...words]) => words.map((word): [string, V] => [word, meaning(head)])));
}
