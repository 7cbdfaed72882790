/** Word lists that bring different annotations to one convention. */
export interface NameLists {
  /** Adjectives and nouns of nations, faiths, camps: lower case. */
  readonly groups: ReadonlySet<string>;
  /** Words of address and offices, lower case, singular and plural, that are no part of a person's name. */
  readonly titles: ReadonlySet<string>;
  /** Countries, lower case. */
  readonly countries: ReadonlySet<string>;
  /** Names of days and months that are no given names, lower case. */
  readonly days: ReadonlySet<string>;
}

/** A range of words, both ends included. */
export interface Range {
  readonly first: number;
  readonly last: number;
}

const connectors = new Set(
  "of the and for de la del von van der den al el bin ibn di da du le les to in on at & - – ' ’ . 's ’s / y e".split(
    ' ',
  ),
);
/** Words that show a phrase to describe a person rather than to name one. */
const relations = new Set(['of', 'for', 'in', 'at', 'to', 'and', 'who', 'with', 'from']);
const articles = new Set([
  'the',
  'a',
  'an',
  'this',
  'that',
  'these',
  'those',
  'our',
  'their',
  'his',
  'her',
  'its',
  'my',
  'your',
]);

/** The name inside a noun phrase: without article, possessive, title and lower-case words at its ends; null where that leaves no name. */
export function nameWithin(
  words: readonly string[],
  range: Range,
  head: number,
  isPerson: boolean,
  lists: NameLists,
): Range | null {
  let { first, last } = range;
  if (isPerson && words.slice(first, last + 1).some((word) => relations.has(word))) return null;
  for (let at = head; at <= last; at++) if (isBreak(words[at]!)) last = at - 1;
  for (let at = head; at >= first; at--) if (isBreak(words[at]!)) first = at + 1;
  while (last >= first && !isNameWord(words[last]!)) last--;
  while (first <= last && (articles.has(words[first]!.toLowerCase()) || !isNameWord(words[first]!))) first++;
  if (head > last || (head < first && !isPerson)) return null;
  if (isPerson) first = afterTitles(words, first, last, lists);
  if (first > last) return null;
  for (let at = first; at <= last; at++) {
    const word = words[at]!;
    if (!isNameWord(word) && !connectors.has(word.toLowerCase())) return null;
  }
  return words.slice(first, last + 1).some((word) => /\p{Lu}/u.test(word)) ? { first, last } : null;
}

function isBreak(word: string): boolean {
  return /^[,;:()[\]"“”–—]$/.test(word) || word === '--';
}

function isNameWord(word: string): boolean {
  return /^[^\p{L}]*\p{Lu}/u.test(word) || /^\d/.test(word) || /^\p{Ll}+\p{Lu}/u.test(word);
}

/** Where a person's name begins behind words of address and offices. */
export function afterTitles(words: readonly string[], first: number, last: number, { titles }: NameLists): number {
  let at = first;
  for (let next = first; next <= last; next++) {
    const pair = `${words[next]} ${words[next + 1] ?? ''}`.toLowerCase();
    if (titles.has(words[next]!.toLowerCase()) && (next < last || next === at)) at = next + 1;
    else if (next < last && titles.has(pair) && (next + 1 < last || next === at)) at = next + 2;
    else if (words[next] === '.' && next === at) at = next + 1;
    else if (next > at + 1) break;
  }
  return at;
}

/** Whether a phrase names nobody: an office or a form of address alone. */
export function isTitleOnly(words: readonly string[], { first, last }: Range, { titles }: NameLists): boolean {
  const capitals = words
    .slice(first, last + 1)
    .filter((word) => /^\p{Lu}/u.test(word) && !articles.has(word.toLowerCase()));
  return capitals.every(
    (word, at) =>
      titles.has(word.toLowerCase()) ||
      titles.has(`${word} ${capitals[at + 1] ?? ''}`.toLowerCase()) ||
      titles.has(`${capitals[at - 1] ?? ''} ${word}`.toLowerCase()),
  );
}
