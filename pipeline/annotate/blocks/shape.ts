import type { Span } from '../../span.ts';

/** How a line looks, as far as that tells what it is. */
export interface Shape {
  /** Its words alone: normalised, lower-case, one space between them. */
  readonly key: string;
  readonly wordCount: number;
  readonly length: number;
  /** Does it end as a sentence or clause does? */
  readonly isFinal: boolean;
  /** Share of its longer words that start with a capital. */
  readonly titleShare: number;
  readonly startsLower: boolean;
  /** Does it start with a letter, perhaps in quotation marks? */
  readonly startsWord: boolean;
}

/** Words of a text, by which repeats and headlines are recognised. */
export const keyOf = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/['’]/g, '')
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim();

/** Reads the look of a piece of text. */
export function shapeOf(text: string, span: Span): Shape {
  const own = text.slice(span.start, span.end);
  const key = keyOf(own);
  const longer = own
    .slice(0, 400)
    .split(/\s+/)
    .filter((word) => /\p{L}{4}/u.test(word) || /^\p{Lu}+$/u.test(word));
  const capitals = longer.filter((word) => /^[^\p{L}]{0,3}\p{Lu}/u.test(word));
  return {
    key,
    wordCount: key === '' ? 0 : key.split(' ').length,
    length: own.length,
    isFinal: endsClause(own.slice(-40)),
    titleShare: longer.length === 0 ? 0 : capitals.length / longer.length,
    startsWord: /^["“‘']?\p{L}/u.test(own.slice(0, 4)),
    startsLower: /^[^\p{L}\p{N}]{0,3}\p{Ll}/u.test(own.slice(0, 8)),
  };
}

/** "… of the U.S." closes no sentence where nothing else does. */
function endsClause(tail: string): boolean {
  const words = tail.replace(/(?<!["'”’)\]»])["'”’)\]»]+$/, '');
  return /[.!?…:;,]$/.test(words) && !/(?:^|[\s(])\p{L}(?:\.\p{L})+\.$/u.test(words);
}
