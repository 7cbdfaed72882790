import type { Span } from '../span.ts';

/** Sentences of a block as token ranges [first, end). Together they hold every token. */
export function splitSentences(text: string, tokens: readonly Span[]): [first: number, end: number][] {
  const out: [number, number][] = [];
  let first = 0;
  tokens.forEach((span, i) => {
    if (/^[.!?]$/.test(text.slice(span.start, span.end)) || i === tokens.length - 1) {
      out.push([first, i + 1]);
      first = i + 1;
    }
  });
  return out;
}
