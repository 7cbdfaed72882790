import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitSentences } from '#pipeline/annotate/sentences.ts';
import { tokenize } from '#pipeline/annotate/tokens/index.ts';
import { resources } from '../document.ts';
import { anyText } from './texts.ts';

const lexicon = resources().words;

function sentences(text: string): string[] {
  const tokens = tokenize(text, { start: 0, end: text.length }, lexicon);
  return splitSentences(text, tokens, lexicon).map(([first, end]) =>
    text.slice(tokens[first]!.start, tokens[end - 1]!.end),
  );
}

describe('sentences', () => {
  const cases: [text: string][] = [
    ['Noboa is not stopping at the U.S. | In addition, he is seeking allies.'],
    ['He met former U.S. President Donald Trump at Mar-a-Lago. | They talked.'],
    ['"Is it over?" he asked.'],
    ['"Is it over?" Mr. Smith asked. | Nobody knew.'],
    ['"Is it over?" | The room was silent.'],
    ['"It is over." | She left. | (He stayed.) | They met again.'],
    ['Prices rose 3.5 percent to $1.20. | Sales fell.'],
    ['It began at 9 p.m. | The crowd left at 10 p.m. Monday.'],
    ['Shares of Amazon.com rose. | Acme Inc. fell, and so did Beta Corp. | The index rose.'],
    ['He is No. 3. | No. | He is not.'],
    ['George W. Bush and J. K. Rowling met Dr. Lee. | They had plan B. | It failed.'],
    ['Wait ... and see. | He said he … would not. | Well... | The end'],
    ['It rained. | 12 people fled.'],
    ['“We won’t go.” | “You will,” she said.'],
    ['Half of it, etc. | The rest is gone!! | Really?! | Yes.'],
    ['These: | • one | • two'],
    ['Was it St. Mary or St. Tropez?'],
    ['The iPhone sold. | iPhones are phones.'],
  ];
  it.each(cases)('%s', (marked) => {
    const expected = marked.split(' | ');
    expect(sentences(expected.join(' '))).toEqual(expected);
  });

  it('end without a space', () => {
    expect(sentences('It was the end.The start came later.')).toEqual(['It was the end.', 'The start came later.']);
  });

  it('hold every token once, in order', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const tokens = tokenize(text, { start: 0, end: text.length }, lexicon);
        let next = 0;
        for (const [first, end] of splitSentences(text, tokens, lexicon)) {
          expect(first).toBe(next);
          expect(end).toBeGreaterThan(first);
          next = end;
        }
        expect(next).toBe(tokens.length);
      }),
    );
  });

  it('are cut where no end comes', () => {
    expect(sentences('word '.repeat(2500))).toHaveLength(3);
  });

  it.each(['a. ', '. ', '" ', '." ', '( ', '... ', 'U.S. '])(
    'take time in proportion to the text: %j repeated',
    (unit) => {
      expect(sentences(unit.repeat(100_000)).length).toBeGreaterThan(0);
    },
    8000,
  );
});
