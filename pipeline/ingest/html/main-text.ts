import { Readability } from '@mozilla/readability';
import { depthOf, type Page, type PageElement } from './dom.ts';
import { isFurniture } from './furniture.ts';
import { labels } from './furniture-names.ts';
import { type Line, linesOf } from './lines.ts';

/** Pages with more elements, or more levels of them, are not read: they hold no article, and would take minutes. */
const mostElements = 50_000;
const mostLevels = 500;

/** What a page's article says, and the title that the page gives it. */
export interface MainText {
  readonly lines: readonly Line[];
  readonly title: string | null;
}

/** The article of a page: what Readability takes for it, without links and furniture. Changes the page. */
export function mainText(page: Page): MainText {
  if (depthOf(page, mostLevels) > mostLevels) return { lines: [], title: null };
  removeBoxes(page);
  const found = new Readability<PageElement>(page as never, {
    keepClasses: true,
    maxElemsToParse: mostElements,
    serializer: (node) => node as unknown as PageElement,
    disableJSONLD: true,
  }).parse();
  return { lines: found?.content ? cleaned(linesOf(found.content)) : [], title: found?.title ?? null };
}

/** Longest text of a box that is removed before Readability, which would unwrap it and lose its class. */
const longestBox = 200;

function removeBoxes(page: Page): void {
  for (const box of [...page.querySelectorAll('div')]) {
    const isLeaf = box.querySelector('div, p, article, section') === null;
    if (isLeaf && isFurniture(box) && (box.textContent ?? '').length <= longestBox) box.remove();
  }
}

/** Without link lists, labels, and what stands around the prose. */
export const cleaned = (lines: readonly Line[]): Line[] => trimmed(withoutLinks(lines));

const isLink = (line: Line): boolean => line.linked > 0.8 * line.text.length;
const isLabel = ({ text }: Line): boolean => labels.has(text.toLowerCase().replace(/(?<![\s:.…])[\s:.…]+$/, ''));
const endsSentence = ({ text }: Line): boolean => /[.!?…]["'”’)\]]*$/.test(text.slice(-8));

function withoutLinks(lines: readonly Line[]): Line[] {
  return lines.filter((line, index) => {
    if (isLink(line) || isLabel(line)) return false;
    const following = lines.slice(index + 1, index + 3);
    const headsLinks = following.length === 2 && following.every(isLink);
    return !(headsLinks && line.text.length < 60 && !endsSentence(line));
  });
}

/** Shortest line that can begin an article, and shortest that can end one, in characters. */
const shortestFirst = 40;
const shortestLast = 15;

/** Most of the text that may be trimmed from an edge. */
const mostTrimmed = 0.2;

const length = (lines: readonly Line[]): number => lines.reduce((sum, { text }) => sum + text.length, 0);

/** Without what stands before the first sentence and after the last: bylines, dates, buttons. */
function trimmed(lines: readonly Line[]): Line[] {
  const most = mostTrimmed * length(lines);
  const first = lines.findIndex((line) => line.text.length >= shortestFirst && endsSentence(line));
  const last = lines.findLastIndex((line) => line.text.length >= shortestLast && endsSentence(line));
  const start = first > 0 && length(lines.slice(0, first)) <= most ? first : 0;
  const end = last >= 0 && length(lines.slice(last + 1)) <= most ? last + 1 : lines.length;
  return lines.slice(start, end);
}
