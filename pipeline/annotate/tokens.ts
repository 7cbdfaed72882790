import type { Span } from '../span.ts';

const token =
  /(?:\p{L}\.){2,}|\p{N}+(?:[.,]\p{N}+)*|(?:n['’]t|['’](?:s|re|ve|ll|d|m))(?!\p{L})|\p{L}[\p{L}\p{M}]*|\S/gu;

/** Spans of the tokens of a block, in text order. */
export function tokenize(text: string, block: Span): Span[] {
  return [...text.slice(block.start, block.end).matchAll(token)].map((m) => ({
    start: block.start + m.index,
    end: block.start + m.index + m[0].length,
  }));
}
