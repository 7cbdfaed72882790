/** Marks that open something, and the mark that closes it. */
const closings: Readonly<Record<string, string>> = {
  '(': ')',
  '[': ']',
  '{': '}',
  '“': '”',
  '‘': '’',
  '«': '»',
  '``': "''",
};
const closes = new Set(Object.values(closings));
/** Marks that open and close by turns. */
const straight = new Set(['"', "'"]);

/** Marks further apart than this are no pair. */
const widest = 100;

/**
 * Hangs quotation marks and brackets on the head of what they enclose, where exactly one word inside hangs on a word outside.
 * Marks that have words of their own below them stay, so that a tree stays a tree.
 */
export function attachPairs(words: readonly string[], head: number[], relation: readonly string[]): void {
  if (!words.some((word) => closes.has(word) || straight.has(word))) return;
  const hasDependents = new Uint8Array(words.length);
  for (const at of head) if (at >= 0) hasDependents[at] = 1;
  const isMark = (word: number): boolean => relation[word] === 'punct';
  for (const [open, close] of pairsOf(words, isMark)) {
    const inside = headInside(head, isMark, open, close);
    if (inside < 0) continue;
    for (const mark of [open, close]) if (hasDependents[mark] === 0) head[mark] = inside;
  }
}

/** Marks that belong together, in the order of the second one. */
function pairsOf(words: readonly string[], isMark: (word: number) => boolean): [number, number][] {
  const waiting = new Map<string, number[]>();
  const pairs: [number, number][] = [];
  for (const [at, word] of words.entries()) {
    const closing = straight.has(word) ? word : closings[word];
    if ((closing === undefined && !closes.has(word)) || !isMark(at)) continue;
    const before = waiting.get(word)?.pop();
    if (before !== undefined && at - before <= widest) pairs.push([before, at]);
    else if (closing !== undefined) openMarks(waiting, closing).push(at);
  }
  return pairs;
}

/** Places of the marks that wait for one that closes them. */
function openMarks(waiting: Map<string, number[]>, closing: string): number[] {
  const marks = waiting.get(closing) ?? [];
  waiting.set(closing, marks);
  return marks;
}

/** The one word between two marks whose head is not between them, -1 where there is none or more than one. */
function headInside(head: readonly number[], isMark: (word: number) => boolean, open: number, close: number): number {
  let found = -1;
  for (let word = open + 1; word < close; word++) {
    if (isMark(word) || (head[word]! > open && head[word]! < close)) continue;
    if (found >= 0) return -1;
    found = word;
  }
  return found;
}
