import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { blocksOf, pagesOf } from '#pipeline/explorer/text/blocks.ts';
import { lengthOf, unitsOf } from '#pipeline/explorer/text/offsets.ts';
import { segmentsOf } from '#pipeline/explorer/text/segments.ts';
import { blocksOfRows } from '#pipeline/explorer/text/sentences.ts';
import { visible } from '#pipeline/explorer/text/visible.ts';

const slice = (text: string, start: number, end: number): string => [...text].slice(start, end).join('');
const text = fc.string({ unit: 'grapheme', maxLength: 300 }).filter((t) => t === Buffer.from(t).toString());

describe('offsets', () => {
  it('count code points', () => {
    expect(lengthOf('a\u{1f30a}b')).toBe(3);
    expect([0, 1, 2, 3].map(unitsOf('a\u{1f30a}b'))).toEqual([0, 1, 3, 4]);
    fc.assert(fc.property(text, (t) => lengthOf(t) === [...t].length));
  });
});

describe('blocks', () => {
  it('are slices of the text, in order, and leave out white space only', () => {
    const lines = fc.array(text, { maxLength: 8 }).map((parts) => parts.join('\n'));
    fc.assert(
      fc.property(lines, (t) => {
        let end = 0;
        let shown = '';
        for (const block of blocksOf(t)) {
          expect(block.start).toBeGreaterThanOrEqual(end);
          expect(slice(t, block.start, block.end)).toBe(block.text);
          end = block.end;
          shown += block.text;
        }
        expect(shown.replaceAll(/\s/g, '')).toBe(t.replaceAll(/\s/g, ''));
      }),
    );
  });

  it('cut a line of two million characters, also one without a space, and lay out little at a time', () => {
    for (const line of ['word '.repeat(400_000), '\u{1f30a}'.repeat(500_000)]) {
      const blocks = blocksOf(line);
      expect(blocks.map((block) => block.text).join('')).toBe(line);
      expect(Math.max(...blocks.map((block) => block.text.length))).toBeLessThan(5_000);
      const pages = pagesOf(blocks);
      expect(pages.flat()).toEqual(blocks);
      expect(pages.length).toBeGreaterThan(20);
    }
  });
});

describe('segments', () => {
  const block = { text: 'Floods killed at least 14 people', start: 100, end: 132, isAfterGap: false };
  const mark = (name: string, start: number, end: number) => ({ name, start: 100 + start, end: 100 + end });

  it('show every mark where marks overlap, the shortest first', () => {
    const marks = [mark('quote', 0, 32), mark('event', 7, 13), mark('count', 14, 32), mark('number', 23, 25)];
    const found = segmentsOf(block, marks).map(({ text, marks }) => [text, marks.map(({ name }) => name).join(' ')]);
    expect(found).toEqual([
      ['Floods ', 'quote'],
      ['killed', 'event quote'],
      [' ', 'quote'],
      ['at least ', 'count quote'],
      ['14', 'number count quote'],
      [' people', 'count quote'],
    ]);
  });

  it('are the text, whatever is marked', () => {
    const marks = fc.array(fc.tuple(fc.nat(200), fc.integer({ min: 1, max: 60 })), { maxLength: 12 });
    fc.assert(
      fc.property(marks, (spans) => {
        const sorted = spans
          .map(([start, length]) => ({ start, end: start + length }))
          .sort((a, b) => a.start - b.start || b.end - a.end);
        const segments = segmentsOf(block, sorted);
        expect(segments.map(({ text }) => text).join('')).toBe(block.text);
        for (const { start, end } of sorted) {
          const shown = segments.filter((s) => s.marks.some((m) => m.start === start && m.end === end));
          const [from, to] = [Math.max(start, 100), Math.min(end, 132)];
          if (from < to) expect(shown.map((s) => s.text).join('')).toBe(slice(block.text, from - 100, to - 100));
        }
      }),
    );
  });
});

describe('sentences of rows', () => {
  const row = (start: number, quote: string, sentence: string) => ({ start, quote, sentence });

  it('stand where all their rows say', () => {
    const sentence = 'Of 14 people 14 died.';
    expect(blocksOfRows([row(53, '14', sentence), row(56, 'people', sentence)])).toEqual([
      { text: sentence, start: 50, end: 71, isAfterGap: true },
    ]);
  });

  it('are shown once for each place, and joined where they overlap', () => {
    const same = 'It rose 5%.';
    const long = 'It rose 5%. It fell 3%.';
    const found = blocksOfRows([row(8, '5%', same), row(108, '5%', same), row(120, '3%', long)]);
    expect(found.map(({ text, start }) => [start, text])).toEqual([
      [0, same],
      [100, long],
    ]);
  });

  it('are none where rights withhold them', () => {
    expect(blocksOfRows([{ start: 3, quote: null, sentence: null }])).toEqual([]);
  });
});

describe('visible', () => {
  it('shows signs that hide or turn text, and leaves all other text alone', () => {
    expect(visible('a\u202eb\u2066c\u0000d\u200fe')).toBe('a[U+202E]b[U+2066]c[U+0000]d[U+200F]e');
    for (const plain of ['Ruše\tand\nNáxos', 'שלום', '👩‍👩‍👧', '<b>&amp;']) expect(visible(plain)).toBe(plain);
  });
});
