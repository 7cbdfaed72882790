import { expect, it } from 'vitest';
import { quotationsExtractor } from '#pipeline/extract/quotations.ts';
import type { Article } from '#schemas/stages/article.ts';
import { documentOf, resources } from '../document.ts';

const found = (text: string, metadata?: Partial<Article>) => [
  ...quotationsExtractor.find(documentOf(text, metadata), resources()),
];

it('publishes the words without marks and the span with them', () => {
  const text = 'Rain fell. “It rose,” Ana Kovač told reporters, “and it fell.”';
  const [finding] = found(text);
  expect(text.slice(finding!.span.start, finding!.span.end)).toBe(
    '“It rose,” Ana Kovač told reporters, “and it fell.”',
  );
  expect(finding!.row).toMatchObject({
    form: 'direct',
    text: 'It rose, and it fell.',
    speaker: 'Ana Kovač',
    speaker_basis: 'name',
    cue: 'tell',
    medium: null,
    addressee: 'reporters',
  });
});

it('names nobody where a pronoun speaks and nothing says for whom', () => {
  expect(found('“It rose,” she said.')[0]!.row).toMatchObject({ speaker: null, speaker_basis: 'pronoun' });
});

it('hides the words where the rights allow hashes only', () => {
  expect(found('“It rose,” Kovač said.', { rights: 'hash_only' })[0]!.row.text).toBeNull();
});

it('takes speakers from the entities of the article', () => {
  const document = documentOf('“It rose,” she said.');
  const entity = { ...document.entities[0]!, entity_id: 'e_aaaaaaaaaaaaaaaa', name: 'Ana Kovač' };
  const mention = {
    start: 11,
    end: 14,
    firstToken: 5,
    endToken: 6,
    type: 'person',
    form: 'pronoun',
    entity: 0,
    role: null,
    confidence: 1,
  } as const;
  const quotes = document.quotes.map((quote) => ({ ...quote, speakerMention: 0 }));
  const [finding] = quotationsExtractor.find(
    { ...document, mentions: [mention], entities: [entity], quotes },
    resources(),
  );
  expect(finding!.row).toMatchObject({
    speaker: 'Ana Kovač',
    speaker_entity_id: 'e_aaaaaaaaaaaaaaaa',
    speaker_basis: 'pronoun',
  });
});
