import type { NumberWords } from '../../resources/numbers.ts';

/** The word at a token in lower case, empty past the end. */
type Lower = (at: number) => string;

/** A part of a number: what it is worth and where it ends. */
export interface Part {
  readonly value: number;
  readonly end: number;
}

/** “two [point five]”, “nine [point nought four]”: what stands behind the point, or null. */
export function decimals(lower: Lower, at: number, { cardinals }: NumberWords): Part | null {
  if (lower(at) !== 'point') return null;
  let [digits, end] = ['', at + 1];
  for (;;) {
    const first = cardinals.get(lower(end));
    if (first === undefined) break;
    const hyphen = lower(end + 1) === '-' ? 1 : 0;
    const unit = first >= 20 ? cardinals.get(lower(end + 1 + hyphen)) : undefined;
    const isJoined = unit !== undefined && unit > 0 && unit < 10;
    digits += String(first + (isJoined ? unit : 0));
    end += isJoined ? 2 + hyphen : 1;
  }
  return digits === '' || digits.length > 12 ? null : { value: Number(`0.${digits}`), end };
}

/** `half a`, `a quarter`, `three quarters of a` before a scale word: “half a million”. */
export function partOfScale(lower: Lower, at: number, words: NumberWords): Part | null {
  const count = words.cardinals.get(lower(at));
  const first = count !== undefined || /^an?$/.test(lower(at)) ? at + 1 : at;
  const part = words.fractions.get(lower(first));
  if (!part || part.plural !== (count ?? 1) > 1 || ![2, 3, 4].includes(part.denominator)) return null;
  const of = lower(first + 1) === 'of' ? 1 : 0;
  const end = first + 1 + of + (/^an?$/.test(lower(first + 1 + of)) ? 1 : 0);
  const isScale = words.scales.get(lower(end))?.use === 'word';
  return isScale ? { value: (count ?? 1) / part.denominator, end } : null;
}

/** `a fifth`, `two-thirds`, `five eighths`, `one half`: a count of equal parts, or null. */
export function fractionWords(lower: Lower, at: number, { cardinals, fractions }: NumberWords): Part | null {
  const isArticle = /^an?$/.test(lower(at));
  const count = isArticle ? 1 : cardinals.get(lower(at));
  if (count === undefined || count < 1 || count > 20) return null;
  const hyphen = /^[-‑]$/.test(lower(at + 1)) ? 1 : 0;
  const part = fractions.get(lower(at + 1 + hyphen));
  if (!part || part.plural !== count > 1) return null;
  return { value: count / part.denominator, end: at + 2 + hyphen };
}

/** “two [and a half]”, “two-[and-a-half]”, “three [and two fifths]”. */
export function andFraction(lower: Lower, at: number, words: NumberWords): Part | null {
  const hyphen = (k: number): 0 | 1 => (/^[-‑]$/.test(lower(k)) ? 1 : 0);
  const and = at + hyphen(at);
  if (lower(and) !== 'and') return null;
  return fractionWords(lower, and + 1 + hyphen(and + 1), words);
}
