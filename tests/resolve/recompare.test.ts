import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { openShelf } from '#pipeline/files/shelf.ts';
import { sha256 } from '#pipeline/identity.ts';
import { type Listed, rollOf, rollOn } from '#pipeline/resolve/roll.ts';
import { shinglesOf, shinglesOn } from '#pipeline/resolve/shingles.ts';
import { findStories, type Story } from '#pipeline/resolve/stories.ts';
import { type Sketched, storiesOf, wideRoom } from './joined.ts';

/** Stories of articles, where what was found of others lies in the folder; then what was found of these does. */
function storiesAfter(sketches: readonly Sketched[], folder: string): Map<string, Story> {
  const shelf = openShelf(folder, '1');
  const before = { roll: rollOn(shelf), shingles: shinglesOn(shelf) };
  const list = rollOf(before.roll);
  const texts = shinglesOf(before.shingles, shelf);
  const nowOf = new Int32Array(before.roll.count).fill(-1);
  for (const [article, sketch] of sketches.entries()) {
    const print = sha256(JSON.stringify([sketch.article, [...sketch.shingles]])).slice(0, 32);
    const known = before.roll.find(sketch.article.article_id);
    if (known !== -1 && before.roll.isPrint(known, print)) {
      nowOf[known] = article;
      list.copy(known, known + 1);
      texts.copy(known, known + 1);
    } else {
      list.add(sketch.article, print);
      texts.add(sketch.shingles);
    }
  }
  const [roll, shingles] = [list.close(), texts.close()];
  const stories = findStories({ roll, shingles }, before, nowOf, shelf, wideRoom());
  const found = new Map(sketches.map(({ article }, i) => [article.article_id, stories.of(i)]));
  for (const each of [roll, shingles, stories]) each.keep(shelf);
  shelf.commit();
  shelf.close();
  return found;
}

const articles = 130;
/** Shingles by which texts begin: a phrase that many have, a notice that an outlet prints below each of its articles. */
const phrase = Array.from({ length: 14 }, (_, i) => 1000 + i * 7_000_001);
const notice = Array.from({ length: 16 }, (_, i) => 2000 + i * 9_000_001);
const ownOf = (article: number): number[] => Array.from({ length: 15 }, (_, i) => (article * 977 + i) * 30_011 + 17);

interface Made {
  readonly article: number;
  readonly day: number;
  readonly outlet: number;
  readonly hasPhrase: boolean;
  readonly hasNotice: boolean;
  /** Whose own words stand in it, too. */
  readonly copies: number;
}

function sketchOf({ article, day, outlet, hasPhrase, hasNotice, copies }: Made): Sketched {
  const all = [
    ownOf(article),
    ...(hasPhrase ? [phrase] : []),
    ...(hasNotice ? [notice] : []),
    ownOf(copies).slice(0, 13),
  ];
  const shingles = Uint32Array.from(new Set(all.flat())).sort();
  const listed: Listed = {
    article_id: `a_${article}`,
    published_on: day === 0 ? null : `2026-03-0${day}`,
    publisher: outlet === 0 ? null : `Paper ${outlet}`,
    origin: null,
    text_sha256: sha256(shingles.join(' ')),
  };
  return { article: listed, shingles };
}

const made = (article: number): fc.Arbitrary<Made> =>
  fc.record({
    article: fc.constant(article),
    day: fc.nat(3),
    outlet: fc.nat(2),
    hasPhrase: fc.boolean(),
    hasNotice: fc.boolean(),
    copies: fc.nat(articles - 1),
  });

it('finds what comparing all anew finds, where phrases spread and notices come to be known as such', () => {
  const corpus = fc.tuple(...Array.from({ length: articles }, (_, article) => made(article)));
  const step = fc.record({
    left: fc.array(fc.nat(articles - 1), { maxLength: 9 }),
    changed: fc.array(fc.nat(articles - 1).chain(made), { maxLength: 5 }),
  });
  fc.assert(
    fc.property(corpus, fc.array(step, { minLength: 2, maxLength: 4 }), (all, steps) => {
      const folder = mkdtempSync(path.join(os.tmpdir(), 'tearsheet-stories-'));
      for (const { left, changed } of steps) {
        const now = [...all] as Made[];
        for (const one of changed) now[one.article] = one;
        const sketches = now.filter((_, article) => !left.includes(article)).map(sketchOf);
        const clean = new Map([...storiesOf(sketches)].map(([id, { originKey: _, ...story }]) => [id, story]));
        expect(storiesAfter(sketches, folder)).toEqual(clean);
      }
      rmSync(folder, { recursive: true });
    }),
    { numRuns: 15, endOnFailure: true },
  );
});
