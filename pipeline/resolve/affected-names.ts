import type { Moves } from './entities.ts';
import { rareOf } from './short-names.ts';
import { none, type Sightings, shortOrganization } from './sightings.ts';

/** Words that may now mean other organizations than before: 1 by the word's number. */
export function affectedWords(sightings: Sightings, { before, nowOf, knownAs }: Moves): Uint8Array {
  const { articles, own, called, traits, words, shortened } = sightings;
  const isAffected = new Uint8Array(words.size);
  const mark = (word: number): void => {
    if (word !== none) isAffected[word] = 1;
  };
  const isChanged = articlesThatNameFlipped(sightings, before);
  for (const [article, known] of knownAs.entries()) if (known === -1) isChanged[article] = 1;
  for (let i = 0; i < own.length; i++) {
    if (isChanged[articles[i]!] === 1 && isShortOrganization(traits[i]!)) mark(called[i]!);
  }
  for (let i = 0; i < shortened.word.length; i++) {
    if (isChanged[articles[shortened.sighting[i]!]!] === 1) mark(shortened.word[i]!);
  }
  for (const [known, article] of nowOf.entries()) {
    if (article !== -1) continue;
    const { starts, each, shortStarts, shortened: short } = before;
    for (let i = starts[known]!; i < starts[known + 1]!; i++)
      if (isShortOrganization(each.traits[i]!)) mark(each.called[i]!);
    for (let i = shortStarts[known]!; i < shortStarts[known + 1]!; i++) mark(short.word[i]!);
  }
  return isAffected;
}

const isShortOrganization = (traits: number): boolean => (traits & shortOrganization) === shortOrganization;

/** Articles that name what became rare or ceased to be: 1 by the article's number. */
function articlesThatNameFlipped(
  { articles, starts, own, traits, ids }: Sightings,
  before: Moves['before'],
): Uint8Array {
  const is = rareOf(own, traits, ids.size);
  const was = rareOf(before.each.own, before.each.traits, ids.size);
  const found = new Uint8Array(starts.length - 1);
  for (let i = 0; i < own.length; i++) if (is[own[i]!] !== was[own[i]!]) found[articles[i]!] = 1;
  return found;
}

/** Ids that other sightings have than before, or whose sightings keep other company: 1 by the id's number. */
export function affectedIds(
  sightings: Sightings,
  whole: Uint32Array,
  { before, nowOf, knownAs, hasSameOrigin }: Moves,
): Uint8Array {
  const { articles, ids } = sightings;
  const isAffected = new Uint8Array(ids.size);
  const isMoved = Uint8Array.from(knownAs, (known, article) => (known === -1 || !hasSameOrigin(article) ? 1 : 0));
  for (let i = 0; i < whole.length; i++) {
    if (isMoved[articles[i]!] === 0 && whole[i] === sightings.whole[i]) continue;
    isAffected[whole[i]!] = 1;
    isAffected[sightings.whole[i]!] = 1;
  }
  for (const [known, article] of nowOf.entries()) {
    if (article !== -1) continue;
    for (let i = before.starts[known]!; i < before.starts[known + 1]!; i++) isAffected[before.each.whole[i]!] = 1;
  }
  return isAffected;
}
