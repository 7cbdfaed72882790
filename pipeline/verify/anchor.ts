import type { Row, Table } from '#schemas/table.ts';
import { contentKey } from '../identity.ts';
import { type CodePointIndex, codePointLength } from './code-points.ts';

/** A column that does not hold what the text does. */
export interface Misplaced {
  readonly column: string;
  readonly message: string;
}

/**
 * Why a row can not be found in the text that it was read from; null where it can. Rows that show no words are found by
 * their offsets, and by their key, which is a hash of article, offsets and what the row says.
 */
export function lost(table: Table, row: Row, text: CodePointIndex): Misplaced | null {
  const { quote, sentence } = row;
  if (typeof quote === 'string' && typeof sentence === 'string') {
    const found = misplaced(row, quote, sentence, text);
    if (found) return found;
  } else if (text.slice(Number(row.char_start), Number(row.char_end)).trim() === '') {
    return { column: 'char_start', message: `${row.char_start} to ${row.char_end} holds no words of the text` };
  }
  if (Number(row.char_end) > codePointLength(text.text)) {
    return { column: 'char_end', message: `is ${row.char_end}, behind the end of the text` };
  }
  const identity = table.identity.map((name) => row[name] ?? null);
  const key = contentKey(table.prefix, [
    table.name,
    row.article_id!,
    Number(row.char_start),
    Number(row.char_end),
    ...identity,
  ]);
  if (key === row[table.key]) return null;
  return { column: table.key, message: `is ${row[table.key]}, article, span and values give ${key}` };
}

/** Why a quote does not stand where its row says, inside its sentence; null where it does. Without a text its length is all that is judged. */
export function misplaced(row: Row, quote: string, sentence: string, text: CodePointIndex | null): Misplaced | null {
  const [start, end] = [Number(row.char_start), Number(row.char_end)];
  const length = codePointLength(quote);
  if (end - start !== length) {
    return {
      column: 'char_end',
      message: `${start} to ${end} is not the length of the quote, ${length}; mend the span`,
    };
  }
  if (!sentence.includes(quote))
    return { column: 'sentence', message: `does not hold the quote ${show(quote)}; mend it` };
  if (text === null) return null;
  const found = text.slice(start, end);
  if (found !== quote) {
    return {
      column: 'quote',
      message: `is ${show(quote)}, the text has ${show(found)} at ${start} to ${end}; mend the span`,
    };
  }
  if (!surrounds(text, start, quote, sentence)) {
    return { column: 'sentence', message: 'does not stand in the text around the quote; mend it' };
  }
  return null;
}

/** Does the sentence stand in the text so that the quote inside it lies at `start`? */
function surrounds({ text, utf16 }: CodePointIndex, start: number, quote: string, sentence: string): boolean {
  const at = utf16(start);
  for (let k = sentence.indexOf(quote); k >= 0; k = sentence.indexOf(quote, k + 1)) {
    if (at >= k && text.startsWith(sentence, at - k)) return true;
  }
  return false;
}

/** A value as messages show it. */
export function show(value: unknown): string {
  const text = JSON.stringify(value) ?? 'missing';
  return text.length > 120 ? `${text.slice(0, 120)}…` : text;
}
