import type { Block } from './blocks.ts';
import { lengthOf, unitsOf } from './offsets.ts';

/** What a row says of its place: the sentence is published, but not where it begins. */
export interface Quoted {
  readonly start: number;
  readonly quote: string | null;
  readonly sentence: string | null;
}

interface Sentence {
  readonly text: string;
  /** Where it may begin, by all rows met so far. */
  starts: readonly number[];
}

/** The sentences that rows quote, in order and each once: all that may be shown of an article whose text is not shipped. */
export function blocksOfRows(rows: readonly Quoted[]): Block[] {
  const met = new Map<string, Sentence[]>();
  for (const { start, quote, sentence } of rows) {
    if (quote === null || sentence === null) continue;
    const starts = places(quote, sentence)
      .map((place) => start - place)
      .filter((place) => place >= 0);
    const known = met.get(sentence) ?? [];
    met.set(sentence, known);
    const same = known.find((one) => one.starts.some((place) => starts.includes(place)));
    if (same) same.starts = same.starts.filter((place) => starts.includes(place));
    else if (starts.length > 0) known.push({ text: sentence, starts });
  }
  const placed = [...met.values()].flat().map(({ text, starts }) => ({ text, start: starts[0]! }));
  return joined(placed.sort((a, b) => a.start - b.start || b.text.length - a.text.length));
}

/** Where a quote stands in its sentence, in code points. */
function places(quote: string, sentence: string): number[] {
  const found: number[] = [];
  for (let at = sentence.indexOf(quote); at >= 0 && found.length < 50; at = sentence.indexOf(quote, at + 1)) {
    found.push(lengthOf(sentence.slice(0, at)));
  }
  return found;
}

/** Sentences that overlap become one block. */
function joined(sentences: readonly { text: string; start: number }[]): Block[] {
  const blocks: Block[] = [];
  for (const { text, start } of sentences) {
    const last = blocks.at(-1);
    const end = start + lengthOf(text);
    if (!last || start >= last.end) {
      blocks.push({ text, start, end, isAfterGap: start > (last ? last.end + 2 : 0) });
    } else if (end > last.end) {
      const rest = text.slice(unitsOf(text)(last.end - start));
      blocks[blocks.length - 1] = { ...last, text: last.text + rest, end };
    }
  }
  return blocks;
}
