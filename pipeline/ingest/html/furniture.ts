import type { PageElement } from './dom.ts';
import { furnitureRoles, furnitureTags, furnitureWords, wordlessTags } from './furniture-names.ts';

/** The words of a class list or id: `articleRelated_list-2` is article, related, list. */
function nameWords(name: string): string[] {
  return name
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z]+/);
}

/** A figure is a picture with its caption, unless it frames a quotation, a table or code. */
const isPicture = (element: PageElement): boolean =>
  element.tagName === 'FIGURE' && element.querySelector('blockquote, table, pre') === null;

/** Is it an element that never shows words of the article, or is not shown at all? */
export const isWordless = (element: PageElement): boolean =>
  wordlessTags.has(element.tagName) ||
  element.getAttribute('hidden') !== null ||
  element.getAttribute('aria-hidden') === 'true';

/** Does the page's markup say that the element is not part of the article's words? */
export function isFurniture(element: PageElement): boolean {
  if (furnitureTags.has(element.tagName) || isPicture(element)) return true;
  if (furnitureRoles.has(element.getAttribute('role') ?? '')) return true;
  const names = `${element.getAttribute('class') ?? ''} ${element.getAttribute('id') ?? ''}`;
  return nameWords(names).some((word) => furnitureWords.has(word));
}
