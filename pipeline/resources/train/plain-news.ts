import { readFileSync } from 'node:fs';
import { splitSentences } from '#pipeline/annotate/sentences.ts';
import { tokenize } from '#pipeline/annotate/tokens/index.ts';
import { loadWords } from '#pipeline/resources/words.ts';

const [shortest, longest] = [6, 60];

/** Sentences of plain articles, cut as the pipeline cuts them, each once. */
export function newsSentences(articles: readonly string[]): string[][] {
  const lexicon = loadWords((path) => readFileSync(new URL(`../${path}`, import.meta.url)));
  const sentences = new Map<string, string[]>();
  for (const text of articles) {
    for (const { 0: line, index } of text.matchAll(/[^\n]+/g)) {
      const spans = tokenize(text, { start: index, end: index + line.length }, lexicon);
      for (const [first, end] of splitSentences(text, spans, lexicon)) {
        if (end - first < shortest || end - first > longest) continue;
        const words = spans.slice(first, end).map((span) => text.slice(span.start, span.end));
        sentences.set(words.join('\t'), words);
      }
    }
  }
  return [...sentences.values()];
}
