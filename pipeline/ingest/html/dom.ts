import { parseHTML } from 'linkedom';

/** The few parts of a DOM node that reading a page needs. */
export interface PageNode {
  readonly nodeType: number;
  readonly textContent: string | null;
  readonly childNodes: Iterable<PageNode>;
}

/** An element of a page. Tag names are upper case. */
export interface PageElement extends PageNode {
  readonly tagName: string;
  getAttribute(name: string): string | null;
  querySelectorAll(selector: string): Iterable<PageElement>;
  querySelector(selector: string): PageElement | null;
  remove(): void;
}

/** A parsed page. */
export interface Page extends PageElement {
  readonly documentElement: PageElement | null;
}

const elementNode = 1;
const textNode = 3;

/** Parses a page. No script runs and nothing is fetched. */
export function parsePage(html: string): Page {
  return parseHTML(html).document as unknown as Page;
}

/** Is the node an element? */
export const isElement = (node: PageNode): node is PageElement => node.nodeType === elementNode;

/** Is the node text? */
export const isText = (node: PageNode): boolean => node.nodeType === textNode;

/** Levels of elements in a page, counted until `most` is passed. */
export function depthOf(root: PageNode, most: number): number {
  let level: PageNode[] = [root];
  let depth = 0;
  while (level.length > 0 && depth <= most) {
    level = level.flatMap((node) => [...node.childNodes].filter(isElement));
    depth++;
  }
  return depth;
}
