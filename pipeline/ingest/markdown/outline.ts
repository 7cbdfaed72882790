import type { OutlinePart } from '../format.ts';

const heading = /^ {0,3}(#{1,6})[ \t]+(?=\S)/;
const listItem = /^[ \t]{0,12}(?:[-*+]|\d{1,9}[.)])[ \t]+(?=\S)/;
const quote = /^ {0,3}>[> \t]*/;
const emptyQuote = /^[> \t]*$/;
const fence = /^ {0,3}(?:```|~~~)/;
const rule = /^ {0,3}(?:[-_*][ \t]*){3,}$/;

/** Headings, list items and paragraphs of Markdown. Marks stay in the text and outside the parts; a heading of marks alone (`# #`) is none. */
export function markdownOutline(text: string): OutlinePart[] {
  const parts: OutlinePart[] = [];
  let isCode = false;
  let isOpen = false;
  for (const { start, line } of linesOf(text)) {
    const isFence = fence.test(line);
    if (isFence) isCode = !isCode;
    if (isFence || isCode || emptyQuote.test(line) || rule.test(line)) {
      isOpen = false;
      continue;
    }
    const part = partOf(line, start, parts.length === 0);
    if (part.end === part.start) {
      isOpen = false;
      continue;
    }
    const last = parts.at(-1);
    if (isOpen && last && part.isPlain) parts[parts.length - 1] = { ...last, end: part.end };
    else parts.push({ kind: part.kind, start: part.start, end: part.end });
    isOpen = part.kind === 'paragraph' || part.kind === 'list_item';
  }
  return parts;
}

interface Part extends OutlinePart {
  /** Without a mark of its own: it goes on with what is open. */
  readonly isPlain: boolean;
}

function partOf(line: string, offset: number, isFirst: boolean): Part {
  const title = heading.exec(line);
  const item = listItem.exec(line);
  const marks = title ?? item ?? quote.exec(line);
  const indent = marks?.[0].length ?? line.length - line.trimStart().length;
  const words = title ? line.replace(/[ \t]#{1,6}$/, '').trimEnd() : line;
  const headingKind = title?.[1] === '#' && isFirst ? 'headline' : 'heading';
  const kind = title ? headingKind : item ? 'list_item' : 'paragraph';
  return { kind, start: offset + indent, end: offset + Math.max(words.length, indent), isPlain: marks === null };
}

function* linesOf(text: string): Generator<{ start: number; line: string }> {
  for (let start = 0; start < text.length; ) {
    const next = text.indexOf('\n', start);
    const end = next < 0 ? text.length : next;
    yield { start, line: text.slice(start, end).trimEnd() };
    start = end + 1;
  }
}
