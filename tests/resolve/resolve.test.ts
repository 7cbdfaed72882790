import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type OpenShelf, openShelf } from '#pipeline/files/shelf.ts';
import { sha256 } from '#pipeline/identity.ts';
import { resolve } from '#pipeline/resolve/index.ts';
import { joinablesOf } from '#pipeline/resolve/joinables.ts';
import type { Room } from '#pipeline/resolve/room.ts';
import { Damaged } from '#pipeline/resolve/shelf.ts';
import { loadEntityWords } from '#pipeline/resources/entity-words.ts';
import { loadStatisticWords } from '#pipeline/resources/statistics.ts';
import { synthetic } from '../bench/synthetic.ts';
import { narrowRoom, wideRoom } from './joined.ts';

const folder = new URL('../../pipeline/resources/', import.meta.url);
const read = (name: string) => readFileSync(new URL(name, folder));
const words = { ...loadStatisticWords(read), ...loadEntityWords(read) };
const stated = [...synthetic(300)];

type Made = (typeof stated)[number];
type Found = Record<'entities' | 'figures' | 'events' | 'links', string[]>;

const newFolder = (): string => mkdtempSync(path.join(os.tmpdir(), 'tearsheet-shelf-'));

/** What articles come to, on a shelf of before or an empty one. */
function joined(articles: readonly Made[], room: Room, place?: string): Found {
  const home = place ?? newFolder();
  const shelf: OpenShelf = openShelf(home, '1');
  try {
    const idOf = (one: Made): string => one.sketch.article.article_id;
    const { links } = resolve(
      {
        articles: articles.map((one) => [idOf(one), sha256(JSON.stringify(one)).slice(0, 32)]),
        sketchOf: (article) => articles[article]!.sketch,
        joinablesOf: (article) => joinablesOf(idOf(articles[article]!), articles[article]!),
      },
      words,
      shelf,
      room,
    );
    const lines = (name: string): string[] => [...shelf.lines(name).lines()];
    const found = {
      entities: lines('entities'),
      figures: lines('figures'),
      events: lines('events'),
      links: [...links],
    };
    shelf.commit();
    return found;
  } finally {
    shelf.close();
    if (place === undefined) rmSync(home, { recursive: true });
  }
}

const whole = joined(stated, wideRoom());
const parsed = (lines: readonly string[]): Record<string, unknown>[] =>
  lines.map((line) => JSON.parse(line) as Record<string, unknown>);

it('joins made-up articles into all that there is', () => {
  const links = parsed(whole.links) as { article_id: string; story: { duplicate_of: string | null } }[];
  expect(links.filter(({ story }) => story.duplicate_of !== null).length).toBeGreaterThan(40);
  expect(parsed(whole.entities).filter((row) => row.link_basis === 'corpus').length).toBeGreaterThan(20);
  expect(parsed(whole.figures).filter((row) => Number(row.article_count) > 1).length).toBeGreaterThan(20);
  expect(parsed(whole.events).filter((row) => Number(row.article_count) > 1).length).toBeGreaterThan(5);
  expect(links.map((row) => row.article_id)).toEqual(stated.map(({ sketch }) => sketch.article.article_id));
});

it('gives the same on the disk as in memory', () => {
  expect(joined(stated, narrowRoom({ lines: 20_000, bytes: 2_000, runs: 4 }))).toEqual(whole);
});

it('gives the same whatever the order of the articles', () => {
  const turned = joined([...stated].reverse(), wideRoom());
  expect({ ...turned, links: turned.links.reverse() }).toEqual(whole);
});

/** An article that is as it was in all but its day, or that states nothing any more, or has another one's text. */
const edits: readonly ((one: Made, other: Made) => Made)[] = [
  (one) => ({ ...one, sketch: { ...one.sketch, article: { ...one.sketch.article, published_on: '2023-02-03' } } }),
  (one) => ({ ...one, statistics: [], event_mentions: [], participants: [] }),
  (one, other) => ({ ...one, sketch: { ...one.sketch, shingles: other.sketch.shingles } }),
  (one, other) => {
    const { text_sha256 } = other.sketch.article;
    const article = { ...one.sketch.article, text_sha256 };
    return { ...one, sketch: { ...one.sketch, article, shingles: other.sketch.shingles } };
  },
  (one) => ({ ...one, sketch: { ...one.sketch, article: { ...one.sketch.article, publisher: 'Another Paper' } } }),
  (one, other) => ({ ...one, sketch: { ...one.sketch, entities: other.sketch.entities } }),
];

it('gives what a clean run gives, whatever came, went and changed since the run before', () => {
  const step = fc.record({
    left: fc.array(fc.nat(299), { maxLength: 12 }),
    edited: fc.array(fc.tuple(fc.nat(299), fc.nat(299), fc.nat(edits.length - 1)), { maxLength: 6 }),
  });
  fc.assert(
    fc.property(fc.array(step, { minLength: 2, maxLength: 4 }), (steps) => {
      const place = newFolder();
      for (const { left, edited } of steps) {
        const all = [...stated];
        for (const [at, other, how] of edited) all[at] = edits[how]!(stated[at]!, stated[other]!);
        const some = all.filter((_, at) => !left.includes(at));
        expect(joined(some, wideRoom(), place)).toEqual(joined(some, wideRoom()));
      }
      rmSync(place, { recursive: true });
    }),
    { numRuns: 12, endOnFailure: true },
  );
});

it('says so where what was kept is damaged, wherever that is', () => {
  const changed = [edits[0]!(stated[0]!, stated[1]!), ...stated.slice(1)];
  const clean = joined(changed, wideRoom());
  const place = newFolder();
  joined(stated, wideRoom(), place);
  const kept = new Map(readdirSync(place).map((name) => [name, readFileSync(path.join(place, name))]));
  for (const [name, bytes] of kept) {
    if (bytes.length === 0) continue;
    for (const [other, whole] of kept) writeFileSync(path.join(place, other), whole);
    const broken = Buffer.from(bytes);
    broken[broken.length >> 1]! ^= 1;
    writeFileSync(path.join(place, name), broken);
    let found: Found | null = null;
    try {
      found = joined(changed, wideRoom(), place);
    } catch (error) {
      expect(error, name).toBeInstanceOf(Damaged);
    }
    if (found) expect(found, name).toEqual(clean);
  }
  rmSync(place, { recursive: true });
});
