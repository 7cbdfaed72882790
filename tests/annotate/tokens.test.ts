import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tokenize } from '#pipeline/annotate/tokens/index.ts';
import { resources } from '../document.ts';
import { anyText } from './texts.ts';

const lexicon = resources().words;
const words = (text: string): string[] =>
  tokenize(text, { start: 0, end: text.length }, lexicon).map((span) => text.slice(span.start, span.end));

describe('tokens', () => {
  const cases: [text: string, tokens: string][] = [
    ["Noboa's plan, Noboa’s plan", "Noboa 's plan , Noboa ’s plan"],
    ["They don't, can't, won’t; cannot", "They do n't , ca n't , wo n’t ; can not"],
    ["I'd've told O'Brien o'clock l'Oréal", "I 'd 've told O'Brien o'clock l'Oréal"],
    ["the teachers' union and the '90s, the 1990's", "the teachers ' union and the '90s , the 1990's"],
    ['a 16-month-old drug-trafficking case', 'a 16 - month - old drug - trafficking case'],
    ['co-founder, e-mail, non-U.S. mid-1980s, UN-backed', 'co-founder , e-mail , non-U.S. mid - 1980s , UN - backed'],
    ['$3bn, £3bn, US$40 billion, €45m', '$ 3 bn , £ 3 bn , US$ 40 billion , € 45 m'],
    ['70% at 70mph by 5pm, 5.5 per cent', '70 % at 70 mph by 5 pm , 5.5 per cent'],
    ['1,234.56 or 1,00,000 or 2,30', '1,234.56 or 1,00,000 or 2 , 30'],
    ['in 2004-05, won 2-0, on 2026-05-14 at 10:30', 'in 2004 - 05 , won 2 - 0 , on 2026-05-14 at 10:30'],
    ['9/11, 24/7, and/or, .5', '9/11 , 24/7 , and / or , .5'],
    ['U.S. troops, 3 a.m. on Jan. 5, No. 3, no.', 'U.S. troops , 3 a.m. on Jan. 5 , No. 3 , no .'],
    ['Mr. J. K. Rowling, J.R.R. Tolkien, Ph.D.', 'Mr. J. K. Rowling , J.R.R. Tolkien , Ph.D.'],
    ['plan B. The end', 'plan B . The end'],
    ['in Boston, Mass., on Sun. 3; the Sun.', 'in Boston , Mass. , on Sun. 3 ; the Sun .'],
    ['AT&T and R&D, Marks&Spencer', 'AT&T and R&D , Marks & Spencer'],
    ['Amazon.com and bbc.co.uk end.The', 'Amazon.com and bbc.co.uk end . The'],
    ['see https://a.example/b?c=d(e), or me@a.example.', 'see https://a.example/b?c=d(e) , or me@a.example .'],
    ['@who said #BLM is #1', '@who said #BLM is # 1'],
    ['wait ... what?! no…', 'wait ... what ?! no …'],
    ['areas—such as (this) [or] “that”', 'areas — such as ( this ) [ or ] “ that ”'],
    ['20th-century 1980s 5G 30°C', '20th - century 1980s 5G 30 ° C'],
    ['👩‍👩‍👧 🇸🇮 👍🏽 x', '👩‍👩‍👧 🇸🇮 👍🏽 x'],
    ['sales of $1.5m-$2m', 'sales of $ 1.5 m - $ 2 m'],
    ["the U.S.'s and (the) 's", "the U.S. 's and ( the ) 's"],
  ];
  it.each(cases)('%s', (text, expected) => {
    expect(words(text).join(' ')).toBe(expected);
  });

  it('lie in order inside the block and hold all that is not space', () => {
    fc.assert(
      fc.property(anyText, fc.nat(20), (text, skip) => {
        const block = { start: Math.min(skip, text.length), end: text.length };
        let end = block.start;
        for (const span of tokenize(text, block, lexicon)) {
          expect(span.start).toBeGreaterThanOrEqual(end);
          expect(span.end).toBeGreaterThan(span.start);
          expect(text.slice(end, span.start)).toMatch(/^[\s\p{Cf}]*$/u);
          end = span.end;
        }
        expect(end).toBeLessThanOrEqual(block.end);
        expect(text.slice(end, block.end)).toMatch(/^[\s\p{Cf}]*$/u);
      }),
    );
  });

  const runs = [
    'a',
    'a.',
    "a'",
    'a-',
    '1,',
    '1,22',
    '1-',
    '.',
    '@',
    '@a',
    'a@',
    'www.',
    '#a',
    '&A',
    '🇸',
    '‍',
    '\ud800',
    'non-',
    "n't",
  ];
  it.each(runs)(
    'take time in proportion to the text: %j repeated',
    (unit) => {
      const text = unit.repeat(200_000 / unit.length);
      expect(tokenize(text, { start: 0, end: text.length }, lexicon).at(-1)!.end).toBeGreaterThan(text.length - 40);
    },
    8000,
  );
});
