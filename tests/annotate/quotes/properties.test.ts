import fc from 'fast-check';
import { expect, it } from 'vitest';
import { findQuotes } from '#pipeline/annotate/quotes/index.ts';
import { documentOf, resources } from '../../document.ts';

const words =
  'she he Kovač said told says adding that “ ” " \' ‘ ’ , . : ? ( ) \n the river rose and who according to of'.split(
    ' ',
  );
const soup = fc
  .array(fc.constantFrom(...words), { maxLength: 60 })
  .map((list) => list.join(' ').replace(/([“‘]) /g, '$1'));

it('finds quotations in order, with parts inside, for any string', () => {
  fc.assert(
    fc.property(fc.oneof(soup, fc.string({ unit: 'binary' })), (text) => {
      const document = documentOf(text === '' ? 'x' : text);
      let end = 0;
      for (const quote of document.quotes) {
        expect(quote.start).toBeGreaterThanOrEqual(end);
        expect(quote.end).toBeLessThanOrEqual(document.text.length);
        expect(quote.parts.length).toBeGreaterThan(0);
        for (const part of quote.parts) {
          expect(part.start).toBeGreaterThanOrEqual(quote.start);
          expect(part.end).toBeLessThanOrEqual(quote.end);
        }
        end = quote.end;
      }
    }),
    { numRuns: 300 },
  );
});

it.each([
  ['marks', '"a '.repeat(30_000)],
  ['paragraphs that never close', '“a\n'.repeat(30_000)],
  ['a sentence of reports', 'he said he '.repeat(20_000)],
  ['quotations without end', '“a,” he said, '.repeat(10_000)],
])('takes time in proportion to %s', (_, text) => {
  const document = documentOf(text);
  const started = performance.now();
  findQuotes(document, resources());
  expect(performance.now() - started).toBeLessThan(5_000);
});
