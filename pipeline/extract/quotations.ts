import { quotations as table } from '#schemas/tables/quotations.ts';
import type { Document, Quote } from '../annotate/document.ts';
import { extractor } from './extractor.ts';

/** What somebody said: `“We lost neighbors,” Kovač told reporters.` */
export const quotationsExtractor = extractor({
  name: 'quotations',
  version: 11,
  table,
  *find(document) {
    for (const quote of document.quotes) {
      const text = wordsOf(document, quote);
      if (text === '') continue;
      const shown = document.article.rights === 'hash_only' ? null : text;
      yield {
        span: { start: quote.start, end: quote.end },
        confidence: quote.confidence,
        row: {
          form: quote.form,
          text: shown,
          ...speakerOf(document, quote),
          speaker_basis: quote.speakerBasis,
          cue: quote.cue,
          medium: quote.medium,
          addressee: quote.addressee,
        },
      };
    }
  },
});

/** What was said, its parts joined with a space. */
function wordsOf({ text }: Document, { parts }: Quote): string {
  return parts
    .map(({ start, end }) => text.slice(start, end).trim())
    .filter((part) => part !== '')
    .join(' ');
}

/** Canonical name where it is certain who speaks, else the words that name them or that their pronoun stands for. */
function speakerOf(
  { text, mentions, entities }: Document,
  quote: Quote,
): { speaker: string | null; speaker_entity_id: string | null } {
  const mention = quote.speakerMention === null ? undefined : mentions[quote.speakerMention];
  const entity = mention?.entity == null ? undefined : entities[mention.entity];
  const isPeople = entity?.type === 'group' && mention?.form === 'name';
  if (entity && mention)
    return {
      speaker: isPeople ? text.slice(mention.start, mention.end) : entity.name,
      speaker_entity_id: entity.entity_id,
    };
  const { speaker, speakerBasis } = quote;
  const words = speakerBasis === 'pronoun' ? mention?.antecedent : speaker;
  return { speaker: words ? text.slice(words.start, words.end) : null, speaker_entity_id: null };
}
