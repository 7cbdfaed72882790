import type { Resources } from '../../resources/index.ts';
import { printed } from './draft.ts';
import type { Read } from './index.ts';
import type { Guess } from './place-beliefs.ts';
import { type Candidate, candidatesOf } from './place-candidates.ts';

/** What a nationality, and what a place inside another name, say of where the article plays. */
const weights = { group: 1, inside: 0.7, outlet: 0.7 };
/** Words in the name of a place. */
const longest = 4;

/** Peoples, and places inside the names of organizations and of the outlet: "Cass County Sheriff", "The Lima News". */
export function hintsOf(document: Read, resources: Resources): Guess[] {
  const { gazetteer } = resources;
  const hints = document.names.flatMap(({ type }, index): Guess[] => {
    if (type === 'person' || type === 'place') return [];
    const form = printed(document, index);
    if (type === 'organization') return inside(resources, form, weights.inside);
    const entry = type === 'group' ? gazetteer.known.get(form) : undefined;
    return entry?.country ? [{ candidates: [{ entry, prior: certain }], weight: weights.group }] : [];
  });
  const { publisher } = document.article;
  return distinct(publisher === null ? hints : [...hints, ...inside(resources, publisher, weights.outlet)]);
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
function distinct(guesses: readonly Guess[]): Guess[] {
  const seen = new Set<string>();
  return guesses.filter(({ candidates }) => {
    const key = candidates.map(({ entry }) => `${entry.type} ${entry.id}`).join();
    return !seen.has(key) && seen.add(key);
  });
}
