import type { Article } from '#schemas/stages/article.ts';
import type { Resources } from '../resources/index.ts';
import { findBlocks } from './blocks.ts';
import type { Block, Lexical, Sentence, Token } from './document.ts';
import { splitSentences } from './sentences.ts';
import { tokenize } from './tokens/index.ts';

/** Blocks, sentences, tokens, tags and lemmas of an article. */
export function readWords(article: Article, resources: Resources): Lexical {
  const { text } = article;
  const blocks = findBlocks(article);
  const sentences: Sentence[] = [];
  const tokens: Token[] = [];
  blocks.forEach((block, index) => {
    readBlock(text, block, index, resources, sentences, tokens);
  });
  return { article, text, blocks, sentences, tokens };
}

function readBlock(
  text: string,
  block: Block,
  blockIndex: number,
  resources: Resources,
  sentences: Sentence[],
  tokens: Token[],
): void {
  const spans = tokenize(text, block, resources.words);
  for (const [first, end] of splitSentences(text, spans, resources.words)) {
    const index = sentences.length;
    const firstToken = tokens.length;
    for (const span of spans.slice(first, end)) {
      const word = text.slice(span.start, span.end);
      const lower = word.toLowerCase();
      tokens.push({
        index: tokens.length,
        ...span,
        text: word,
        lower,
        sentence: index,
        pos: 'X',
        tag: 'FW',
        lemma: lower,
      });
    }
    const range = { firstToken, endToken: tokens.length };
    sentences.push({ index, block: blockIndex, start: spans[first]!.start, end: spans[end - 1]!.end, ...range });
  }
}
