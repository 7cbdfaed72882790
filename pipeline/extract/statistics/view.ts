import type { Document, Quantity, Sentence, Token } from '../../annotate/document.ts';
import type { Resources } from '../../resources/index.ts';
import { phraseBefore } from '../../resources/phrases.ts';

/** A run of tokens, [first, end). */
export type Run = readonly [first: number, end: number];

/** One quantity in its sentence: what every reader of a column looks at. */
export class View {
  readonly document: Document;
  readonly resources: Resources;
  readonly quantity: Quantity;
  readonly sentence: Sentence;
  /** Other quantities of the sentence, in text order. */
  readonly others: readonly Quantity[];
  /** The counted noun with its adjectives, or null. */
  readonly noun: Run | null;
  /** First token of the quantity with hedges, articles and adjectives before it. */
  readonly first: number;
  /** First token after the quantity and its noun. */
  readonly end: number;

  constructor(document: Document, resources: Resources, quantity: Quantity, others: readonly Quantity[]) {
    this.document = document;
    this.resources = resources;
    this.quantity = quantity;
    this.others = others;
    this.sentence = document.sentences[document.tokens[quantity.firstToken]!.sentence]!;
    this.noun = nounOf(this);
    this.end = this.noun?.[1] ?? quantity.endToken;
    this.first = firstOf(this);
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

  /** Does a time expression hold the token? */
  isTime(at: number): boolean {
    const start = this.token(at)?.start;
    return start !== undefined && this.document.times.some((t) => t.start <= start && start < t.end);
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
      if (text.slice(start, tokens[end - 1]!.end).replace(/\s+/g, ' ') === quantity.unitText) return [first, end];
    }
  }
  return null;
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

/** An article, adjective or the like that stands between verb and number: “a staggering 781 killings”. */
const isBeside = (view: View, at: number): boolean =>
  (/^(?:DET|ADJ)$/.test(view.pos(at)) || view.is(at, 'beside')) && !view.is(at, 'worth');
