import type { Article } from '#schemas/stages/article.ts';
import type { Resources } from '../resources/index.ts';
import type { Span } from '../span.ts';
import { findBlocks } from './blocks/index.ts';
import { findDateline } from './dateline.ts';
import type { Block, BlockKind, Dateline, Lexical, Sentence, Token } from './document.ts';
import { lemmatize } from './lemma.ts';
import { splitSentences } from './sentences.ts';
import { tagSentence } from './tagger/index.ts';
import { tokenize } from './tokens/index.ts';

type Grown = Lexical & { readonly sentences: Sentence[]; readonly tokens: Token[] };

/** Blocks, sentences, tokens, tags and lemmas of an article. */
export function readWords(article: Article, resources: Resources): Lexical {
  const { text } = article;
  const blocks = findBlocks(article, resources.layout);
  const dateline = findDateline({ text, blocks }, resources);
  const words: Grown = { article, text, blocks, sentences: [], tokens: [] };
  blocks.forEach((block, index) => {
    for (const part of sides(block, dateline)) readPart(words, part, index, resources);
  });
  return words;
}

/** The dateline is a sentence of its own, so that the first one can be parsed. */
function sides(block: Block, dateline: Dateline | null): Span[] {
  const cut = dateline?.end ?? 0;
  if (cut <= block.start || cut >= block.end) return [block];
  return [
    { start: block.start, end: cut },
    { start: cut, end: block.end },
  ];
}

function readPart({ text, blocks, sentences, tokens }: Grown, part: Span, block: number, resources: Resources): void {
  const spans = tokenize(text, part, resources.words);
  for (const [first, end] of splitSentences(text, spans, resources.words)) {
    const index = sentences.length;
    const firstToken = tokens.length;
    const words = spans.slice(first, end).map((span) => text.slice(span.start, span.end));
    const { pos, tag } = tagSentence(resources.tagger, closed(words, blocks[block]!.kind));
    words.forEach((word, i) => {
      const span = spans[first + i]!;
      tokens.push({
        index: tokens.length,
        start: span.start,
        end: span.end,
        text: word,
        lower: word.toLowerCase(),
        sentence: index,
        pos: pos[i]!,
        tag: tag[i]!,
        lemma: lemmatize(word, pos[i]!, tag[i]!, resources.lemmas),
      });
    });
    const range = { firstToken, endToken: tokens.length };
    sentences.push({ index, block, start: spans[first]!.start, end: spans[end - 1]!.end, ...range });
  }
}

/** Titles lack the period that tells the tagger where they end. */
const closed = (words: readonly string[], kind: BlockKind): readonly string[] =>
  kind === 'paragraph' || /^\p{P}+$/u.test(words.at(-1)!) ? words : [...words, '.'];
