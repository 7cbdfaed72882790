import { firstWord, type LinePatterns } from '../../resources/layout.ts';

const longest = 240;

/** Is the line one of those known by their words: "Sign up for …", "Photo: …"? */
export function matches(line: string, patterns: LinePatterns): boolean {
  if (line.length > longest) return false;
  const plain = line.toLowerCase().replaceAll('’', "'").replace(/\s+/g, ' ').trim();
  if (patterns.whole.has(plain.replace(/(?<![.:!…»›>\]])[.:!…»›>\]]+$/, '').replace(/^[[«‹<]+/, ''))) return true;
  const starts = patterns.starts.get(firstWord(plain));
  return (
    (starts?.some((start) => startsWithWords(plain, start)) ?? false) ||
    patterns.holds.some((part) => plain.includes(part)) ||
    patterns.ends.some((end) => plain.endsWith(end))
  );
}

const startsWithWords = (line: string, start: string): boolean =>
  line.startsWith(start) && !(/\p{L}$/u.test(start) && /^\p{L}/u.test(line.slice(start.length)));

/** "By Jane Doe": a line of its own with names alone. */
export const isByline = (line: string): boolean =>
  line.length <= 80 && /^(?:By|BY)(?: (?:and|AND|for|FOR|in|IN|\p{Lu}[\p{L}\p{M}.'’-]*,?)){2,10}$/u.test(line);
