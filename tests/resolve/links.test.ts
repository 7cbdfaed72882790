import { describe, expect, it } from 'vitest';
import { inOrder, linkedRows, noStory } from '#pipeline/resolve/links.ts';
import type { Links } from '#schemas/stages/links.ts';
import type { Row } from '#schemas/table.ts';
import { eventMentions, mentions, statistics } from '#schemas/tables/index.ts';

const linksOf = (article_id: string, more: Partial<Links> = {}): Links => ({
  ...{ record_type: 'links', article_id, entities: {}, figures: {}, events: {}, story: noStory },
  ...more,
});

const links = [
  linksOf('a_1', { entities: { e_short: 'e_full' } }),
  linksOf('a_2'),
  linksOf('a_3', { entities: { e_short: 'e_other' }, figures: { s_1: 'f_1' }, events: { em_1: 'ev_1' } }),
];

const linked = (table: typeof mentions | typeof statistics | typeof eventMentions, rows: Row[]): Row[] => [
  ...linkedRows(table, rows, links),
];

describe('rows are given', () => {
  it("the corpus's entity of their own article", () => {
    const rows = ['a_1', 'a_1', 'a_3'].map((article_id) => ({ article_id, entity_id: 'e_short' }));
    expect(linked(mentions, rows).map((row) => row.entity_id)).toEqual(['e_full', 'e_full', 'e_other']);
  });

  it('their own entity where the corpus knows no other, and null stays null', () => {
    const rows = [
      { article_id: 'a_2', entity_id: 'e_short' },
      { article_id: 'a_3', entity_id: null },
    ];
    expect(linked(mentions, rows).map((row) => row.entity_id)).toEqual(['e_short', null]);
  });

  it('their figure and their event, or none', () => {
    const figures = linked(statistics, [
      { article_id: 'a_3', statistic_id: 's_1' },
      { article_id: 'a_3', statistic_id: 's_2' },
    ]);
    expect(figures.map((row) => row.figure_id)).toEqual(['f_1', null]);
    expect(linked(eventMentions, [{ article_id: 'a_3', event_mention_id: 'em_1' }])[0]!.event_id).toBe('ev_1');
  });
});

it('refuses rows of an article that has no links, or that come in another order', () => {
  expect(() => linked(mentions, [{ article_id: 'a_9', entity_id: null }])).toThrow(
    'mentions: no links for article a_9',
  );
  const rows = ['a_3', 'a_1'].map((article_id) => ({ article_id, entity_id: null }));
  expect(() => linked(mentions, rows)).toThrow('a_1');
});

it('are told in the order of the articles, however many are put in order at a time', () => {
  const kept = { lines: () => ['a_1\tone', 'a_2\ttwo', 'a_3\tthree', 'a_4\tfour', 'a_5\tfive'] };
  for (const atOnce of [1, 2, 5, 9]) {
    expect([...inOrder(kept, Uint32Array.of(3, 0, 4, 1, 2), atOnce)]).toEqual(['two', 'four', 'five', 'one', 'three']);
  }
});
