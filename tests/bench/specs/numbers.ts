import type { Document, Quantity } from '#pipeline/annotate/document.ts';
import { fractionWords } from '#pipeline/annotate/quantities/number-parts.ts';
import { readNumber } from '#pipeline/annotate/quantities/numbers.ts';
import type { Resources } from '#pipeline/resources/index.ts';
import type { SpecResult } from './cases.ts';
import type { Finding } from './judge.ts';

/** Numbers, from left to right, as the reader of numbers sees them before anything asks whether they are a statistic. */
export function numbersIn({ tokens, quantities }: Document, { numbers }: Resources): Finding[] {
  const out: Finding[] = [];
  const lower = (at: number): string => tokens[at]?.lower ?? '';
  for (let at = 0; at < tokens.length; ) {
    const ratio = quantities.find(({ kind, firstToken }) => kind === 'ratio' && firstToken === at);
    const read = readNumber(tokens, at, tokens.length, numbers);
    const part = fractionWords(lower, at, numbers);
    const isPart = part !== null && part.end > (read?.end ?? 0);
    const end = Math.max(ratio?.endToken ?? 0, isPart ? part.end : 0, read?.end ?? 0);
    const value = ratio && ratio.endToken === end ? ratio.value! : isPart ? part.value : (read?.value ?? 0);
    const sign = end > 0 && isNegative(tokens, at) ? -1 : 1;
    if (end > 0 && (isPart || ratio || read?.suffix === ''))
      out.push({
        start: tokens[at]!.start,
        end: tokens[end - 1]!.end,
        means: ({ resolution }) => isClose(sign * value, Number(resolution?.value)),
      });
    at = end || at + 1;
  }
  return out;
}

/** A minus right before the number, as the reader of amounts takes it. */
const isNegative = (tokens: Document['tokens'], at: number): boolean =>
  /^(?:minus|negative)$/.test(tokens[at - 1]?.lower ?? '') ||
  (/^[-−]$/.test(tokens[at - 1]?.text ?? '') && tokens[at - 1]!.end === tokens[at]!.start);

/** Ordinals that are published as ranks. */
export const ranksIn = (document: Document): Finding[] =>
  quantitiesIn(document, 'rank', (quantity, { resolution }) => isClose(quantity.value, Number(resolution?.offset)));

/** Percentages; shares ("one in two") as the fractions that they are published as. */
export const percentagesIn = (document: Document): Finding[] =>
  ['percent', 'ratio'].flatMap((kind) =>
    quantitiesIn(document, kind, ({ value }, { resolution }) => {
      const wanted = Number.parseFloat(String(resolution?.value));
      return isClose(kind === 'ratio' ? (value ?? Number.NaN) * 100 : value, wanted);
    }),
  );

/** Ranges and bounds, `[low,high)`. */
export const rangesIn = (document: Document): Finding[] =>
  document.quantities
    .filter(({ low, high }) => low !== null || high !== null)
    .map(({ start, end, low, high }) => ({
      start,
      end,
      means: ({ resolution }) => {
        const [from = '', to = ''] = String(resolution?.value).slice(1, -1).split(',');
        return sameEnd(low, from) && sameEnd(high, to);
      },
    }));

const sameEnd = (own: number | null, wanted: string): boolean =>
  wanted === '' ? own === null : isClose(own, Number(wanted));

/** Quantities of a kind. */
export const quantitiesIn = (
  { quantities }: Document,
  kind: string,
  means: (quantity: Quantity, result: SpecResult) => boolean,
): Finding[] =>
  quantities
    .filter((quantity) => quantity.kind === kind)
    .map((quantity) => ({
      start: quantity.start,
      end: quantity.end,
      means: (result) => means(quantity, result),
    }));

/** Equal but for the last digits of a floating number. */
export const isClose = (own: number | null, wanted: number): boolean =>
  own !== null && Math.abs(own - wanted) <= 1e-6 * Math.max(1e-9, Math.abs(wanted));
