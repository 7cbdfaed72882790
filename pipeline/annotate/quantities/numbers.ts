import type { NumberWords } from '../../resources/numbers.ts';
import type { Token } from '../document.ts';
import { andFraction, decimals, partOfScale } from './number-parts.ts';

/** A number as read from tokens [at, end). */
export interface NumberReading {
  readonly end: number;
  readonly value: number;
  readonly digits: boolean;
  /** Its words state a size of their own ("million", "dozen"). */
  readonly scaled: boolean;
  /** Letters written onto the digits: `km` of `500km`. */
  readonly suffix: string;
}

const digits = /^(\d{1,3}(?:,\d{2,3})*,\d{3}|\d+)?(\.\d+)?([½¼¾⅓⅔⅛⅜⅝⅞])?([a-zµ°%”"″].{0,11})?$/iu;
const vulgar: Readonly<Record<string, number | undefined>> = {
  '½': 1 / 2,
  '¼': 1 / 4,
  '¾': 3 / 4,
  '⅓': 1 / 3,
  '⅔': 2 / 3,
  '⅛': 1 / 8,
  '⅜': 3 / 8,
  '⅝': 5 / 8,
  '⅞': 7 / 8,
};
const longest = 40;

/** Digits of one token with what is written onto them, or null. */
export function readDigits(text: string): { readonly value: number; readonly suffix: string } | null {
  if (text.length > longest) return null;
  const match = digits.exec(text);
  if (!match || (match[1] ?? match[2] ?? match[3]) === undefined) return null;
  const value = Number(`${(match[1] ?? '0').replaceAll(',', '')}${match[2] ?? ''}`) + (vulgar[match[3] ?? ''] ?? 0);
  return { value, suffix: match[4] ?? '' };
}

/** The number that begins at token `at`, in digits, words or both ("1.2 million", "two and a half"), or null. */
export function readNumber(
  tokens: readonly Token[],
  at: number,
  end: number,
  words: NumberWords,
): NumberReading | null {
  const first = tokens[at];
  if (!first || at >= end) return null;
  const own = fractionOf(first.text);
  if (own !== null) return { end: at + 1, value: own, digits: true, scaled: false, suffix: '' };
  const printed = readDigits(first.text);
  if (printed) {
    const whole =
      withThousands(tokens, at, end, printed) ??
      withComma(tokens, at, end, words) ??
      withBlanks(tokens, at, end, printed) ??
      withFraction(tokens, at, end, printed);
    return withPower(tokens, whole, end) ?? scaled(tokens, whole, end, words);
  }
  const spelled = readWords(tokens, at, end, words);
  return spelled && scaled(tokens, spelled, end, words);
}

/** `1,5 million`, `2,75 %`, `1,5 kg`: a decimal comma, where what follows rules out a list. */
function withComma(tokens: readonly Token[], at: number, end: number, words: NumberWords): NumberReading | null {
  if (at + 3 >= end || tokens[at + 1]!.text !== ',' || tokens[at + 2]!.start !== tokens[at]!.end + 1) return null;
  const [whole, part, next] = [tokens[at]!.text, tokens[at + 2]!.text, tokens[at + 3]!.lower];
  const isAmount = words.scales.get(next)?.use === 'word' || words.afterComma.has(next);
  if (!isAmount || !/^\d{1,3}$/.test(whole) || !/^\d{1,2}$/.test(part)) return null;
  return { end: at + 3, value: Number(`${whole}.${part}`), digits: true, scaled: false, suffix: '' };
}

type Printed = NonNullable<ReturnType<typeof readDigits>>;

/** `1/2`, `2 1/2`, `2 ½`: digits with a fraction after them. */
function withFraction(tokens: readonly Token[], at: number, end: number, { value, suffix }: Printed): NumberReading {
  const whole = { end: at + 1, value, digits: true, scaled: false, suffix };
  if (suffix !== '' || !Number.isInteger(value)) return whole;
  const next = at + 1 < end ? tokens[at + 1]!.text : '';
  const part = vulgar[next] ?? fractionOf(next);
  if (part !== null) return { ...whole, end: at + 2, value: value + part };
  const own = slashed(tokens, at, end);
  if (own) return { ...whole, ...own };
  const following = slashed(tokens, at + 1, end);
  return following ? { ...whole, end: following.end, value: value + following.value } : whole;
}

/** `1 234 567`, `40 000`: groups of three parted by blanks; one group alone must be round. */
function withBlanks(tokens: readonly Token[], at: number, end: number, { suffix }: Printed) {
  if (suffix !== '' || !/^[1-9]\d{0,2}$/.test(tokens[at]!.text)) return null;
  let [text, last] = [tokens[at]!.text, at + 1];
  while (
    last < end &&
    /^\d{3}(?:\.\d+)?$/.test(tokens[last]!.text) &&
    tokens[last]!.start === tokens[last - 1]!.end + 1
  )
    text += tokens[last++]!.text;
  if (last - at < 2 || (last - at === 2 && tokens[at + 1]!.text !== '000')) return null;
  return { end: last, value: Number(text), digits: true, scaled: false, suffix: '' };
}

/** `80, 000`: a blank that slipped in after the comma; three digits that begin with two noughts are no number. */
function withThousands(tokens: readonly Token[], at: number, end: number, { value, suffix }: Printed) {
  const rest = at + 2 < end ? tokens[at + 2]!.text : '';
  const isSplit = suffix === '' && /^\d{1,3}$/.test(tokens[at]!.text) && tokens[at + 1]?.text === ',';
  if (!isSplit || !/^00\d(?:,\d{3})*$/.test(rest)) return null;
  const tail = rest.replaceAll(',', '');
  return { end: at + 3, value: value * 10 ** tail.length + Number(tail), digits: true, scaled: false, suffix: '' };
}

/** `2.998×10^8`, `4 x 10-5`, `3e14`: a number times a power of ten. */
function withPower(tokens: readonly Token[], number: NumberReading, end: number): NumberReading | null {
  const exponent = /^e(\d{1,2})$/i.exec(number.suffix);
  if (exponent) return { ...number, value: Number(`${number.value}e${exponent[1]}`), scaled: true, suffix: '' };
  const at = number.end;
  if (number.suffix !== '' || at + 1 >= end) return null;
  const text = tokens
    .slice(at, Math.min(end, at + 5))
    .map((token) => token.text)
    .join('');
  const power = /^[×x*]10\^?([-−–]?)(\d{1,2})(?!\d)/.exec(text);
  if (!power) return null;
  let [last, length] = [at, 0];
  while (length < power[0].length) length += tokens[last++]!.text.length;
  if (length !== power[0].length) return null;
  const value = Number(`${number.value}e${power[1] === '' ? '' : '-'}${power[2]}`);
  return { ...number, end: last, value, scaled: true };
}

/** `1/16` in one token. */
function fractionOf(text: string): number | null {
  const match = text.length < 8 ? /^(\d{1,3})[/⁄](\d{1,3})$/.exec(text) : null;
  const [above, below] = [Number(match?.[1]), Number(match?.[2])];
  return match && denominators.has(below) && above < below && above > 0 ? above / below : null;
}

const denominators = new Set([2, 3, 4, 5, 6, 8, 10, 12, 16, 32, 64, 100, 128]);

/** A proper fraction in digits: tokens `1 / 2`, or null. */
function slashed(tokens: readonly Token[], at: number, end: number): { end: number; value: number } | null {
  if (at + 2 >= end || !/^[/⁄]$/.test(tokens[at + 1]!.text)) return null;
  const [above, below] = [tokens[at]!.text, tokens[at + 2]!.text];
  if (!/^\d{1,3}$/.test(above) || !/^\d{1,3}$/.test(below) || tokens[at + 3]?.text === '/') return null;
  const ratio = Number(above) / Number(below);
  return denominators.has(Number(below)) && ratio < 1 ? { end: at + 3, value: ratio } : null;
}

/** Multiplies by the scale words that follow: `1.2|million`, `3|bn`, `two|dozen`. */
export function scaled(
  tokens: readonly Token[],
  number: NumberReading,
  end: number,
  words: NumberWords,
): NumberReading {
  let { value } = number;
  let at = number.end;
  if (number.suffix !== '') {
    const scale = words.scales.get(number.suffix.toLowerCase());
    if (!scale || scale.use === 'alone' || /^[mMtK]$/.test(number.suffix)) return number;
    return { ...number, value: multiply(value, scale.factor), scaled: true, suffix: '' };
  }
  for (let i = 0; i < 2 && at < end; i++) {
    const hyphen =
      i === 0 && number.digits && /^[-‑]$/.test(tokens[at]!.text) && tokens[at]!.start === tokens[at - 1]!.end;
    const scale = words.scales.get(tokens[hyphen ? at + 1 : at]?.lower ?? '');
    if (!scale || !(scale.use === 'word' || (scale.use === 'short' && number.digits))) break;
    value = multiply(value, scale.factor);
    at += hyphen ? 2 : 1;
  }
  if (at === number.end) return number;
  return withRest(tokens, { ...number, value, end: at, scaled: true }, value / number.value, end, words);
}

/** “3 hundred [and 21]”, “4 thousand [3 hundred]”, “3 million [and a half]”: what follows a scale word is smaller than that. */
function withRest(
  tokens: readonly Token[],
  number: NumberReading,
  scale: number,
  end: number,
  words: NumberWords,
): NumberReading {
  const lower = (k: number): string => (k < end ? tokens[k]!.lower : '');
  const part = scale >= 1000 ? andFraction(lower, number.end, words) : null;
  if (part && lower(part.end) !== 'of')
    return { ...number, value: multiply(number.value + part.value * scale, 1), end: part.end };
  const and = lower(number.end) === 'and' ? 1 : 0;
  const text = number.digits ? lower(number.end + and) : '';
  if (!/^\d{1,3}$/.test(text) || Number(text) >= scale || Number(text) === 0) return number;
  const rest = readNumber(tokens, number.end + and, end, words);
  // "200 hundred and 12 people" counts on; "3 million and 5 percent" does not.
  const isRest = rest !== null && rest.suffix === '' && rest.value < scale && Number.isInteger(rest.value);
  const isCounted = and === 0 ? scale <= 1000 && rest?.scaled : scale === 100;
  return isRest && isCounted ? { ...number, value: number.value + rest.value, end: rest.end } : number;
}

/** Keeps 1.1 million from becoming 1100000.0000000002. */
export const multiply = (value: number, factor: number): number => Number((value * factor).toPrecision(15));

/** English cardinals: "two hundred and five", "a million", "half a million", "twenty-one", "two and a half". */
function readWords(tokens: readonly Token[], at: number, end: number, words: NumberWords): NumberReading | null {
  let [total, group, scale, i] = [0, 0, Number.POSITIVE_INFINITY, at];
  let [read, isScaled] = [false, false];
  const lower = (k: number): string => (k < end ? tokens[k]!.lower : '');
  if (/^an?$/.test(lower(i)) && words.scales.has(lower(i + 1))) {
    if (!isScaleWord(lower(i + 1))) return null;
    [group, i, read] = [1, i + 1, true];
  } else {
    const part = partOfScale(lower, i, words);
    if (part) [group, i, read] = [part.value, part.end, true];
  }
  for (; i < end; ) {
    const joined = read && /^(?:-|‑|and)$/.test(lower(i)) && (lower(i) !== 'and' || isScaled) ? 1 : 0;
    const word = lower(i + joined);
    const cardinal = words.cardinals.get(word);
    const factor = words.scales.get(word);
    if (cardinal !== undefined && fits(group, cardinal, read)) group += cardinal;
    else if (factor && read && joined === 0 && isScaleWord(word) && group > 0 && factor.factor < scale) {
      isScaled = true;
      if (factor.factor === 100) group *= 100;
      else {
        total += multiply(group, factor.factor);
        scale = factor.factor;
        group = 0;
      }
    } else break;
    read = true;
    i += joined + 1;
  }
  if (!read || (total === 0 && group === 0 && words.cardinals.get(lower(at)) !== 0)) return null;
  const point = isScaled && total > 0 ? null : decimals(lower, i, words);
  const plain = { end: point?.end ?? i, value: total + group + (point?.value ?? 0), digits: false, scaled: isScaled };
  const part = point ? null : andFraction(lower, i, words);
  if (!part || (isScaled && lower(part.end) === 'of')) return { ...plain, suffix: '' };
  // "two million and a half" is 2.5 million, "one hundred and three quarters" 100.75.
  const whole = group === 0 && Number.isFinite(scale) ? scale : 1;
  return { ...plain, value: multiply(plain.value + part.value * whole, 1), end: part.end, suffix: '' };

  function isScaleWord(word: string): boolean {
    const use = words.scales.get(word)?.use;
    return use === 'word' || (use === 'alone' && /^an?$/.test(lower(at)));
  }
}

/** May `next` follow what the group holds: tens after hundreds, units after tens. */
function fits(group: number, next: number, read: boolean): boolean {
  if (!read || group === 0) return true;
  if (next === 0 || !Number.isInteger(group)) return false;
  return next < 10 ? group % 10 === 0 && group % 100 !== 10 : next < 100 && group % 100 === 0;
}
