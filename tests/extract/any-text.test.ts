import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { extract } from '#pipeline/extract/index.ts';
import type { Row } from '#schemas/table.ts';
import { anyText } from '../annotate/texts.ts';
import { documentOf, resources } from '../document.ts';

const rowsOf = (text: string): Row[] =>
  Object.values(extract(documentOf(text, { published_on: '2026-05-14' }), resources()).rows).flat() as Row[];

/** Every row is the slice that it names, inside a sentence that the text holds. */
function expectGrounded(text: string): void {
  const points = Array.from(text);
  for (const row of rowsOf(text)) {
    const { char_start, char_end, quote, sentence } = row as {
      char_start: number;
      char_end: number;
      quote: string;
      sentence: string;
    };
    expect(points.slice(char_start, char_end).join('')).toBe(quote);
    expect(sentence).toContain(quote);
    expect(text).toContain(sentence);
  }
}

const news = [
  'Mayor Ana Kovač told reporters on Tuesday that at least 14 people were killed.',
  '“We lost 3.5 million euros 😀 in a night,” said Omar Siddiqui, 44, head of the Aldermoor Traders’ Association (ATA).',
  'Police arrested 38 people in La Paz, and the U.S. sent $20m in aid; prices rose 4.2% from 3.9% in March.',
  'KOPER, Slovenia, May 3, 2026 (Northline) — The ministry denied that 12 soldiers had died.',
  'He said: "It is over." She asked the E.U. for 20-30 boats.',
];

describe('any text', () => {
  test('gives rows that are its own slices, and never throws', () => {
    fc.assert(fc.property(anyText, expectGrounded), { numRuns: 300 });
  });

  test('news cut and joined anywhere, with characters of every plane, gives rows that are its own slices', () => {
    const piece = fc.oneof(
      fc
        .tuple(fc.constantFrom(...news), fc.nat(60), fc.nat(160))
        .map(([line, from, to]) => line.slice(from, Math.max(from, to))),
      fc.constantFrom(
        '\n\n',
        '\r\n',
        ' ',
        '\u2028',
        '\ufeff',
        '😀',
        '“',
        '"',
        '’',
        '(',
        '— ',
        '- ',
        '\u202e',
        'U.S. ',
        '7',
        '$',
      ),
    );
    const text = fc.array(piece, { maxLength: 14 }).map((pieces) => pieces.join(''));
    fc.assert(fc.property(text, expectGrounded), { numRuns: 300 });
  });

  test.each([
    'Highlighting that 70 percent of tea is lost, Ana Kovač asked for help.',
    'The engineer was quoted as saying the dam was unsafe, and went on to say that it would hold.',
    'While praising the crews, Novak said the plan, he noted, had failed because of rain.',
    'As the ministry put it, with Reyes saying it had agreed, the talks “never began”.',
    'Asked by Radio Koper whether she would resign, the mayor told the council no.',
    'In March, the firm cut 120 jobs after it said it would buy its rival for $1.2 billion.',
    'Omar Siddiqui, head of the association, which he said had lost half of its members, was arrested.',
    'Critics called the law “a disgrace”, urging the senate to reject it by 40 votes to 3.',
  ])('may begin and end at any word of: %s', (line) => {
    const words = line.split(' ');
    for (let from = 0; from < words.length; from++) expectGrounded(words.slice(from).join(' '));
    for (let end = 1; end < words.length; end++) expectGrounded(words.slice(0, end).join(' '));
  });

  test.each([
    ['one word without end', 'a'.repeat(200_000)],
    ['digits', '1'.repeat(100_000)],
    ['numbers', '12,5 '.repeat(4_000)],
    ['opening quotation marks', '“'.repeat(50_000)],
    ['marks without partners', '" said He '.repeat(10_000)],
    ['capitals', 'New York Times '.repeat(10_000)],
    ['brackets', '((('.repeat(30_000)],
    ['commas', 'said, '.repeat(20_000)],
    ['conjunctions', 'Ana and Omar and '.repeat(8_000)],
    ['hyphens', 'a-'.repeat(50_000)],
    ['dots', 'U.S.'.repeat(30_000)],
    ['verbs', 'killed arrested said '.repeat(8_000)],
    ['lines', 'Ana\n'.repeat(20_000)],
    ['blanks', ' '.repeat(300_000)],
    ['dates', 'from May 3 to June 4, '.repeat(6_000)],
  ])(
    'ends: %s',
    (_, text) => {
      expect(() => rowsOf(text)).not.toThrow();
    },
    20_000,
  );
});
