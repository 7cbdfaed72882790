import fc from 'fast-check';
import { expect, it } from 'vitest';
import { findAffiliations } from '#pipeline/annotate/affiliations.ts';
import type { Document } from '#pipeline/annotate/document.ts';
import { findEntities } from '#pipeline/annotate/entities/index.ts';
import { findNames } from '#pipeline/annotate/names/index.ts';
import { documentOf, resources } from '../../document.ts';
import { anyText } from '../texts.ts';

const words =
  "President Mr. Gen. Ana Salcedo Kovač Ruše Georgia Washington US U.S. BBC News Ministry of Health and the League (GFC) in , . - ' ’s said she he his the minister former director at May Turkey van der & \n Inc.".split(
    ' ',
  );
const soup = fc.array(fc.constantFrom(...words), { maxLength: 60 }).map((list) => list.join(' '));

it('finds names and references in order and inside one sentence, for any string', () => {
  fc.assert(
    fc.property(fc.oneof(soup, anyText), (text) => {
      const { names, mentions, entities, affiliations, tokens, text: all } = documentOf(text === '' ? 'x' : text);
      let end = 0;
      for (const name of names) {
        expect(name.start).toBeGreaterThanOrEqual(end);
        expect(name.end).toBeLessThanOrEqual(all.length);
        expect(tokens[name.firstToken]!.sentence).toBe(tokens[name.endToken - 1]!.sentence);
        expect(name.confidence).toBeLessThanOrEqual(1);
        end = name.end;
      }
      for (const mention of mentions) {
        expect(mention.form === 'name' || mention.entity !== null || mention.antecedent !== undefined).toBe(true);
        expect(mention.antecedent?.end ?? 0).toBeLessThanOrEqual(mention.start);
        if (mention.entity !== null) expect(entities[mention.entity]!.type).toBe(mention.type);
      }
      expect(new Set(entities.map((e) => e.entity_id)).size).toBe(entities.length);
      for (const { person, organization } of affiliations) {
        expect(mentions[person]!.type).toBe('person');
        if (organization !== null) expect(mentions[organization]!.type).not.toBe('person');
      }
    }),
    { numRuns: 300 },
  );
});

/** Names, entities and affiliations once more over words already read. */
function readAgain(document: Document): void {
  const names = findNames(document, resources());
  findAffiliations({ ...document, ...findEntities({ ...document, names }, resources()) }, resources());
}

it.each([
  ['one run of names', 'Ana Salcedo '.repeat(5_000)],
  ['surnames', 'Mayor Ana Salcedo left. Salcedo ran and she said he fell. '.repeat(800)],
  ['organizations', 'The Ministry of Health and Bank of Peru (BP) of the League agreed. '.repeat(800)],
  ['acronyms', '(GFC) '.repeat(5_000)],
  ['places', 'Maribor, Slovenia, Georgia, Paris, '.repeat(1_500)],
  ['roles', 'former director of the former director of the '.repeat(1_500)],
  ['a long word', `In ${'Aa'.repeat(50_000)} he said`],
])('takes time in proportion to %s', (_, text) => {
  const document = documentOf(text);
  const started = performance.now();
  readAgain(document);
  expect(performance.now() - started).toBeLessThan(5_000);
});
