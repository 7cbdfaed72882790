import type { Token } from '../../document.ts';
import type { Proposal, Reading } from '../reading.ts';
import { findNames } from '../tagger.ts';

/** From this probability on a name of the trained tagger is evidence; below, it guesses. */
const worth = 0.35;

/** Names that the trained tagger reads in a sentence, weighed by their probability. */
export function* model({ document, tokens, resources, runs, isHeadline }: Reading): Generator<Proposal> {
  const named = new Set(runs.map((run) => tokens[run.first]!.sentence));
  for (const { index, firstToken, endToken } of document.sentences) {
    if (!named.has(index)) continue;
    const words = tokens.slice(firstToken, endToken);
    const found = findNames(
      resources.nameTagger,
      words.map(({ text }) => text),
      words.map(({ tag }) => tag),
    );
    for (const { first, last, type, confidence } of found) {
      const span = { first: firstToken + first, end: firstToken + last + 1 };
      if (confidence < worth || !isWhole(tokens, span.first, span.end, type)) continue;
      yield { ...span, type, weight: confidence * (isHeadline(index) ? 0.8 : 0.95), basis: 'model' };
    }
  }
}

/** Not a part of a hyphenated word ("Mar" of "Mar-a-Lago"), nor a product's code taken for a person or place. */
function isWhole(tokens: readonly Token[], first: number, end: number, type: string): boolean {
  const [head, tail] = [tokens[first]!, tokens[end - 1]!];
  const isGlued = (hyphen: Token | undefined, at: number): boolean =>
    hyphen?.text === '-' && (hyphen.start === at || hyphen.end === at);
  if (isGlued(tokens[end], tail.end) && /^\p{Lu}/u.test(tokens[end + 1]?.text ?? '')) return false;
  if (isGlued(tokens[end], tail.end) && isGlued(tokens[end + 2], tokens[end + 1]?.end ?? -1)) return false;
  if (isGlued(tokens[first - 1], head.start)) return false;
  return !((type === 'person' || type === 'place') && end === first + 1 && /\d/.test(head.text));
}
