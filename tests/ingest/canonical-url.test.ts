import fc from 'fast-check';
import { expect, test } from 'vitest';
import { canonicalUrl, isWebUrl } from '#pipeline/ingest/canonical-url.ts';
import { articleOf, prose } from './sources.ts';

test.each([
  ['HTTPS://News.Example/A/', 'https://news.example/A'],
  ['https://news.example', 'https://news.example/'],
  ['https://news.example:443/a#top', 'https://news.example/a'],
  ['http://news.example:80/a', 'http://news.example/a'],
  ['http://news.example:8080/a', 'http://news.example:8080/a'],
  ['https://user:secret@news.example/a', 'https://news.example/a'],
  ['https://news.example/a?utm_source=x&id=7&UTM_Medium=y&fbclid=z', 'https://news.example/a?id=7'],
  ['https://news.example/a?b=2&a=1&a=0', 'https://news.example/a?a=0&a=1&b=2'],
  ['https://news.example/a?', 'https://news.example/a'],
  ['https://news.example/a//', 'https://news.example/a/'],
  ['https://bücher.example/ä', 'https://xn--bcher-kva.example/%C3%A4'],
])('%s is %s', (given, expected) => {
  expect(canonicalUrl(given)).toBe(expected);
});

test.each(['news.example/a', '//news.example/a', 'mailto:a@b', 'https:news', 'javascript:1', 'https://', ''])(
  '%s is no web address',
  (url) => {
    expect(isWebUrl(url)).toBe(false);
  },
);

test('any string is legal, and a canonical address of a clean path is canonical', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary' }), (url) => typeof canonicalUrl(url) === 'string'));
  fc.assert(
    fc.property(fc.webUrl({ withQueryParameters: true }), (url) => {
      const once = canonicalUrl(url);
      fc.pre(!once.split('?')[0]!.endsWith('/'));
      expect(canonicalUrl(once)).toBe(once);
    }),
    { numRuns: 30 },
  );
});

test('spellings of an address are one article; the address is published as received', async () => {
  const at = (url: string) => articleOf({ 'a.txt': prose, 'a.meta.json': JSON.stringify({ url }) });
  const a = await at('https://News.example/a/?utm_source=feed');
  const b = await at('https://news.example/a#comments');
  expect(a.article_id).toBe(b.article_id);
  expect(a.url).toBe('https://News.example/a/?utm_source=feed');
  expect((await articleOf({ 'a.txt': prose })).article_id).not.toBe(a.article_id);
});
