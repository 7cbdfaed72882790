import type { ReadResource } from './index.ts';
import { entriesOf } from './lexicon.ts';

export type Gender = 'm' | 'f';
export type PronounCase = 'subject' | 'object' | 'possessive' | 'reflexive';

/** A pronoun for one person. */
export interface Pronoun {
  readonly gender: Gender;
  readonly case: PronounCase;
}

/** What tells whom a pronoun means. */
export interface ReferenceLexicon {
  readonly pronouns: ReadonlyMap<string, Pronoun>;
  /** Titles and nouns that only men or only women are called by. */
  readonly genders: ReadonlyMap<string, Gender>;
  /** Nouns for an organization of one kind: "company". */
  readonly kinds: ReadonlyMap<string, string>;
  /** Weights of features, in 64ths of the natural logarithm. */
  readonly weights: ReadonlyMap<string, number>;
}

/** Parses the words that show a sex, and the weights by which pronouns are read. */
export function readReferenceLexicon(read: ReadResource): ReferenceLexicon {
  const pronouns = new Map<string, Pronoun>();
  const genders = new Map<string, Gender>();
  for (const [word, gender, kind, form] of entriesOf(read('lexicons/genders.txt'))) {
    const sex = genderOf(gender);
    if (kind === 'pronoun') pronouns.set(word!, { gender: sex, case: caseOf(form) });
    else genders.set(word!, sex);
  }
  const weights = entriesOf(read('models/pronouns.txt')).map(([name, weight]) => [name!, Number(weight)] as const);
  const kinds = entriesOf(read('lexicons/organization-nouns.txt')).map(([noun, kind]) => [noun!, kind!] as const);
  return { pronouns, genders, kinds: new Map(kinds), weights: new Map(weights) };
}

function genderOf(cell: string | undefined): Gender {
  if (cell === 'm' || cell === 'f') return cell;
  throw new SyntaxError(`lexicons/genders.txt: "${cell}" is no gender: write m or f`);
}

const cases = ['subject', 'object', 'possessive', 'reflexive'] as const;

function caseOf(cell: string | undefined): PronounCase {
  const form = cases.find((c) => c === cell);
  if (form !== undefined) return form;
  throw new SyntaxError(`lexicons/genders.txt: "${cell}" is no case: write ${cases.join(', ')}`);
}
