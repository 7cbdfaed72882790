import fc from 'fast-check';
import { expect, it } from 'vitest';
import { shingleHashes } from '#pipeline/extract/shingles.ts';
import { articleId, sha256 } from '#pipeline/identity.ts';
import { type Sketched, storiesOf, type Told } from './joined.ts';

type Known = Partial<Pick<Sketched['article'], 'publisher' | 'origin' | 'published_on'>>;

const words = (from: number, to: number): string[] => Array.from({ length: to - from }, (_, i) => `w${from + i}`);

function sketch(name: string, text: readonly string[], known: Known = {}): Sketched {
  const article = {
    article_id: articleId(`https://${name}.example/`, ''),
    title: null,
    subtitle: null,
    byline: null,
    publisher: name,
    url: `https://${name}.example/`,
    language: 'en',
    published_on: '2026-05-14',
    published_on_basis: 'metadata' as const,
    dateline_place: null,
    source_file: `${name}.txt`,
    source_sha256: sha256(name),
    metadata_sha256: null,
    text_sha256: sha256(text.join(' ')),
    format: 'text' as const,
    char_count: 1,
    word_count: text.length,
    sentence_count: 1,
    story_id: null,
    duplicate_of: null,
    copy_kind: null,
    similarity: null,
    origin: null,
    rights: 'full' as const,
    mention_count: 0,
    statistic_count: 0,
    event_count: 0,
    quotation_count: 0,
    ...known,
  };
  return { article, shingles: shingleHashes(text) };
}

const storyOf = (all: readonly Sketched[], one: Sketched): Told => storiesOf(all).get(one.article.article_id)!;

it('gives an article of its own a story of its own, with its outlet as origin', () => {
  const one = sketch('alpha', words(0, 100));
  const other = sketch('beta', words(200, 300));
  expect(storyOf([one, other], one)).toMatchObject({ duplicate_of: null, similarity: null, origin: 'alpha' });
  expect(storyOf([one, other], one).story_id).not.toBe(storyOf([one, other], other).story_id);
});

it('finds the same text at another address', () => {
  const first = sketch('alpha', words(0, 9), { published_on: '2026-05-13' });
  const again = sketch('beta', words(0, 9));
  expect(storyOf([again, first], again)).toMatchObject({ duplicate_of: first.article.article_id, similarity: 1 });
  expect(storyOf([again, first], first).duplicate_of).toBeNull();
});

it('finds an abridged copy with a line in front and a changed number, and says how much of it is copied', () => {
  const wire = sketch('wire', words(0, 300), { origin: 'wire' });
  const copy = sketch('paper', ['ljubljana', 'wire', ...words(0, 80), 'eleven', ...words(150, 190)]);
  const found = storyOf([copy, wire], copy);
  expect(found).toMatchObject({ duplicate_of: wire.article.article_id, origin: 'wire' });
  expect(found.similarity).toBeGreaterThan(0.8);
  expect(found.similarity).toBeLessThan(1);
  expect(found.originKey).toBe(storyOf([copy, wire], wire).originKey);
});

it('keeps reports apart that share a quotation', () => {
  const one = sketch('alpha', [...words(0, 100), ...words(900, 930)]);
  const other = sketch('beta', [...words(900, 930), ...words(200, 300)]);
  expect(storyOf([one, other], other).duplicate_of).toBeNull();
});

it('keeps articles apart that share what their outlet prints below each', () => {
  const notice = words(1000, 1040);
  const short = Array.from({ length: 40 }, (_, i) => [...words(i * 50 + 2000, i * 50 + 2030), ...notice]);
  const all = short.map((text, i) => sketch(`a${i}`, text, { publisher: 'daily' }));
  expect(new Set([...storiesOf(all).values()].map((story) => story.story_id)).size).toBe(all.length);
});

it.each([
  ['the earlier day', { published_on: '2026-05-14' }, { published_on: '2026-05-15' }],
  ['a day before none', { published_on: '2026-05-14' }, { published_on: null }],
  ['the outlet that is credited', { publisher: 'Wire', origin: 'Wire' }, { publisher: 'Paper', origin: 'Wire' }],
])('takes as original %s', (_, first: Known, second: Known) => {
  for (const [one, two] of [
    ['x', 'y'],
    ['y', 'x'],
  ] as const) {
    const original = sketch(one, words(0, 100), first);
    const copy = sketch(two, words(0, 100), second);
    expect(storyOf([copy, original], copy).duplicate_of).toBe(original.article.article_id);
  }
});

it('takes the longer of two texts of one day as original', () => {
  const long = sketch('y', words(0, 200));
  const short = sketch('x', words(20, 90));
  expect(storyOf([short, long], short)).toMatchObject({ duplicate_of: long.article.article_id, similarity: 1 });
});

it('accepts texts without words', () => {
  const empty = [sketch('alpha', []), sketch('beta', ['word']), sketch('gamma', [])];
  expect(storyOf(empty, empty[2]!).duplicate_of ?? storyOf(empty, empty[0]!).duplicate_of).not.toBeNull();
});

it('does not depend on the order of the articles', () => {
  const all = fc.array(fc.tuple(fc.nat(6), fc.nat(90), fc.nat(120)), { maxLength: 12 });
  fc.assert(
    fc.property(all, fc.infiniteStream(fc.nat(1000)), (ranges, random) => {
      const sketches = ranges.map(([day, from, size], i) =>
        sketch(`n${i}`, words(from, from + size), { published_on: `2026-05-0${day + 1}` }),
      );
      const shuffled = sketches
        .map((one) => ({ one, place: random.next().value as number }))
        .sort((a, b) => a.place - b.place)
        .map(({ one }) => one);
      const sorted = (map: ReadonlyMap<string, Told>) => [...map].sort(([a], [b]) => (a < b ? -1 : 1));
      expect(sorted(storiesOf(shuffled))).toEqual(sorted(storiesOf(sketches)));
    }),
    { numRuns: 100 },
  );
});

it('tells an exact copy, an edited one, another version by the same outlet, and an independent report', () => {
  const first = sketch('alpha', words(0, 200), { published_on: '2026-05-13' });
  const exact = sketch('beta', words(0, 200));
  const near = sketch('gamma', words(0, 120));
  const update = { ...sketch('delta', [...words(0, 150), ...words(400, 440)]) };
  update.article = { ...update.article, publisher: 'alpha' };
  const own = sketch('epsilon', words(600, 800));
  const all = [first, exact, near, update, own];
  expect(all.map((one) => storyOf(all, one).copy_kind)).toEqual([null, 'exact', 'near', 'update', null]);
});

it('calls a text that stands whole in a longer one an edited copy', () => {
  const long = sketch('alpha', words(0, 200), { published_on: '2026-05-13' });
  const part = sketch('beta', words(20, 120));
  expect(storyOf([long, part], part)).toMatchObject({ similarity: 1, copy_kind: 'near' });
});

it('does not take two articles of unknown outlets for versions', () => {
  const first = sketch('alpha', words(0, 200), { published_on: '2026-05-13', publisher: null });
  const other = sketch('beta', words(0, 150), { publisher: null });
  expect(storyOf([first, other], other).copy_kind).toBe('near');
});
