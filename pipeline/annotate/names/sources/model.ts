import { fold } from '../../../resources/fold.ts';
import type { Token } from '../../document.ts';
import type { Proposal, Reading } from '../reading.ts';
import { findNames, type TaggedName } from '../tagger.ts';

/** From this probability on a name of the trained tagger is evidence; below, it guesses. */
const worth = 0.35;

/** From this probability on a given name alone is a person's. */
const sure = 0.97;

/** Names that the trained tagger reads in a sentence, weighed by their probability. */
export function* model({ document, tokens, resources, runs, isHeadline }: Reading): Generator<Proposal> {
  const { names, gazetteer } = resources;
  const isGiven = (at: number): boolean =>
    gazetteer.givenNames.has(fold(tokens[at]!.text)) && !names.has('brand', tokens[at]!.text);
  const isLead = (at: number): boolean =>
    names.roles.has(tokens[at]!.lower) || gazetteer.known.get(tokens[at]!.text)?.type === 'group';
  /** "Economist Colen Garrow", "Swiss Xstrata": a role or people before a name is no part of it. */
  const trimmed = (from: number, end: number, type: string): Pick<Proposal, 'first' | 'end'> => {
    let first = from;
    if (type === 'person') while (first < end && end - from > 1 && isLead(first)) first++;
    return { first, end };
  };
  const found: (TaggedName & { readonly sentence: number })[] = [];
  const named = new Set(runs.map((run) => tokens[run.first]!.sentence));
  for (const { index, firstToken, endToken } of document.sentences) {
    if (!named.has(index)) continue;
    const words = tokens.slice(firstToken, endToken);
    const texts = words.map(({ text }) => text);
    const tags = words.map(({ tag }) => tag);
    for (const name of findNames(resources.nameTagger, texts, tags)) {
      found.push({ ...name, first: firstToken + name.first, last: firstToken + name.last, sentence: index });
    }
  }
  const certain = certainWords(tokens, found);
  for (const { first, last, type, confidence, sentence } of found) {
    const span = trimmed(first, last + 1, type);
    if (span.first === span.end || confidence < worth || !isWhole(tokens, span.first, span.end, type)) continue;
    const isSure = confidence >= sure && isGiven(span.first);
    const isLed = type === 'place' && isLead(span.first);
    const isMany = (certain.get(tokens[first]!.text) ?? 0) >= many && !names.has('brand', tokens[first]!.text);
    const isCertain = type === 'person' && isMany && first === last;
    const trusted = isCertain ? 0.82 : trust(tokens, span.first, span.end, type, isSure);
    const place = (isHeadline(sentence) ? 0.85 : 1) * (isLed ? 0.88 : 1);
    yield { ...span, type, weight: confidence * trusted * place, basis: 'model' };
  }
}

/** So often must the tagger be certain of a word in one article to be believed without another source. */
const many = 4;

/** Words taken for a person with near certainty, with how often. */
function certainWords(tokens: readonly Token[], found: readonly TaggedName[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { first, last, type, confidence } of found) {
    if (first !== last || type !== 'person' || confidence < 0.99) continue;
    const { text } = tokens[first]!;
    counts.set(text, (counts.get(text) ?? 0) + 1);
  }
  return counts;
}

/**
 * What the tagger's word is worth. Of one word alone it often errs on the type (firms pass for persons, brands for places): there it
 * needs a second source.
 */
function trust(tokens: readonly Token[], first: number, end: number, type: string, isGiven: boolean): number {
  if (end - first > 1) return type === 'person' ? 0.9 : 0.95;
  if (type === 'person') return isGiven ? 0.6 : 0.35;
  if (type === 'place') return 0.55;
  if (type === 'other') return 0.82;
  return type === 'organization' && /^\p{Lu}{2,}$/u.test(tokens[first]!.text) ? 0.95 : 0.9;
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
