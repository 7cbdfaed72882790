import type { Span } from '../../span.ts';
import { byPosition } from '../../span.ts';
import { followsAlphanumeric } from './characters.ts';

const longestLocalPart = 64;
const web = /(?:https?:\/\/|www\.)[^\s<>"“”]+/gi;
const tag = /[@#][\p{L}_][\p{L}\p{M}\p{N}_]*/gu;

/** Web and mail addresses, @handles and #hashtags of a text: one token each. */
export function findAddresses(text: string): Span[] {
  const found: Span[] = [];
  if (/:\/\/|www\./i.test(text)) for (const match of text.matchAll(web)) found.push(trimmed(match.index, match[0]));
  if (text.includes('@')) found.push(...findMail(text));
  if (/[@#]/.test(text)) {
    for (const { index, 0: word } of text.matchAll(tag)) {
      if (!followsAlphanumeric(text, index, 0)) found.push({ start: index, end: index + word.length });
    }
  }
  found.sort(byPosition);
  let end = 0;
  return found.filter((span) => {
    if (span.start < end) return false;
    end = span.end;
    return true;
  });
}

/** Without the punctuation that belongs to the sentence around it. */
function trimmed(start: number, address: string): Span {
  let length = address.length;
  const closable = !address.includes('(');
  while (length > 0 && (/[.,;:!?'’\]}]/.test(address[length - 1]!) || (closable && address[length - 1] === ')')))
    length--;
  return { start, end: start + length };
}

function findMail(text: string): Span[] {
  const found: Span[] = [];
  for (let at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at + 1)) {
    let start = at;
    while (start > 0 && at - start < longestLocalPart && /[\w.+-]/.test(text[start - 1]!)) start--;
    domain.lastIndex = at + 1;
    const match = domain.exec(text);
    if (start < at && match !== null) found.push({ start, end: domain.lastIndex });
  }
  return found;
}

const domain = /[a-z\d-]{1,63}(?:\.[a-z\d-]{1,63}){1,8}/iy;
