import type { OutlinePart } from '../format.ts';
import type { Metadata } from '../metadata.ts';
import { Refusal } from '../refusal.ts';
import { type Page, type PageElement, parsePage } from './dom.ts';
import { type Line, linesOf } from './lines.ts';
import { cleaned, mainText } from './main-text.ts';
import { pageMetadata } from './page-metadata.ts';

/** The article of a page. */
export interface PageContent {
  readonly text: string;
  readonly outline: readonly OutlinePart[];
  readonly metadata: Metadata;
  /** What the page says its language is. */
  readonly language: string | null;
}

/** Fewest words of an article in a file that does not call itself one. */
const fewestWords = 25;

/** Reads a page, or a fragment of one, such as feeds hold: there `fewest` may be 1. Throws a `Refusal` where it holds no article. */
export function readPage(markup: string, place: string, fewest = fewestWords): PageContent {
  const isWhole = /<(?:html|body)[\s>]/i.test(markup);
  const page = parsePage(isWhole ? markup : `<!doctype html><html><body>${markup}</body></html>`);
  const { metadata, language, isArticle } = page.documentElement ? pageMetadata(page) : nothing;
  const { lines, title } = isWhole ? wholePage(page) : { lines: fragment(page), title: null };
  const words = lines.reduce((sum, line) => sum + line.text.split(' ').length, 0);
  if (lines.length === 0 || (!isArticle && words < (isWhole ? fewestWords : fewest))) {
    throw new Refusal(
      'no_article',
      `${place}: a page without an article in it (${words} words); save the article's own page`,
    );
  }
  return { ...joined(lines), metadata: title?.trim() ? { title: title.trim(), ...metadata } : metadata, language };
}

const nothing = { metadata: {}, language: null, isArticle: false };

/** A page that the libraries cannot take holds nothing that could be read. */
function wholePage(page: Page): ReturnType<typeof mainText> {
  try {
    return mainText(page);
  } catch {
    return { lines: [], title: null };
  }
}

function fragment(page: Page): Line[] {
  const body: PageElement | null = page.querySelector('body');
  try {
    return body ? cleaned(linesOf(body)) : [];
  } catch {
    return [];
  }
}

function joined(lines: readonly Line[]): Pick<PageContent, 'text' | 'outline'> {
  let start = 0;
  const outline = lines.map(({ kind, text }): OutlinePart => {
    const part = { kind, start, end: start + text.length };
    start = part.end + 1;
    return part;
  });
  return { text: lines.map(({ text }) => text).join('\n'), outline };
}
