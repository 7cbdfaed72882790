import type { ReadResource } from './index.ts';
import { entriesOf } from './lexicon.ts';

const places = ['both', 'last', 'first', 'ends'] as const;
type Place = (typeof places)[number];

/** What a word of an organization's name says: where it stands in the name, and what kind it makes it. */
interface OrganizationWord {
  readonly place: Place;
  /** Empty where the word fits many kinds. */
  readonly kind: string;
}

/** Words around and inside names. */
export interface NameLexicon {
  /** Words of address as printed (`Gen.`), with the role they state or ''. */
  readonly titles: ReadonlyMap<string, string>;
  /** Nouns for persons in their roles, lower case, with their kind. */
  readonly roles: ReadonlyMap<string, string>;
  readonly organizationWords: ReadonlyMap<string, OrganizationWord>;
  /** Is the word in that list of `name-cues.txt`? */
  has(list: string, word: string): boolean;
}

/** Parses the lexicons of titles, roles, organization words and cues. */
export function readNameLexicon(read: ReadResource): NameLexicon {
  const cues = new Set(entriesOf(read('lexicons/name-cues.txt')).map(([list, word]) => `${list}\t${word}`));
  const words = entriesOf(read('lexicons/organization-words.txt'));
  return {
    titles: new Map(entriesOf(read('lexicons/titles.txt')).map(([title, role]) => [title!, role ?? ''])),
    roles: new Map(entriesOf(read('lexicons/roles.txt')).map(([role, kind]) => [role!, kind ?? 'other'])),
    organizationWords: new Map(
      words.map(([word, place, kind]) => [word!, { place: placeOf(place), kind: kind ?? '' }]),
    ),
    has: (list, word) => cues.has(`${list}\t${word}`),
  };
}

function placeOf(cell: string | undefined): Place {
  const place = places.find((p) => p === cell);
  if (place !== undefined) return place;
  throw new SyntaxError(`lexicons/organization-words.txt: "${cell}" is no place in a name: write ${places.join(', ')}`);
}
