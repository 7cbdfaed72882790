import { byPosition, contains, isTouched, overlaps, type Span } from '../../span.ts';
import type { Block } from '../document.ts';

/** Text in quotation marks. Its span includes the marks; `parts` is what stands between them, one part a paragraph. */
export interface Marked extends Span {
  readonly parts: readonly Span[];
}

interface Mark extends Span {
  readonly opens: boolean;
  readonly closes: boolean;
}

const doubles = /''|``|["“”„«»]/g;
const singles = /['‘’]/g;
const word = /[\p{L}\p{N}]/u;
const beforeOpening = /[\s([{<\-–—/|“‘"'«]/;
const endOfSpeech = /[,.?!…—–]/;

/** A quotation of more paragraphs is a mark that was never closed. */
const mostParagraphs = 24;

/**
 * Texts in quotation marks, in text order, not overlapping. Marks are paired inside a block; a paragraph left open is
 * joined with the next one if that opens with a mark again, else nothing is known of it. What is nested is not listed.
 */
export function findMarked(text: string, blocks: readonly Block[]): Marked[] {
  const found: Marked[] = [];
  let running: Marked | null = null;
  for (const block of blocks) {
    const { closed, left } = pair(text, block, marksOf(text, block, doubles, doubleMark));
    const first = closed[0] ?? left;
    const before: Marked | null = first?.start === block.start ? running : null;
    const [head, ...others] = withSingles(text, block, closed);
    if (head) found.push(before && closed[0] ? join(before, head) : head, ...others);
    running = null;
    if (left) {
      const open: Marked = { start: left.start, end: block.end, parts: [{ start: left.end, end: block.end }] };
      running = before && closed.length === 0 ? join(before, open) : open;
      if (running.parts.length > mostParagraphs) running = null;
    }
  }
  return found;
}

const join = (before: Marked, after: Marked): Marked => ({
  start: before.start,
  end: after.end,
  parts: [...before.parts, ...after.parts],
});

/** Pairs of one block, and the mark that its end leaves open. A second opening mark takes the place of the first. */
function pair(text: string, block: Block, marks: readonly Mark[]): { closed: Marked[]; left: Mark | null } {
  const closed: Marked[] = [];
  let open: Mark | null = null;
  for (const mark of marks) {
    if (open && (mark.closes || (text[open.start] === '„' && text[mark.start] === '“'))) {
      if (mark.start > open.end) {
        closed.push({ start: open.start, end: mark.end, parts: [{ start: open.end, end: mark.start }] });
      }
      open = null;
    } else if (mark.opens) open = mark;
  }
  return { closed, left: open && open.end < block.end ? open : null };
}

/** Adds what stands in single marks outside double ones; single marks around double ones are the outer ones. */
function withSingles(text: string, block: Block, closed: readonly Marked[]): Marked[] {
  const pairs = pair(text, block, marksOf(text, block, singles, singleMark)).closed;
  if (pairs.length === 0) return [...closed];
  const kept: Marked[] = [];
  let next = 0;
  for (const outer of pairs) {
    while (next < closed.length && closed[next]!.end <= outer.start) next++;
    const isFree = next >= closed.length || !overlaps(closed[next]!, outer) || contains(outer, closed[next]!);
    if (isFree) kept.push(outer);
  }
  const free = closed.filter((marked) => !isTouched(kept, marked));
  return [...free, ...kept].sort(byPosition);
}

type Reader = (mark: string, before: string, after: string, text: string, start: number) => Omit<Mark, keyof Span>;

function marksOf(text: string, block: Block, pattern: RegExp, read: Reader): Mark[] {
  const slice = text.slice(block.start, block.end);
  return Array.from(slice.matchAll(pattern), (match) => {
    const start = block.start + match.index;
    const end = start + match[0].length;
    const before = start === block.start ? ' ' : text[start - 1]!;
    const after = end === block.end ? ' ' : text[end]!;
    return { start, end, ...read(match[0], before, after, text, start) };
  });
}

const doubleMark: Reader = (mark, before, after, text, start) => {
  if ('“„«``'.includes(mark)) return { opens: !/\s/.test(after), closes: false };
  if ('”»'.includes(mark)) return { opens: false, closes: true };
  const isInches = /\d/.test(before) && /['’′]\d{1,2}$/.test(text.slice(Math.max(0, start - 4), start));
  const isSpaced = before === ' ' && /['’]/.test(text[start - 2] ?? '');
  const closes = (isSpaced || !/\s/.test(before)) && !word.test(after) && !isInches;
  return { opens: beforeOpening.test(before) && !/\s/.test(after), closes };
};

/** An apostrophe closes nothing but speech: a straight mark, or one after a letter, only where the speech ends. */
const singleMark: Reader = (mark, before, after) => {
  if (mark === '‘') return { opens: beforeOpening.test(before) && !/\s/.test(after), closes: false };
  const closes = endOfSpeech.test(before) && !word.test(after);
  return { opens: mark === "'" && beforeOpening.test(before) && word.test(after) && before !== "'", closes };
};
