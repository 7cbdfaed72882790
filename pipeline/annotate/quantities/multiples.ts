import type { Draft, QuantityParser, Scan } from './scan.ts';

/** `twice as many`, `three times higher`, `four times the average`, `a threefold rise`: how many times another number. */
export const multiple: QuantityParser = (scan, at) => adverb(scan, at) ?? fold(scan, at);

function adverb(scan: Scan, at: number): Draft | null {
  // “will double the capacity”
  const word = scan.pos(at) === 'VERB' ? undefined : scan.numbers.multiples.get(scan.lower(at));
  const number = word === undefined ? scan.number(at) : null;
  const value = word ?? (number?.suffix === '' && scan.lower(number.end) === 'times' ? number.value : undefined);
  const end = number ? number.end + 1 : at + 1;
  const isPrice = number !== null && scan.isCue(end, 'multiplied');
  if (value === undefined || !(isPrice || isCompared(scan, end))) return null;
  return draft(at, number ? number.end : end, end, value);
}

/** “as many”, “higher”, “the rate of”: what stands behind says that something is compared. */
const isCompared = (scan: Scan, at: number): boolean =>
  (scan.lower(at) === 'as' && /^(?:ADJ|ADV)$/.test(scan.pos(at + 1))) ||
  /^(?:JJR|RBR)$/.test(scan.tag(at)) ||
  (/^(?:the|that|its|their|his|her)$/.test(scan.lower(at)) && !scan.timeAt(at));

/** `threefold`, `10-fold`. */
function fold(scan: Scan, at: number): Draft | null {
  const glued = /^(\p{L}+|\d+)fold$/u.exec(scan.lower(at));
  if (glued) {
    const value = scan.numbers.cardinals.get(glued[1]!) ?? Number(glued[1]);
    return value > 1 ? draft(at, at + 1, at + 1, value) : null;
  }
  const number = scan.number(at);
  if (number?.suffix !== '' || !scan.isJoint(number.end) || scan.lower(number.end + 1) !== 'fold') return null;
  return draft(at, number.end, number.end + 2, number.value);
}

const draft = (first: number, numberEnd: number, end: number, value: number): Draft => ({
  first,
  end,
  numberFirst: first,
  numberEnd,
  value,
  low: null,
  high: null,
  kind: 'ratio',
  unit: null,
  unitTokens: null,
  unitText: 'times',
  currency: null,
  per: null,
  qualifier: 'exact',
  isBare: false,
  confidence: 0.8,
});
