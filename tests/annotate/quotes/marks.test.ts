import fc from 'fast-check';
import { expect, it } from 'vitest';
import { findBlocks } from '#pipeline/annotate/blocks/index.ts';
import { findMarked } from '#pipeline/annotate/quotes/marks.ts';
import { articleOf, resources } from '../../document.ts';

const markedIn = (text: string): string[] =>
  findMarked(text, findBlocks(articleOf(text), resources().layout)).map(({ parts }) =>
    parts.map(({ start, end }) => text.slice(start, end)).join(' | '),
  );

it.each([
  ['“We lost,” he said. “Badly.”', ['We lost,', 'Badly.']],
  ['"We lost," he said. "Badly."', ['We lost,', 'Badly.']],
  ["''We lost,'' he said. ''Badly.''", ['We lost,', 'Badly.']],
  ['‘We lost,’ he said.', ['We lost,']],
  ["'We lost,' he said.", ['We lost,']],
  ['“We lost," he said.', ['We lost,']],
  ['„We lost,“ he said.', ['We lost,']],
  ['«We lost», he said.', ['We lost']],
  ['“They say ‘run,’ and we run,” he said.', ['They say ‘run,’ and we run,']],
  ['‘They say “run” and we run,’ he said.', ['They say “run” and we run,']],
  ['("Not yet," she said.)', ['Not yet,']],
  ['He said—"no"—and left.', ['no']],
])('pairs the marks of %s', (text, marked) => {
  expect(markedIn(text)).toEqual(marked);
});

it.each([
  'The workers’ union didn’t sign.',
  "The workers' union didn't sign the '90s deal.",
  'The board is 6\'2" long and 11" wide.',
  'He said: "We lost and never closed the mark.',
  'It closed” without ever opening.',
  'Nothing "" stands here.',
])('finds none in %s', (text) => {
  expect(markedIn(text)).toEqual([]);
});

it('joins paragraphs that open with a mark again', () => {
  const text = '“It rose at night.\n\n“Nobody slept.\n\n“Then it fell,” she said.';
  expect(markedIn(text)).toEqual(['It rose at night. | Nobody slept. | Then it fell,']);
});

it('knows nothing of a paragraph left open before one without marks', () => {
  expect(markedIn('“It rose at night.\n\nThe town slept.\n\n“It fell,” she said.')).toEqual(['It fell,']);
});

it('lists spans in order, apart, in bounds, for any string', () => {
  const soup = fc.string({ unit: fc.constantFrom(...' ab.,“”"\'‘’`«»„\n😀\ud800'), maxLength: 200 });
  fc.assert(
    fc.property(fc.oneof(soup, fc.string({ unit: 'binary' })), (text) => {
      let end = 0;
      for (const marked of findMarked(text, findBlocks(articleOf(text || 'x'), resources().layout))) {
        expect(marked.start).toBeGreaterThanOrEqual(end);
        for (const part of marked.parts) expect(part.end).toBeGreaterThan(part.start);
        end = marked.end;
      }
      expect(end).toBeLessThanOrEqual(text.length || 1);
    }),
  );
});
