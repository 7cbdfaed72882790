import { describe, expect, it } from 'vitest';
import { quadClassOf } from '#pipeline/extract/event-mentions.ts';
import { extract } from '#pipeline/extract/index.ts';
import { documentOf, resources } from '../document.ts';

const rowsOf = (text: string) => extract(documentOf(text, { published_on: '2026-05-14' }), resources()).rows;

describe('rows of events', () => {
  it('name who, to whom, when, where and how sure', () => {
    const { event_mentions } = rowsOf('On May 12, 2026, President Lula met with Emmanuel Macron in Brasilia.');
    expect(event_mentions).toEqual([
      expect.objectContaining({
        event_type: 'CONSULT',
        quad_class: 'verbal_cooperation',
        quote: 'met with',
        actor: 'Lula',
        recipient: 'Emmanuel Macron',
        date_text: expect.stringContaining('May 12, 2026'),
        date_start: '2026-05-12',
        date_end: '2026-05-12',
        date_basis: 'stated',
        place_basis: 'stated',
        polarity: 'positive',
        modality: 'actual',
        tense: 'past',
      }),
    ]);
  });

  it('join several participants, each with a row of its own that points at its event', () => {
    const { event_mentions, participants } = rowsOf('Haiti called for military support from Kenya, Brazil and Canada.');
    const [event] = event_mentions!;
    expect(event).toMatchObject({ event_type: 'REQUEST', actor: 'Haiti', recipient: 'Kenya | Brazil | Canada' });
    const rows = participants!.filter((p) => p.event_mention_id === event!.event_mention_id);
    expect(rows.map((p) => [p.role, p.participant])).toEqual([
      ['actor', 'Haiti'],
      ['topic', 'military support'],
      ['recipient', 'Kenya'],
      ['recipient', 'Brazil'],
      ['recipient', 'Canada'],
    ]);
  });

  it('leave date and place empty where the sentence does not state them', () => {
    const [event] = rowsOf('Police arrested two men.').event_mentions!;
    expect(event).toMatchObject({
      date_text: null,
      date_start: null,
      date_basis: 'none',
      place: null,
      place_basis: 'none',
    });
  });

  it.each([
    ['AGREE', 'verbal_cooperation'],
    ['AID', 'material_cooperation'],
    ['REQUEST', 'verbal_conflict'],
    ['ASSAULT', 'material_conflict'],
    ['HAZARD', null],
  ] as const)('%s is %s', (type, quad) => expect(quadClassOf(type)).toBe(quad));
});
