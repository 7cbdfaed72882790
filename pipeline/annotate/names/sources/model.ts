import { fold } from '../../../resources/fold.ts';
import type { Token } from '../../document.ts';
import type { Proposal, Reading } from '../reading.ts';
import { findNames, type TaggedName } from '../tagger.ts';

/** From this probability on a name of the trained tagger is evidence; below, it guesses. */
const worth = 0.35;

/** From this probability on one word alone is believed, if the article never reads it otherwise. */
const sure = 0.9;
const sureOfGiven = 0.6;
/** The same of a word that no list of names has. */
const sureOfUnlisted = 0.95;

/** More than any probability. */
const never = 2;

/** From this probability on a name of several words is believed where every word has a capital: in lists of people. */
const sureOfTitle = 0.95;

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
  /** "Foreign Secretary" before "Jack": a role, whose holder follows. */
  const isOffice = (end: number): boolean =>
    names.roles.has(tokens[end - 1]!.lower) && tokens[end]?.sentence === tokens[end - 1]!.sentence && isGiven(end);
  /** From which probability on a word alone is believed: a person must be called so. */
  const leastOf = (at: number, type: string): number => {
    if (type !== 'person') return sure;
    if (isGiven(at)) return sureOfGiven;
    if (names.has('brand', tokens[at]!.text)) return never;
    return gazetteer.surnames.has(tokens[at]!.text) ? sure : sureOfUnlisted;
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
  const share = shareOf(tokens, found);
  for (const { first, last, type, confidence, sentence } of found) {
    const span = trimmed(first, last + 1, type);
    if (type === 'person' && isOffice(span.end)) continue;
    if (span.first === span.end || confidence < worth || !isWhole(tokens, span.first, span.end, type)) continue;
    const isAlone = span.end - span.first === 1;
    const isSure = isAlone && confidence >= leastOf(span.first, type) && share(first, last, type) >= agreed;
    const isLed = type === 'place' && isLead(span.first);
    const trusted = trust(tokens, span.first, span.end, type, isSure);
    const inCapitals = !isAlone && confidence >= sureOfTitle ? 0.95 : 0.85;
    const place = (isHeadline(sentence) ? inCapitals : 1) * (isLed ? 0.88 : 1);
    yield { ...span, type, weight: confidence * trusted * place, basis: 'model' };
  }
}

/** So much of the evidence that an article holds for one word must be for one type. */
const agreed = 0.85;

/** How much of what the tagger believes of a form throughout the article is for one type. */
function shareOf(
  tokens: readonly Token[],
  found: readonly TaggedName[],
): (first: number, last: number, type: string) => number {
  const totals = new Map<string, Map<string, number>>();
  for (const { first, last, type, confidence } of found) {
    if (first !== last) continue;
    const { text } = tokens[first]!;
    const types = totals.get(text) ?? new Map<string, number>();
    totals.set(text, types.set(type, (types.get(type) ?? 0) + confidence));
  }
  return (first, last, type) => {
    const types = first === last ? totals.get(tokens[first]!.text) : undefined;
    if (types === undefined) return 0;
    let all = 0;
    for (const sum of types.values()) all += sum;
    return (types.get(type) ?? 0) / all;
  };
}

/**
 * What the tagger's word is worth. Of one word alone it often errs on the type (firms pass for persons, brands for places): there it
 * needs a second source.
 */
function trust(tokens: readonly Token[], first: number, end: number, type: string, isSure: boolean): number {
  if (end - first > 1) return type === 'person' ? 0.9 : 0.95;
  if (type === 'person') return isSure ? 0.9 : 0.35;
  if (type === 'place') return isSure ? 0.9 : 0.8;
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
