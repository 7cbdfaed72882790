import { dayOf, lenientMetadata, type Metadata } from '../metadata.ts';
import type { Page } from './dom.ts';
import { jsonLdMetadata } from './json-ld.ts';

/** What a page says of its article. */
export interface PageMetadata {
  /** All but the language. */
  readonly metadata: Metadata;
  readonly language: string | null;
  /** Does the page call itself an article? */
  readonly isArticle: boolean;
}

const dateNames = [
  'article:published_time',
  'og:published_time',
  'datepublished',
  'date',
  'dc.date',
  'dc.date.issued',
  'dcterms.created',
  'parsely-pub-date',
  'pubdate',
  'publishdate',
  'publish-date',
  'sailthru.date',
  'cxenseparse:recs:publishtime',
];

/** Reads JSON-LD, `<meta>`, `<link>`, `<time>`; must be asked before the main text is taken, which changes the page. */
export function pageMetadata(page: Page): PageMetadata {
  const linked = jsonLdMetadata(page);
  const meta = metaOf(page);
  const first = (names: readonly string[]): string | undefined =>
    names.map((name) => meta.get(name)).find((value) => value !== undefined);
  const byline = first(['author', 'article:author', 'dc.creator', 'byl']);
  const addresses = [linkOf(page, 'canonical'), meta.get('og:url'), linked?.url];
  const { language, ...metadata } = lenientMetadata({
    title: linked?.title ?? first(['og:title', 'twitter:title']),
    subtitle: linked?.subtitle,
    byline: linked?.byline ?? (byline && !/^https?:/i.test(byline) ? byline : null),
    publisher: linked?.publisher ?? meta.get('og:site_name'),
    published_on: [linked?.published_on, first(dateNames), timeOf(page)].find((value) => value && dayOf(value)),
    license: linked?.license ?? linkOf(page, 'license'),
    language: linked?.language ?? page.documentElement?.getAttribute('lang') ?? first(['og:locale', 'language']),
    url: addresses.find((address) => address && isArticleAddress(address)),
  });
  return {
    metadata,
    language: language ?? null,
    isArticle: linked !== null || meta.get('og:type') === 'article' || meta.has('article:published_time'),
  };
}

/** The first value of each `<meta>` name or property, in lower case. */
function metaOf(page: Page): Map<string, string> {
  const found = new Map<string, string>();
  for (const element of page.querySelectorAll('meta')) {
    const name = element.getAttribute('property') ?? element.getAttribute('name') ?? element.getAttribute('itemprop');
    const content = element.getAttribute('content');
    if (name && content?.trim() && !found.has(name.toLowerCase())) found.set(name.toLowerCase(), content);
  }
  return found;
}

const linkOf = (page: Page, relation: string): string | null =>
  [...page.querySelectorAll('link')]
    .find((link) => (link.getAttribute('rel') ?? '').toLowerCase().split(/\s+/).includes(relation))
    ?.getAttribute('href') ?? null;

/** Many pages call their site's front page canonical: that is no address of an article. */
function isArticleAddress(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { pathname, search } = new URL(address);
  return pathname !== '/' || search !== '';
}

/** The day of the `<time>` that is marked as publication, or of all of them where they agree. */
function timeOf(page: Page): string | null {
  const times = [...page.querySelectorAll('time')];
  const marked = times.find(
    (time) => time.getAttribute('pubdate') !== null || /datePublished/i.test(time.getAttribute('itemprop') ?? ''),
  );
  const days = (marked ? [marked] : times).map((time) => dayOf(time.getAttribute('datetime') ?? ''));
  const [day] = days;
  return day && days.every((other) => other === day) ? day : null;
}
