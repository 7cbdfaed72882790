import { describe, expect, it } from 'vitest';
import { tollsOf } from '#pipeline/resolve/event-tolls.ts';
import type { Row } from '#schemas/table.ts';

const victim = (event_mention_id: string, char_start: number, char_end: number): Row => ({
  role: 'victim',
  event_mention_id,
  article_id: 'a',
  char_start,
  char_end,
});
const count = (value: number, char_start: number, char_end: number, kind = 'count'): Row => ({
  kind,
  value,
  article_id: 'a',
  char_start,
  char_end,
});

describe('tolls of events', () => {
  it('is the count in the words of the victims', () => {
    const counts = [count(14, 0, 2), count(30, 50, 52), count(5, 60, 61, 'money')];
    expect([...tollsOf([victim('one', 0, 9), victim('two', 20, 30), victim('three', 60, 70)], counts)]).toEqual([
      ['one', 14],
    ]);
  });

  it('is unknown where there are several victims', () => {
    expect([...tollsOf([victim('one', 0, 9), victim('one', 20, 30)], [count(14, 0, 2)])]).toEqual([]);
  });
});
