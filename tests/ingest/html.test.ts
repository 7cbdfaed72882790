import { describe, expect, test } from 'vitest';
import { readPage } from '#pipeline/ingest/html/read-page.ts';
import { articleOf, prose } from './sources.ts';

const second =
  'The mayor told reporters on Wednesday that the bridge would stay closed until engineers had looked at its piers.';
const third = 'Insurers put the damage at four million euros, and farmers in the valley asked the government for help.';
const paragraphs = [prose, second, third].map((text) => `<p>${text}</p>`).join('');

const page = (head: string, body: string, attributes = ''): string =>
  `<!doctype html><html ${attributes}><head>${head}</head><body>${body}</body></html>`;
const article = (inner: string): string => page('<title>Flood</title>', `<article>${inner}</article>`);
const textOf = (html: string): string => readPage(html, 'a.html').text;
const body = [prose, second, third].join('\n');

describe('main text', () => {
  test('a block a line, inline markup and white space folded, entities read', () => {
    const html = article(
      `<p>One <b>bold</b>&nbsp;step\n  &amp; then &eacute;tudes came, and that was all they did that day.</p>${paragraphs}`,
    );
    expect(textOf(html).split('\n')[0]).toBe(
      'One bold\u00a0step & then études came, and that was all they did that day.',
    );
    expect(textOf(html).split('\n')).toHaveLength(4);
  });

  test('the outline says what a line is', () => {
    const { text, outline } = readPage(
      article(`${paragraphs}<h2>What next</h2><ul><li>Ferries run again on Monday.</li></ul><p>${second}</p>`),
      'a.html',
    );
    expect(outline.map(({ kind, start, end }) => [kind, text.slice(start, end)]).slice(3)).toEqual([
      ['heading', 'What next'],
      ['list_item', 'Ferries run again on Monday.'],
      ['paragraph', second],
    ]);
  });

  test.each([
    ['navigation', `<nav><a href="/">Home</a><a href="/s">Sport</a></nav>${paragraphs}`],
    [
      'an aside',
      `<p>${prose}</p><aside><h3>About us</h3><p>We have printed news since 1890, and we will go on.</p></aside><p>${second}</p><p>${third}</p>`,
    ],
    [
      'a picture with its caption',
      `<p>${prose}</p><figure><img src="a.jpg"><figcaption>A boat in the lower town, seen on Tuesday.</figcaption></figure><p>${second}</p><p>${third}</p>`,
    ],
    [
      'a credit in a box',
      `<p>${prose}</p><div class="photoCredit">Photo by Ana Zupan for Northline.</div><p>${second}</p><p>${third}</p>`,
    ],
    [
      'related links',
      `<p>${prose}</p><h3>In other news</h3><ul><li><a href="/a">Storm hits the coast</a></li><li><a href="/b">Ferries stop</a></li></ul><p>${second}</p><p>${third}</p>`,
    ],
    ['a label between paragraphs', `<p>${prose}</p><p>Advertisement</p><p>${second}</p><p>${third}</p>`],
    ['byline and date before the text', `<div><p>By Ana Zupan</p><p>May 14, 2026</p></div>${paragraphs}`],
    ['buttons after the text', `${paragraphs}<p>Share this story</p>`],
    [
      'scripts and hidden parts',
      `${paragraphs}<script>document.write("<p>injected</p>")</script><p hidden>Secret words are here.</p><template><p>No.</p></template>`,
    ],
  ])('without %s', (_, inner) => {
    expect(textOf(article(inner))).toBe(body);
  });

  test('words of a sentence stay, whatever their class is called', () => {
    const sentence =
      'On <time datetime="2026-05-12">Tuesday</time> <span class="author">Ana Zupan</span> of the <a class="related" href="/x">council</a> resigned, the town hall said.';
    expect(textOf(article(`<p>${sentence}</p>${paragraphs}`)).split('\n')[0]).toBe(
      'On Tuesday Ana Zupan of the council resigned, the town hall said.',
    );
  });

  test('no script runs and nothing is fetched', () => {
    const html = article(
      `${paragraphs}<script>globalThis.ran = true</script><img src="https://x.invalid/a.png" onerror="globalThis.ran = true">`,
    );
    expect(textOf(html)).toBe(body);
    expect((globalThis as { ran?: boolean }).ran).toBeUndefined();
  });

  test.each([
    ['nested too deeply', `<html><body>${'<div>'.repeat(20_000)}${prose}`],
    ['too many elements', `<html><body>${'<b>x</b>'.repeat(60_000)}`],
    ['empty body', '<html><body></body></html>'],
    ['no page at all', '<'.repeat(1000)],
  ])('no article: %s', (_, html) => {
    expect(() => readPage(html, 'a.html')).toThrow(/^a\.html: a page without an article/);
  });
});

