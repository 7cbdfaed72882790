import { getBOMEncoding, normalizeEncoding, TextDecoder } from '@exodus/bytes/encoding.js';
import { Refusal } from './refusal.ts';

/** First bytes of files that people take for text by mistake. */
const signatures: readonly (readonly [name: string, bytes: string])[] = [
  ['PDF', '%PDF-'],
  ['RTF', '{\\rtf'],
  ['ZIP or Office', 'PK\x03\x04'],
  ['Office', '\xd0\xcf\x11\xe0'],
  ['gzip', '\x1f\x8b'],
  ['JPEG', '\xff\xd8\xff'],
  ['PNG', '\x89PNG'],
  ['GIF', 'GIF8'],
];

/** The encoding of a label by the WHATWG standard, in lower case; null where there is none that can be read. */
export function encodingOf(label: string): string | null {
  const name = normalizeEncoding(label);
  return name === 'replacement' || name === 'x-user-defined' ? null : name;
}

/** How to decode: what the metadata declare, else UTF-8, else what the file says of itself. */
export interface Encodings {
  readonly declared: string | null;
  /** What the file's own markup claims, asked only where the bytes are not UTF-8. */
  readonly claimed?: (bytes: Uint8Array) => string | null;
}

/** The text of bytes, without a byte order mark, which decides where there is one. Never guesses. */
export function decode(bytes: Uint8Array, place: string, { declared, claimed }: Encodings): string {
  const mark = getBOMEncoding(bytes);
  const encoding = mark ?? declared ?? 'utf-8';
  if (!encoding.startsWith('utf-16')) refuseBinary(bytes, place);
  const body = mark ? bytes.subarray(mark === 'utf-8' ? 3 : 2) : bytes;
  const text = strictly(body, encoding) ?? strictly(body, mark || declared ? null : (claimed?.(body) ?? null));
  if (text === null) throw undecodable(body, bytes.length - body.length, encoding, place);
  return text;
}

function strictly(bytes: Uint8Array, encoding: string | null): string | null {
  if (encoding === null) return null;
  try {
    return new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
}

function refuseBinary(bytes: Uint8Array, place: string): void {
  const head = String.fromCharCode(...bytes.subarray(0, 8));
  const signature = signatures.find(([, start]) => head.startsWith(start));
  if (signature) throw new Refusal('binary', `${place}: a ${signature[0]} file, not text; export its text`);
  const nul = bytes.indexOf(0);
  if (nul < 0) return;
  const remedy = 'save it as UTF-8 text, or name its encoding in the metadata if it is UTF-16';
  throw new Refusal('binary', `${place}: not text, NUL at byte ${nul}; ${remedy}`);
}

function undecodable(body: Uint8Array, before: number, encoding: string, place: string): Refusal {
  const offset = before + firstWrong(body, encoding);
  const remedy = 're-save it as UTF-8 or name its encoding in the metadata';
  return new Refusal('undecodable', `${place}: not ${encoding.toUpperCase()} at byte ${offset}; ${remedy}`);
}

/** Offset where decoding fails, found by halving: a prefix of what can be decoded can be decoded. */
function firstWrong(bytes: Uint8Array, encoding: string): number {
  let good = 0;
  let bad = bytes.length + 1;
  while (bad - good > 1) {
    const middle = (good + bad) >> 1;
    if (complete(bytes.subarray(0, middle), encoding) === null) bad = middle;
    else good = middle;
  }
  const whole = complete(bytes.subarray(0, good), encoding) ?? '';
  // What is left of the good part is the beginning of the character that goes wrong.
  if (encoding === 'utf-8') return Buffer.byteLength(whole);
  return encoding.startsWith('utf-16') ? 2 * whole.length : good;
}

/** The whole characters at the beginning of bytes that may end inside one; null where they cannot be decoded. */
function complete(bytes: Uint8Array, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes, { stream: true });
  } catch {
    return null;
  }
}

/** Refuses a text that no file could hold: lone surrogates, which JSON escapes smuggle in, and NUL. */
export function refuseIllFormed(text: string, place: string): void {
  const lone = text.search(/\p{Surrogate}/u);
  if (lone >= 0) {
    const unit = text.charCodeAt(lone).toString(16);
    throw new Refusal(
      'undecodable',
      `${place}: half a character (\\u${unit}) at UTF-16 offset ${lone}; repair the export`,
    );
  }
  const nul = text.indexOf('\0');
  if (nul >= 0) throw new Refusal('binary', `${place}: NUL at UTF-16 offset ${nul}; repair the export`);
}
