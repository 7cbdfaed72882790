import type { TimeParser, TimeReader } from '../reader.ts';

const pad = (n: number): string => String(n).padStart(2, '0');

/** `3 a.m.`, `6:40 p.m.`, `08:30 UTC`, `1300 GMT`, `5pm`, `noon`. */
export const clock: TimeParser = (reader, at) => {
  const word = reader.lower(at);
  if (word === 'noon' || word === 'midnight') {
    const value = word === 'noon' ? 'T12:00' : 'T00:00';
    return reader.found(at, at + 1, { type: 'clock', clock: value, date: null }, 0.85);
  }
  const glued = /^(\d{1,2})(?:[:.](\d\d))?(?::\d\d)?([ap])\.?m\.?$/.exec(word);
  if (glued) return timeAt(reader, at, at + 1, Number(glued[1]), Number(glued[2] ?? 0), glued[3]!);
  const digits = /^(\d\d)(\d\d)$/.exec(word);
  if (digits && reader.is(at + 1, 'zone')) return timeAt(reader, at, at + 1, Number(digits[1]), Number(digits[2]), '');
  const match = parted(reader, at) ?? /^(\d{1,2})(?:[:.](\d\d))?(?::\d\d)?$/.exec(word);
  if (!match) return null;
  const next = at + (word.length <= 2 && match[2] !== undefined ? 3 : 1);
  // "9 o'clock", "9 o'clock in the evening"
  const oclock = match[2] === undefined ? afterOclock(reader, next) : null;
  if (oclock) return timeAt(reader, at, oclock.end, Number(match[1]), 0, oclock.half);
  const half = /^([ap])(?:\.?m\.?|\.m)$/.exec(reader.lower(next));
  if (half) return timeAt(reader, at, next + 1, Number(match[1]), Number(match[2] ?? 0), half[1]!);
  const isClock =
    match[2] !== undefined && word.includes(':') && (reader.is(next, 'zone') || reader.lower(at - 1) === 'at');
  return isClock ? timeAt(reader, at, next, Number(match[1]), Number(match[2]), '') : null;
};

/** Where `o'clock` ends, with the half of the day that words behind it say. */
function afterOclock(reader: TimeReader, at: number): { readonly end: number; readonly half: string } | null {
  const text = `${reader.lower(at)}${reader.lower(at + 1)}`;
  const length = /^o['’]clock$/.test(reader.lower(at)) ? 1 : /^o['’]clock$/.test(text) ? 2 : 0;
  if (length === 0) return null;
  const end = at + length;
  if (reader.lower(end) !== 'in' || reader.lower(end + 1) !== 'the') return { end, half: '' };
  const part = reader.words.dayparts.get(reader.lower(end + 2));
  return part === undefined ? { end, half: '' } : { end: end + 3, half: part === 'MO' ? 'a' : 'p' };
}

/** Where the tokenizer parted `6:40`. */
function parted(reader: TimeReader, at: number): readonly string[] | null {
  if (reader.text(at + 1) !== ':' || reader.isApart(at + 1) || reader.isApart(at + 2)) return null;
  return /^(\d{1,2}):(\d\d)$/.exec(`${reader.text(at)}:${reader.text(at + 2)}`);
}

function timeAt(reader: TimeReader, first: number, end: number, hour: number, minute: number, half: string) {
  if (minute > 59 || hour > (half === '' ? 23 : 12) || (half !== '' && hour === 0)) return null;
  const of24 = half === '' ? hour : (hour % 12) + (half === 'p' ? 12 : 0);
  const isUtc = /^(?:utc|gmt)$/.test(reader.lower(end));
  const zone = reader.is(end, 'zone') ? 1 : 0;
  const value = `T${pad(of24)}:${pad(minute)}${isUtc ? 'Z' : ''}`;
  return reader.found(first, end + zone, { type: 'clock', clock: value, date: null });
}
