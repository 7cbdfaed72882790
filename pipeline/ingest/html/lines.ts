import { isElement, isText, type PageElement, type PageNode } from './dom.ts';
import { isFurniture, isWordless } from './furniture.ts';

/** What the markup says a line is. */
type LineKind = 'heading' | 'list_item' | 'paragraph';

/** A line of a page as a reader sees it: white space collapsed, one block or `<br>` each. */
export interface Line {
  readonly text: string;
  readonly kind: LineKind;
  /** Characters of it that are links. */
  readonly linked: number;
}

const blockTags: ReadonlySet<string> = new Set([
  'ADDRESS',
  'ARTICLE',
  'BLOCKQUOTE',
  'BODY',
  'BR',
  'CENTER',
  'DD',
  'DETAILS',
  'DIV',
  'DL',
  'DT',
  'FIELDSET',
  'FIGURE',
  'H1',
  'H2',
  'H3',
  'H4',
  'H5',
  'H6',
  'HEADER',
  'HR',
  'LI',
  'MAIN',
  'OL',
  'P',
  'PRE',
  'SECTION',
  'SUMMARY',
  'TABLE',
  'TBODY',
  'TFOOT',
  'THEAD',
  'TR',
  'UL',
]);

const kinds: Readonly<Record<string, LineKind>> = {
  H1: 'heading',
  H2: 'heading',
  H3: 'heading',
  H4: 'heading',
  H5: 'heading',
  H6: 'heading',
  LI: 'list_item',
};

/** Share of the text above which a named element is the article itself, whatever it is called. */
const mainShare = 0.4;

/** Elements whose inline parts are words of a sentence, whatever their class is called. */
const proseTags: ReadonlySet<string> = new Set([
  'P',
  'LI',
  'DD',
  'DT',
  'H1',
  'H2',
  'H3',
  'H4',
  'H5',
  'H6',
  'BLOCKQUOTE',
  'PRE',
]);

/** Share of a sentence's element that an inline part must fill to be furniture rather than words of the sentence. */
const wholeShare = 0.9;

interface Place {
  readonly kind: LineKind;
  readonly inLink: boolean;
  /** Length of the element whose sentences are read; null between them. */
  readonly prose: number | null;
}

const lengthOf = (node: PageNode): number => (node.textContent ?? '').length;

function isLeftOut(element: PageElement, prose: number | null, mainLength: number): boolean {
  if (isWordless(element)) return true;
  if (!isFurniture(element)) return false;
  const length = lengthOf(element);
  return length < mainLength && (prose === null || length > wholeShare * prose);
}

/** The lines of an element, furniture left out. */
export function linesOf(root: PageElement): Line[] {
  const lines: Line[] = [];
  const mainLength = mainShare * lengthOf(root);
  let words = '';
  let linked = 0;
  const flush = (kind: LineKind): void => {
    const text = words.replace(/[ \t\n\r\f]+/g, ' ').trim();
    if (text !== '') lines.push({ text, kind, linked });
    words = '';
    linked = 0;
  };
  const walk = (node: PageNode, { kind, inLink, prose }: Place): void => {
    for (const child of node.childNodes) {
      if (isText(child)) {
        const data = child.textContent ?? '';
        words += data;
        if (inLink) linked += data.trim().length;
      } else if (isElement(child)) {
        const isBlock = blockTags.has(child.tagName);
        if (isLeftOut(child, isBlock ? null : prose, mainLength)) continue;
        const inner = {
          kind: kinds[child.tagName] ?? kind,
          inLink: inLink || child.tagName === 'A',
          prose: isBlock ? (proseTags.has(child.tagName) ? lengthOf(child) : null) : prose,
        };
        if (isBlock) flush(kind);
        if (child.tagName === 'TD' || child.tagName === 'TH') words += ' ';
        walk(child, inner);
        if (isBlock) flush(inner.kind);
      }
    }
  };
  walk(root, { kind: 'paragraph', inLink: false, prose: null });
  flush('paragraph');
  return lines;
}
