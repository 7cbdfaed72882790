import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { documentOf } from '../../document.ts';
import { cases } from './cases.ts';
import { shown } from './shown.ts';

describe('events of a sentence', () => {
  it.each(cases.map(([sentence, ...events]) => ({ sentence, events })))('$sentence', ({ sentence, events }) => {
    const document = documentOf(sentence, { published_on: '2026-05-14' });
    const found = document.events.map((event) => shown(document, event));
    expect(found).toEqual(expect.arrayContaining(events.map((event) => expect.objectContaining(event))));
  });

  it('never takes the dateline for the date of an event', () => {
    const document = documentOf('LIMA, Peru, May 14, 2026 — Police arrested two men.\n');
    expect(document.events.map((e) => [e.type, e.time])).toEqual([['COERCE', null]]);
  });

  it('reads nothing in questions and boilerplate', () => {
    expect(documentOf('Did the police arrest the mayor?').events).toEqual([]);
  });

  it('attributes what stands in a quotation to its speaker', () => {
    const document = documentOf('"Soldiers killed my brother," said Irena Golob.');
    expect(document.events.map((e) => shown(document, e))).toEqual([
      expect.objectContaining({ type: 'ASSAULT', actor: 'Soldiers', says: 'Irena Golob' }),
      expect.objectContaining({ type: 'DEATH', victim: 'my brother', says: 'Irena Golob' }),
    ]);
  });
});

const words = [
  'Police',
  'arrested',
  '38',
  'people',
  ',',
  'who',
  'and',
  'Lima',
  'said',
  'to',
  'attack',
  'of',
  'the',
  'if',
  '“',
  '”',
  '.',
  'not',
  'killed',
  'was',
  'by',
];

describe('events of any text', () => {
  const any = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 200 }),
    fc.array(fc.constantFrom(...words), { maxLength: 40 }).map((w) => w.join(' ')),
  );

  it('point into the text, in order, participants in the sentence of the trigger', () => {
    fc.assert(
      fc.property(any, (text) => {
        if (text === '') return;
        const { events, tokens } = documentOf(text);
        let last = 0;
        for (const event of events) {
          expect(event.start).toBeGreaterThanOrEqual(last);
          expect(tokens[event.firstToken]!.start).toBe(event.start);
          expect(tokens[event.endToken - 1]!.end).toBe(event.end);
          const { sentence } = tokens[event.firstToken]!;
          for (const p of event.participants) {
            expect(tokens[p.firstToken]!.start).toBe(p.start);
            expect(tokens[p.endToken - 1]!.end).toBe(p.end);
            expect(tokens[p.firstToken]!.sentence).toBe(sentence);
          }
          last = event.start;
        }
      }),
      { numRuns: 150 },
    );
  });

  it('takes no more than its share of time on an endless sentence', () => {
    const long = `${'police arrested people and '.repeat(4000)}.`;
    expect(documentOf(long).events).toEqual([]);
  });
});