describe('what the page says of itself', () => {
  const ld = (value: unknown): string => `<script type="application/ld+json">${JSON.stringify(value)}</script>`;
  const said = (head: string, attributes = '', extra = '') =>
    readPage(page(head, `<article>${paragraphs}${extra}</article>`, attributes), 'a.html').metadata;

  test('JSON-LD in a graph, with references, lists and entities', () => {
    const graph = [
      { '@type': 'WebSite', name: 'site' },
      { '@type': 'Organization', '@id': '#org', name: 'Northline' },
      {
        '@type': ['NewsArticle', 'Thing'],
        headline: 'Flood &amp; storm',
        alternativeHeadline: 'A night',
        publisher: { '@id': '#org' },
        author: [{ '@type': 'Person', name: 'Ana Zupan' }, 'Jan Hribar', { name: 'https://x.example/staff' }],
        datePublished: '2026-05-14T23:30:00-05:00',
        mainEntityOfPage: { '@id': 'https://x.example/flood' },
        license: 'https://x.example/by',
      },
    ];
    expect(said(ld({ '@context': 'https://schema.org', '@graph': graph }))).toEqual({
      title: 'Flood & storm',
      subtitle: 'A night',
      publisher: 'Northline',
      byline: 'Ana Zupan, Jan Hribar',
      published_on: '2026-05-14',
      url: 'https://x.example/flood',
      license: 'https://x.example/by',
    });
  });

  test('Open Graph, <meta> and <link>', () => {
    const head = `<meta property="og:title" content="Flood"><meta property="og:site_name" content="Northline">
      <meta property="article:published_time" content="2026-05-14T08:00Z"><meta name="author" content="Ana Zupan">
      <link rel="stylesheet" href="/a.css"><link rel="canonical" href="https://x.example/flood">`;
    expect(said(head)).toEqual({
      title: 'Flood',
      publisher: 'Northline',
      published_on: '2026-05-14',
      byline: 'Ana Zupan',
      url: 'https://x.example/flood',
    });
  });

  test.each([
    ['broken JSON-LD', '<script type="application/ld+json">{"@type": "NewsArticle", </script>', {}],
    ['JSON-LD of something else', ld({ '@type': 'Organization', name: 'Northline', url: 'https://x.example/org' }), {}],
    ['a front page as canonical', '<link rel="canonical" href="https://x.example/">', {}],
    ['a relative canonical', '<link rel="canonical" href="/flood">', {}],
    ['a day that is none', '<meta name="date" content="14 May">', {}],
    ['an author that is an address', '<meta property="article:author" content="https://x.example/ana">', {}],
  ])('%s says nothing', (_, head, expected) => {
    expect(said(`<title>Flood</title>${head}`)).toEqual({ title: 'Flood', ...expected });
  });

  test('<time>: the marked one, or all of them where they agree', () => {
    const time = (day: string, mark = '') => `<p><time ${mark} datetime="${day}">then</time></p>`;
    const day = (extra: string) => said('<title>Flood</title>', '', extra).published_on;
    expect(day(time('2026-05-14T10:00') + time('2026-05-14'))).toBe('2026-05-14');
    expect(day(time('2026-05-14') + time('2026-05-13'))).toBeUndefined();
    expect(day(time('2026-05-14') + time('2026-05-13', 'itemprop="datePublished"'))).toBe('2026-05-13');
  });

  test('sidecar beats page, page beats folder', async () => {
    const html = page(
      '<meta property="og:title" content="Page"><meta property="og:site_name" content="Page">',
      `<article>${paragraphs}</article>`,
      'lang="de"',
    );
    const found = await articleOf({
      'a.html': html,
      'a.meta.json': '{"title": "Sidecar"}',
      'source.json': '{"publisher": "Folder", "license": "Folder"}',
    });
    expect(found).toMatchObject({
      title: 'Sidecar',
      publisher: 'Page',
      license: 'Folder',
      language: 'en',
      format: 'html',
    });
  });
});

describe('encodings of pages', () => {
  const latin = (head: string): Uint8Array =>
    Buffer.from(page(`${head}<title>Caf\xe9</title>`, `<article>${paragraphs}</article>`), 'latin1');

  test.each([
    '<meta charset="iso-8859-1">',
    '<meta http-equiv="Content-Type" content="text/html; charset=windows-1252">',
  ])('%s', async (head) => {
    expect((await articleOf({ 'a.htm': latin(head) })).title).toBe('Café');
  });

  test('what is UTF-8 is UTF-8, whatever the page claims', async () => {
    const html = page('<meta charset="iso-8859-1"><title>Café</title>', `<article>${paragraphs}</article>`);
    expect((await articleOf({ 'a.html': html })).title).toBe('Café');
  });

  test('without a claim nothing is guessed', async () => {
    await expect(articleOf({ 'a.html': latin('') })).rejects.toThrow(/not UTF-8 at byte/);
  });
});
