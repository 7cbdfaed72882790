import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { resolve } from '#pipeline/resolve/index.ts';
import type { Room } from '#pipeline/resolve/room.ts';
import { loadEntityWords } from '#pipeline/resources/entity-words.ts';
import { loadStatisticWords } from '#pipeline/resources/statistics.ts';
import type { Row } from '#schemas/table.ts';
import { synthetic } from '../bench/synthetic.ts';
import { narrowRoom, wideRoom } from './joined.ts';

const folder = new URL('../../pipeline/resources/', import.meta.url);
const read = (name: string) => readFileSync(new URL(name, folder));
const words = { ...loadStatisticWords(read), ...loadEntityWords(read) };
const stated = [...synthetic(300)];

function joined(articles: typeof stated, room: Room): Record<string, Row[]> {
  const rowsOf = ({ name }: { name: string }): Row[] =>
    articles.flatMap((one) => one[name as 'statistics' | 'event_mentions' | 'participants']);
  const found = resolve({ sketches: articles.map(({ sketch }) => sketch), rowsOf }, words, room);
  return Object.fromEntries(Object.entries(found).map(([name, rows]) => [name, [...(rows as Iterable<Row>)]]));
}

const whole = joined(stated, wideRoom());

it('joins made-up articles into all that there is', () => {
  expect(whole.articles!.filter((row) => row.duplicate_of !== null).length).toBeGreaterThan(40);
  expect(whole.entities!.filter((row) => row.link_basis === 'corpus').length).toBeGreaterThan(20);
  expect(whole.figures!.filter((row) => Number(row.article_count) > 1).length).toBeGreaterThan(20);
  expect(whole.events!.filter((row) => Number(row.article_count) > 1).length).toBeGreaterThan(5);
  expect(whole.links!.map((row) => row.article_id)).toEqual(stated.map(({ sketch }) => sketch.article.article_id));
});

it('gives the same on the disk as in memory', () => {
  const narrow = narrowRoom({ lines: 20_000, bytes: 2_000, runs: 4 });
  expect(JSON.stringify(joined(stated, narrow))).toBe(JSON.stringify(whole));
});

it('gives the same entities, figures and events whatever the order of the articles', () => {
  const turned = joined([...stated].reverse(), wideRoom());
  for (const table of ['entities', 'figures', 'events']) {
    expect(JSON.stringify(turned[table])).toBe(JSON.stringify(whole[table]));
  }
  expect(JSON.stringify([...turned.articles!].reverse())).toBe(JSON.stringify(whole.articles));
});

it('refuses rows of an article that has no sketch', () => {
  const { sketch, ...rows } = stated[0]!;
  expect(() =>
    joined(
      [{ ...stated[1]!, ...rows, sketch: { ...sketch, article: { ...sketch.article, article_id: 'a_none' } } }],
      wideRoom(),
    ),
  ).toThrow('no sketch of article');
});
