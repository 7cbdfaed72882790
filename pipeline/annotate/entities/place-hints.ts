import type { Resources } from '../../resources/index.ts';
import { printed } from './draft.ts';
import type { Read } from './index.ts';
import type { Guess } from './place-beliefs.ts';
import { type Candidate, candidatesOf } from './place-candidates.ts';

/** What a nationality, and what a place inside another name, say of where the article plays. */
const weights = { group: 1, organization: 0.7, outlet: 0.7, place: 0.5 };
/** Words in the name of a place. */
const longest = 4;

/**
 * Peoples, and places inside the names of organizations, of the outlet and of places that no list has: "Cass County
 * Sheriff", "The Lima News", "Northern Ohio". What one of the article's places may mean anyway is no further hint.
 */
export function hintsOf(document: Read, resources: Resources, places: readonly Guess[]): Guess[] {
  const { gazetteer } = resources;
  const read = new Set<string>();
  const hints = document.names.flatMap(({ type }, index): Guess[] => {
    const form = printed(document, index);
    if (type === 'person' || type === 'other' || read.has(form)) return [];
    read.add(form);
    if (type === 'organization') return inside(resources, form, weights.organization);
    if (type === 'place')
      return candidatesOf(gazetteer, form, null).length ? [] : inside(resources, form, weights.place);
    const entry = gazetteer.known.get(form);
    return entry?.country ? [{ candidates: [{ entry, prior: certain }], weight: weights.group }] : [];
  });
  const { publisher } = document.article;
  return distinct(publisher === null ? hints : [...hints, ...inside(resources, publisher, weights.outlet)], places);
}

const certain = 9;

/** The place with which a name begins, and the countries and regions in it. */
function inside({ gazetteer }: Resources, form: string, weight: number): Guess[] {
  const words = form.split(' ').filter((word) => word !== 'The');
  const guesses: Guess[] = [];
  for (let first = 0; first < words.length; first++) {
    for (let end = Math.min(words.length, first + longest); end > first; end--) {
      if (end - first === words.length) continue;
      const candidates = candidatesOf(gazetteer, words.slice(first, end).join(' '), null);
      const larger = first === 0 ? candidates : candidates.filter(isRegion);
      if (larger.length === 0) continue;
      guesses.push({ candidates: larger, weight });
      first = end - 1;
      break;
    }
  }
  return guesses;
}

const isRegion = ({ entry }: Candidate): boolean => entry.subtype !== 'city' && entry.subtype !== 'county';

/** A hint counts once, however often it is printed. */
function distinct(hints: readonly Guess[], places: readonly Guess[]): Guess[] {
  const keyOf = ({ candidates }: Guess): string => candidates.map(({ entry }) => `${entry.type} ${entry.id}`).join();
  const seen = new Set(places.map(keyOf));
  return hints.filter((hint) => !seen.has(keyOf(hint)) && seen.add(keyOf(hint)));
}
