import type { TimeExpression } from '../../annotate/document.ts';
import { contains } from '../../span.ts';
import type { Period } from './period-columns.ts';
import type { View } from './view.ts';

const back = 2;

/**
 * The one day that the sentence just before names in the same paragraph, if both speak of the past; a month, a year and what stands two sentences
 * before only where it is named at the head of its sentence.
 */
export function periodBefore(view: View): Period | null {
  const { index } = view.sentence;
  if (namesTime(view, index) || !isTold(view, index) || !isOfVerb(view) || isBefore(view)) return null;
  for (let at = view.sentence.index - 1; at >= view.sentence.index - back; at--) {
    const sentence = view.document.sentences[at];
    if (!sentence || sentence.block !== view.sentence.block) return null;
    const days = (view.sheet.times.get(at) ?? []).filter(isDay);
    if (days.length === 0) continue;
    const [day] = days;
    const isOne = days.length === 1 && isTold(view, at) && !isSpoken(view, day!) && !isOfNoun(view, day!);
    const isSure = opens(view, day!) || (day!.precision === 'day' && at === index - 1);
    return isOne && isSure ? ofTime(view, day!) : null;
  }
  return null;
}

/** “[On Friday], the water rose”, not “since 1990”. */
function opens(view: View, { firstToken }: TimeExpression): boolean {
  const { tokens, sentences } = view.document;
  const first = sentences[tokens[firstToken]!.sentence]!.firstToken;
  return firstToken - first <= 1 && tokens[first]!.lower !== 'since';
}

/** “the [May 4] quake”, “[yesterday]'s news”, “findings published [last month]”: a time that only names a thing. */
function isOfNoun(view: View, { firstToken, endToken }: TimeExpression): boolean {
  const { tokens } = view.document;
  const next = tokens[endToken];
  if (next && (/^['’]s?$/.test(next.lower) || /^(?:NOUN|PROPN|ADJ)$/.test(next.pos))) return true;
  const at = tokens[firstToken - 1]?.pos === 'ADP' ? firstToken - 2 : firstToken - 1;
  return tokens[at]?.tag === 'VBN' && !/^(?:AUX|ADV)$/.test(tokens[at - 1]?.pos ?? '');
}

/** “For years, three lanes had been closed”: earlier than what was told before. */
function isBefore(view: View): boolean {
  for (let at = view.head; at < view.tail - 1; at++)
    if (view.lower(at) === 'had' && (view.token(at + 1)?.tag === 'VBN' || view.pos(at + 1) === 'ADV')) return true;
  return false;
}

/** What is, on the day of publication: “the union has 4,500 members”. It has no words of its own in the text. */
export function periodOfArticle(view: View): Period | null {
  const { publishedOn } = view.document;
  if (publishedOn === null || !/^(?:count|percent|money|rate)$/.test(view.quantity.kind)) return null;
  // What somebody is quoted as saying was so when it was said; nobody says when.
  if (view.document.quotes.some((quote) => quote.form !== 'indirect' && contains(quote, view.quantity))) return null;
  if (namesDay(view, view.sentence.index) || !isNow(view)) return null;
  return {
    period_text: null,
    period_start: publishedOn,
    period_end: publishedOn,
    period_precision: 'day',
    period_basis: 'inferred',
  };
}

const isDay = ({ kind, from, value }: TimeExpression): boolean =>
  kind === 'date' && from !== null && value !== null && !/_REF$/.test(value);

const namesDay = (view: View, sentence: number): boolean =>
  (view.sheet.times.get(sentence) ?? []).some(({ kind, value }) => kind === 'date' && !/_REF$/.test(value ?? ''));

const namesTime = (view: View, sentence: number): boolean =>
  (view.sheet.times.get(sentence) ?? []).some(({ kind, value }) => kind !== 'set' && !/_REF$/.test(value ?? ''));

/** Has the sentence a verb in the past tense, and none of the future? */
function isTold(view: View, sentence: number): boolean {
  const { firstToken, endToken } = view.document.sentences[sentence]!;
  let isPast = false;
  for (let at = firstToken; at < Math.min(endToken, firstToken + 120); at++) {
    const { tag } = view.document.tokens[at]!;
    if (tag === 'MD') return false;
    if (tag === 'VBD') isPast = true;
  }
  return isPast;
}

/** A verb of the past stands with the number, no comma between: not “a town of 7,000 people, she said”. */
function isOfVerb(view: View): boolean {
  const isPast = (at: number): boolean => /^VB[DN]$/.test(view.token(at)?.tag ?? '');
  for (let at = view.first - 1; at >= view.head && !/^[,;:(—]$/.test(view.lower(at)); at--) if (isPast(at)) return true;
  for (let at = view.end; at < view.tail && !/^[,;:)—]$/.test(view.lower(at)); at++) if (isPast(at)) return true;
  return false;
}

/** “said on Friday”: the day of the saying, or of a count. */
function isSpoken(view: View, { firstToken, endToken }: TimeExpression): boolean {
  const { tokens } = view.document;
  // “as of Wednesday, 1,885 shocks”: the day up to which something else was counted.
  if (tokens[firstToken - 1]?.lower === 'of' && tokens[firstToken - 2]?.lower === 'as') return true;
  const says = view.resources.statistics.cues.get('say');
  for (let at = Math.max(0, firstToken - 4); at < endToken + 3; at++)
    if (says?.has(tokens[at]?.lemma ?? '')) return true;
  return false;
}

/** The verb right before the number is a present “be”, “have”, “stand” and the like. */
function isNow(view: View): boolean {
  for (let at = view.first - 1; at >= Math.max(view.head, view.first - 3); at--) {
    const token = view.token(at)!;
    if (/^VB[PZ]$/.test(token.tag)) return view.is(at, 'state') && view.token(view.end)?.tag !== 'VBN';
    if (!/^(?:ADV|ADP|DET)$/.test(token.pos)) return false;
  }
  return false;
}

const ofTime = (view: View, { start, end, from, to, precision }: TimeExpression): Period => ({
  period_text: view.document.text.slice(start, end).replace(/\s+/g, ' '),
  period_start: from,
  period_end: to,
  period_precision: precision,
  period_basis: 'inferred',
});
