import type { NameLexicon } from '../../resources/name-lexicon.ts';
import type { Token, TokenRange } from '../document.ts';

/** What a phrase does in its clause, as far as its neighbours show. */
export type Grammar = 'subject' | 'object' | 'oblique' | 'of' | 'by' | 'possessor' | 'modifier' | 'joined' | 'other';

type Range = Pick<TokenRange, 'firstToken' | 'endToken'>;

const inside = /^(?:NOUN|PROPN|ADJ|DET|NUM)$/;
const finite = /^(?:VB[DPZ]|MD)$/;
const reach = 25;

export const isTensed = (token: Token | undefined): boolean => token !== undefined && finite.test(token.tag);

/** Reads the place of a name in its clause off the tokens around it. */
export function grammarOf(tokens: readonly Token[], names: NameLexicon, { firstToken, endToken }: Range): Grammar {
  const { sentence } = tokens[firstToken]!;
  const at = (i: number): Token | undefined => (tokens[i]?.sentence === sentence ? tokens[i] : undefined);
  let start = firstToken;
  while (start > firstToken - 8 && at(start - 1) && (inside.test(at(start - 1)!.pos) || at(start - 1)!.tag === 'PRP$'))
    start--;
  const next = at(endToken);
  const before = at(start - 1);
  if (next?.tag === 'POS') return 'possessor';
  if (next && (next.pos === 'NOUN' || next.pos === 'PROPN')) return 'modifier';
  const isSubject = meetsVerb(at, endToken);
  if (before?.pos === 'ADP' && !(isSubject && /^(?:after|before|until|since|as)$/.test(before.lower)))
    return before.lower === 'of' ? 'of' : before.lower === 'by' ? 'by' : 'oblique';
  if (isSubject) return 'subject';
  if (before?.pos === 'CCONJ' || (before?.text === ',' && at(start - 2)?.pos === 'PROPN')) return 'joined';
  if (before?.pos === 'VERB') return names.has('speech', before.lemma) && before.tag === 'VBD' ? 'subject' : 'object';
  return before?.pos === 'AUX' ? 'object' : 'other';
}

/** Does a finite verb follow, after adverbs, brackets, an apposition or a relative clause between commas? */
function meetsVerb(at: (i: number) => Token | undefined, end: number): boolean {
  let i = end;
  if (at(i)?.text === '(') {
    while (at(i) && at(i)!.text !== ')') i++;
    i++;
  }
  i = afterAdverbs(at, afterPhrase(at, i));
  if (isTensed(at(i))) return true;
  if (at(i)?.text !== ',') return false;
  for (let close = i + 2; close < i + reach && at(close); close++) {
    if (at(close)!.text === ',') return isTensed(at(afterAdverbs(at, close + 1)));
  }
  return false;
}

/** "Ana Kovač | of the Harbour Union |": a preposition with its nouns. */
function afterPhrase(at: (i: number) => Token | undefined, from: number): number {
  if (at(from)?.pos !== 'ADP') return from;
  let i = from + 1;
  while (i < from + 8 && at(i) && inside.test(at(i)!.pos)) i++;
  return i;
}

function afterAdverbs(at: (i: number) => Token | undefined, from: number): number {
  let i = from;
  while (at(i)?.pos === 'ADV') i++;
  return i;
}
