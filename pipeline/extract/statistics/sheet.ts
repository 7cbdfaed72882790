import type { Document, EntityMention, Quantity, Quote, TimeExpression, TokenRange } from '../../annotate/document.ts';
import type { Span } from '../../span.ts';

/** How many tokens before and after a quantity its readers look at: no sentence that people wrote is longer. */
export const reach = 120;

/** Members of a sorted list that lie within `reach` tokens of `at`. */
export function near<R extends TokenRange>(list: readonly R[] | undefined, at: number): readonly R[] {
  if (!list) return [];
  let [low, high] = [0, list.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (list[middle]!.firstToken < at - reach) low = middle + 1;
    else high = middle;
  }
  let end = low;
  while (end < list.length && list[end]!.firstToken <= at + reach) end++;
  return list.slice(low, end);
}

/** A document's layers by sentence, so that no reader of a quantity walks the whole document. */
export interface Sheet {
  readonly document: Document;
  readonly quantities: ReadonlyMap<number, readonly Quantity[]>;
  readonly times: ReadonlyMap<number, readonly TimeExpression[]>;
  /** Names of places. */
  readonly places: ReadonlyMap<number, readonly EntityMention[]>;
  readonly mentions: ReadonlyMap<number, readonly EntityMention[]>;
  /** Index of the entity that is the place the article is about, or null. */
  readonly mainPlace: number | null;
  /** The quotation one of whose parts holds the span, if its speaker is named. */
  quoteAround(span: Span): Quote | undefined;
}

/** Sorts a document's layers by sentence. */
export function sheetOf(document: Document): Sheet {
  const places = document.mentions.filter((m) => m.type === 'place' && m.form === 'name');
  const parts = document.quotes
    .filter((quote) => quote.speaker !== null)
    .flatMap((quote) => quote.parts.map((part) => ({ quote, part })))
    .sort((a, b) => a.part.start - b.part.start);
  return {
    document,
    quantities: bySentence(document, document.quantities),
    times: bySentence(document, document.times),
    places: bySentence(document, places),
    mentions: bySentence(document, document.mentions),
    mainPlace: mainPlaceOf(document, places),
    quoteAround(span) {
      let [low, high] = [0, parts.length];
      while (low < high) {
        const middle = (low + high) >> 1;
        if (parts[middle]!.part.start <= span.start) low = middle + 1;
        else high = middle;
      }
      const last = parts[low - 1];
      return last && span.end <= last.part.end ? last.quote : undefined;
    },
  };
}

function bySentence<R extends TokenRange>({ tokens }: Document, ranges: readonly R[]): Map<number, R[]> {
  const out = new Map<number, R[]>();
  for (const range of ranges) {
    const { sentence } = tokens[range.firstToken]!;
    const list = out.get(sentence);
    if (list) list.push(range);
    else out.set(sentence, [range]);
  }
  return out;
}

/** The country named in the first sentences that has at least three and at least three in five of all namings of places. */
function mainPlaceOf({ sentences, entities }: Document, places: readonly EntityMention[]): number | null {
  const counts = new Map<number, number>();
  const known = places.filter((m) => m.entity !== null);
  for (const { entity } of known) counts.set(entity!, (counts.get(entity!) ?? 0) + 1);
  const [best] = [...counts].sort((a, b) => b[1] - a[1] || a[0] - b[0]);
  if (!best || best[1] < 3 || best[1] * 5 < known.length * 3) return null;
  if (entities[best[0]]?.subtype !== 'country') return null;
  const lead = sentences[3]?.firstToken ?? Number.POSITIVE_INFINITY;
  return known.some((m) => m.entity === best[0] && m.firstToken < lead) ? best[0] : null;
}
