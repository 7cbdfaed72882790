import type { Document, Quote } from '#pipeline/annotate/document.ts';
import type { Article } from '#schemas/stages/article.ts';
import { documentOf } from '../../document.ts';

/** What a quotation says, its parts joined. */
export const wordsOf = ({ text }: Document, { parts }: Quote): string =>
  parts.map(({ start, end }) => text.slice(start, end).trim()).join(' ');

/** Each quotation of a text as form, words, speaker (last word of what names it, or the pronoun) and cue. */
export function quotesOf(text: string, metadata?: Partial<Article>): string[][] {
  const document = documentOf(text, metadata);
  return document.quotes.map((quote) => [
    quote.form,
    wordsOf(document, quote),
    quote.speaker ? document.text.slice(quote.speaker.start, quote.speaker.end) : '-',
    quote.cue ?? '-',
  ]);
}
