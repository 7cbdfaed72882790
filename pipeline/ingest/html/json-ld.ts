import { isObject } from '../layers.ts';
import type { MetadataName } from '../metadata.ts';
import { type Page, parsePage } from './dom.ts';

type Node = Readonly<Record<string, unknown>>;

/** Most nodes of a page's JSON-LD that are looked at. */
const mostNodes = 10_000;

const articleType = /^(?:https?:\/\/schema\.org\/)?(?:\w*Article|Report|BlogPosting|LiveBlogPosting)$/;

/** What a page's JSON-LD says of its article; null where it describes none. */
export function jsonLdMetadata(page: Page): Partial<Record<MetadataName, string | null>> | null {
  const nodes = [...page.querySelectorAll('script')]
    .filter(isJsonLd)
    .flatMap((script) => parsed(script.textContent ?? ''));
  const all = flattened(nodes);
  const article = all.find((node) => listOf(node['@type']).some((type) => articleType.test(String(type))));
  if (!article) return null;
  const byId = new Map(all.filter((node) => Object.keys(node).length > 1).map((node) => [node['@id'], node]));
  const follow = (value: unknown): unknown => {
    const keys = isObject(value) ? Object.keys(value) : [];
    return keys.length === 1 && keys[0] === '@id' ? (byId.get((value as Node)['@id']) ?? value) : value;
  };
  const nameOf = (value: unknown): string | null => {
    const names = listOf(value)
      .map(follow)
      .map((one) => plain(isObject(one) ? (one as Node).name : one));
    const said = names.filter((name) => name !== null && !/^https?:/i.test(name));
    return said.length > 0 ? said.join(', ') : null;
  };
  const addressOf = (value: unknown): string | null => {
    const [first] = listOf(value);
    return plain(isObject(first) ? ((first as Node)['@id'] ?? (first as Node).url) : first);
  };
  return {
    title: plain(article.headline) ?? plain(article.name),
    subtitle: plain(article.alternativeHeadline),
    byline: nameOf(article.author),
    publisher: nameOf(article.publisher),
    published_on: plain(article.datePublished),
    language: plain(article.inLanguage),
    license: addressOf(article.license),
    url: plain(article.url) ?? addressOf(article.mainEntityOfPage),
  };
}

const isJsonLd = (script: { getAttribute(name: string): string | null }): boolean =>
  /^application\/ld\+json\b/i.test(script.getAttribute('type') ?? '');

function parsed(text: string): unknown[] {
  try {
    return [JSON.parse(text.trim().replace(/^(?:\/\/\s*)?<!\[CDATA\[|(?:\/\/ ?)?\]\]>$/g, ''))];
  } catch {
    return [];
  }
}

const listOf = (value: unknown): readonly unknown[] =>
  Array.isArray(value) ? value : value === undefined ? [] : [value];

/** Objects at the top, in lists and in `@graph`, and what they are the main entity of. */
function flattened(values: readonly unknown[]): Node[] {
  const found: Node[] = [];
  const open = [...values].reverse();
  while (open.length > 0 && found.length < mostNodes) {
    const value = open.pop();
    if (Array.isArray(value)) open.push(...value.slice(0, mostNodes).reverse());
    else if (isObject(value)) {
      const node = value as Node;
      found.push(node);
      open.push(node.mainEntity, node['@graph']);
    }
  }
  return found;
}

/** A string without HTML entities and tags, which many pages leave in; null where it is not a string. */
function plain(value: unknown): string | null {
  const [text] = listOf(value);
  if (typeof text !== 'string' || text.trim() === '') return null;
  if (!/&(?:#\w{1,8}|\w{2,8});/.test(text)) return text.trim();
  return (
    parsePage(`<!doctype html><html><body><p>${text.replaceAll('<', '&lt;')}</p></body></html>`).querySelector('p')
      ?.textContent ?? text
  ).trim();
}
