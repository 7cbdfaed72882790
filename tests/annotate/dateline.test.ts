import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findDateline } from '#pipeline/annotate/dateline.ts';
import { readWords } from '#pipeline/annotate/lexical.ts';
import { articleOf, documentOf, resources } from '../document.ts';
import { anyText } from './texts.ts';

function read(text: string): [quote: string, place: string | null, date: string | null, origin: string | null] | null {
  const blocks = [{ start: 0, end: text.length, kind: 'paragraph' as const, repeats: null }];
  const found = findDateline({ text, blocks }, resources());
  if (found === null) return null;
  const place = found.place && text.slice(found.place.start, found.place.end);
  return [text.slice(found.start, found.end), place, found.date, found.origin];
}

describe('dateline', () => {
  const cases: [head: string, place: string | null, date: string | null, origin: string | null][] = [
    ['MARIBOR, Slovenia, May 14 (Northline) —', 'MARIBOR, Slovenia', null, 'Northline'],
    ['RUŠE, Slovenia, May 15, 2026 —', 'RUŠE, Slovenia', '2026-05-15', null],
    ['LONDON (Reuters) -', 'LONDON', null, 'Reuters'],
    ['NEW YORK, Jan. 12 (AP) --', 'NEW YORK', null, 'Associated Press'],
    ['WASHINGTON —', 'WASHINGTON', null, null],
    ['New York (AFP) –', 'New York', null, 'Agence France-Presse'],
    ['BOCA RATON, Fla., Thursday, 3 June 2027 (dpa) —', 'BOCA RATON, Fla.', '2027-06-03', 'Deutsche Presse-Agentur'],
    ['(Reuters) -', null, null, 'Reuters'],
    ['London (CNN)', 'London', null, 'CNN'],
    ['ST. LOUIS, MO –', 'ST. LOUIS, MO', null, null],
    ['PARIS and BERLIN —', 'PARIS and BERLIN', null, null],
  ];
  it.each(cases)('%s', (head, ...values) => {
    expect(read(`${head} Rain fell on the city.`)).toEqual([head, ...values]);
  });

  it('may stand against its text', () => {
    expect(read('LIMA—Rain fell.')).toEqual(['LIMA—', 'LIMA', null, null]);
  });

  const none = [
    'BREAKING — Rain fell on the city.',
    'NATO — the alliance of the north — said no.',
    'The minister - who is ill - said no.',
    'Trump — Who else? — won.',
    'Rain fell (and hail) — That was all.',
    'London (population 9 million) has rain.',
    'WE WON, BUT THE CITY LOST ALL ITS TREES — Rain fell.',
    'WASHINGTON — and then it rained.',
    'May 14, 2026 was wet.',
    '—',
    '',
  ];
  it.each(none)('is not in %j', (text) => {
    expect(read(text)).toBeNull();
  });

  it('may be a line with the full date alone', () => {
    expect(read('Published: Friday, May 8, 2026')).toEqual([
      'Published: Friday, May 8, 2026',
      null,
      '2026-05-08',
      null,
    ]);
    expect(read('Friday, February 30, 2026')).toBeNull();
    expect(read('Friday, May 8')).toBeNull();
  });

  it('is a sentence of its own and dates the article', () => {
    const text = 'Floods recede\n\nLIMA, May 3, 2026 (AP) — Water fell. It rose again.\n';
    const { sentences, publishedOn } = documentOf(text);
    expect(sentences.map(({ start, end }) => text.slice(start, end))).toEqual([
      'Floods recede',
      'LIMA, May 3, 2026 (AP) —',
      'Water fell.',
      'It rose again.',
    ]);
    expect(publishedOn).toBe('2026-05-03');
  });

  it('lies inside its block, whatever the text', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const { blocks } = readWords(articleOf(`A${text}`), resources());
        const dateline = findDateline({ text: `A${text}`, blocks }, resources());
        if (dateline !== null)
          expect(blocks.some((b) => b.start <= dateline.start && dateline.end <= b.end)).toBe(true);
      }),
    );
  });
});
