import type { Token } from '../document.ts';
import type { Cast } from './cast.ts';
import { type NounChunk, nounsOf } from './chunks.ts';
import type { Clause, Syntax } from './clauses.ts';

/** By pronoun, whether it stands for several. */
const numbers: ReadonlyMap<string, boolean> = new Map([
  ['him', false],
  ['her', false],
  ['them', true],
  ['he', false],
  ['she', false],
  ['they', true],
]);

/** "charged [the driver] and detained him", "[the driver] left before he was shot": whom a personal pronoun means where the sentence names one person, or several, before it. */
export function antecedentOf(
  { tokens, chunks }: Syntax,
  { subject }: Clause,
  pronoun: NounChunk,
  cast: Cast,
): NounChunk | null {
  const isSeveral = numbers.get(tokens[pronoun.head]!.lower);
  if (isSeveral === undefined || cast.play('recipient', pronoun) !== null) return null;
  const isSubject = nounsOf(chunks, subject).some((noun) => noun.head === pronoun.head);
  const actors = new Set(isSubject ? [] : nounsOf(chunks, subject).map((noun) => noun.head));
  const found = chunks.filter(
    (c): c is NounChunk =>
      c.kind === 'noun' &&
      c.head < pronoun.head &&
      !actors.has(c.head) &&
      isNoun(tokens[c.head]!) &&
      cast.fits(c, 'person') &&
      (isSeveral || !cast.fits(c, 'force')),
  );
  const [only] = found;
  const isPlural = only !== undefined && /S$/.test(tokens[only.head]!.tag);
  return only && found.length === 1 && isPlural === isSeveral ? only : null;
}

const isNoun = ({ pos }: Token): boolean => pos === 'NOUN' || pos === 'PROPN';
