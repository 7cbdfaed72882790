import type { Document, Quantity, Sentence, TimeExpression, Token } from '../../annotate/document.ts';
import type { Resources } from '../../resources/index.ts';
import { phraseBefore } from '../../resources/phrases.ts';
import { near, reach, type Sheet } from './sheet.ts';

/** A run of tokens, [first, end). */
export type Run = readonly [first: number, end: number];

/** One quantity in its sentence: what every reader of a column looks at. */
export class View {
  readonly document: Document;
  readonly sheet: Sheet;
  readonly resources: Resources;
  readonly quantity: Quantity;
  readonly sentence: Sentence;
  /** The part of the sentence that is looked at: all of it, unless it is very long. */
  readonly head: number;
  readonly tail: number;
  /** Other quantities of the sentence, in text order. */
  readonly others: readonly Quantity[];
  /** Time expressions of the sentence, in text order. */
  readonly times: readonly TimeExpression[];
  /** The counted noun with its adjectives, or null. */
  readonly noun: Run | null;
  /** First token of the quantity with hedges, articles and adjectives before it. */
  readonly first: number;
  /** First token after the quantity and its noun. */
  readonly end: number;
  /** The same past a bracket that tells the quantity again: “30 inches (76 cm) [of] rain”. */
  readonly past: number;

  constructor(sheet: Sheet, resources: Resources, quantity: Quantity) {
    this.document = sheet.document;
    this.sheet = sheet;
    this.resources = resources;
    this.quantity = quantity;
    this.sentence = this.document.sentences[this.document.tokens[quantity.firstToken]!.sentence]!;
    const { index } = this.sentence;
    const at = quantity.firstToken;
    this.head = Math.max(this.sentence.firstToken, at - reach);
    this.tail = Math.min(this.sentence.endToken, at + reach);
    this.others = near(sheet.quantities.get(index), at).filter((other) => other !== quantity);
    this.times = near(sheet.times.get(index), at);
    this.noun = nounOf(this);
    this.end = this.noun?.[1] ?? quantity.endToken;
    this.first = firstOf(this);
    this.past = pastBracket(this);
  }

  token(at: number): Token | undefined {
    return at >= this.sentence.firstToken && at < this.sentence.endToken ? this.document.tokens[at] : undefined;
  }

  pos(at: number): string {
    return this.token(at)?.pos ?? '';
  }

  lower(at: number): string {
    return this.token(at)?.lower ?? '';
  }

  /** Is the token's lemma or word listed under the cue? */
  is(at: number, cue: string): boolean {
    const token = this.token(at);
    const words = this.resources.statistics.cues.get(cue);
    return token !== undefined && words !== undefined && (words.has(token.lemma) || words.has(token.lower));
  }

  /** The tokens' own characters, line breaks as blanks. */
  text([first, end]: Run): string {
    const { tokens, text } = this.document;
    return text.slice(tokens[first]!.start, tokens[end - 1]!.end).replace(/\s+/g, ' ');
  }

  /** Does a time expression hold the token? “annual” within “annual losses” and “Daily” within “Harbour Daily” are none. */
  isTime(at: number): boolean {
    const time = this.times.find((t) => t.firstToken <= at && at < t.endToken);
    if (time?.kind !== 'set') return time !== undefined;
    const isName = this.pos(at) === 'PROPN' && this.pos(at - 1) === 'PROPN';
    return !isName && !(this.pos(at) === 'ADJ' && this.pos(at + 1) === 'NOUN');
  }
}

/** Where the words of `unitText` stand after the number of a count. */
function nounOf(view: View): Run | null {
  const { quantity, document, sentence } = view;
  if ((quantity.kind !== 'count' && quantity.kind !== 'rate') || quantity.unitText === null) return null;
  const { tokens, text } = document;
  for (
    let first = quantity.number.endToken;
    first < Math.min(quantity.number.endToken + 3, sentence.endToken);
    first++
  ) {
    const start = tokens[first]!.start;
    let end = first;
    while (end < sentence.endToken && tokens[end]!.end <= start + quantity.unitText.length + 8) {
      end++;
      if (text.slice(start, tokens[end - 1]!.end).replace(/\s+/g, ' ') !== quantity.unitText) continue;
      // The participles before the noun are no part of the unit, but of what is counted.
      while (first > quantity.number.endToken && /^(?:VB[NG]|RB)$/.test(tokens[first - 1]!.tag)) first--;
      return [first, end];
    }
  }
  return null;
}

function pastBracket(view: View): number {
  if (!/^[([]$/.test(view.lower(view.end))) return view.end;
  for (let at = view.end + 1; at <= view.end + 3; at++) {
    const again = view.others.find((q) => q.firstToken === at);
    const next = again?.endToken ?? -1;
    if (/^[)\]]$/.test(view.lower(next))) return next + 1;
    // “($8bn; £6bn)”
    if (/^[;,/]$/.test(view.lower(next))) {
      const last = view.others.find((q) => q.firstToken === next + 1);
      if (last && /^[)\]]$/.test(view.lower(last.endToken))) return last.endToken + 1;
    }
  }
  return view.end;
}

function firstOf(view: View): number {
  let at = view.quantity.firstToken;
  const { hedgesBefore } = view.resources.units;
  for (let i = 0; i < 5; i++) {
    const hedge = phraseBefore(hedgesBefore, view.document.tokens, at, view.sentence.firstToken);
    if (!hedge && !isBeside(view, at - 1)) break;
    at = hedge ? hedge.first : at - 1;
  }
  return at;
}

/** “was slid 4.8%”: a verb of change that looks like an adjective. */
const isMoved = (view: View, at: number): boolean =>
  view.pos(at) === 'ADJ' && view.pos(at - 1) !== 'DET' && (view.is(at, 'rise') || view.is(at, 'fall'));

/** An article, adjective or the like that stands between verb and number: “a staggering 781 killings”. */
const isBeside = (view: View, at: number): boolean =>
  !isMoved(view, at) && (/^(?:DET|ADJ)$/.test(view.pos(at)) || view.is(at, 'beside')) && !view.is(at, 'worth');
