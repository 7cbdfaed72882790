import type { Proposal, Reading } from '../reading.ts';

/** Acronyms with their expansion: "the Panhellenic Union of Ferry Crews (PUFC)". */
export function* definitions(reading: Reading): Generator<Proposal> {
  const { tokens, runs } = reading;
  for (const [r, run] of runs.entries()) {
    const acronym = tokens[run.first]!;
    if (run.end !== run.first + 1 || !/^[A-Z][A-Za-z]*[A-Z]$/.test(acronym.text) || acronym.text.length > 8) continue;
    if (isAlias(reading, run.first)) {
      yield { first: run.first, end: run.end, type: 'organization', weight: 1, basis: 'pattern' };
    }
    if (tokens[run.first - 1]?.text !== '(' || tokens[run.end]?.text !== ')') continue;
    const spelt = expansionStart(reading, run.first - 1, acronym.text);
    const first = spelt ?? translated(reading, r, acronym.text);
    if (first === null) continue;
    yield { first, end: run.first - 1, type: 'organization', weight: 1.2, basis: 'pattern' };
    yield { first: run.first, end: run.end, type: 'organization', weight: 1.2, basis: 'pattern' };
  }
}

/** "the Slovenian Environment Agency, known as ARSO". */
const isAlias = ({ tokens, resources }: Reading, at: number): boolean =>
  tokens[at - 1]?.lower === 'as' &&
  tokens[at - 2]?.lower === 'known' &&
  resources.names.organizationWords.has(tokens[at - 4]?.text ?? '');

/** A run with an organization's word before the bracket: the acronym may be that of another language. */
function translated({ tokens, runs, resources }: Reading, at: number, acronym: string): number | null {
  const run = runs[at - 1];
  if (run?.end !== runs[at]!.first - 1 || !resources.names.organizationWords.has(tokens[run.end - 1]!.text))
    return null;
  let first = run.first;
  for (let r = at - 1; r >= 0 && r > at - 5; r--) {
    const { first: start, end } = runs[r]!;
    if (tokens[start]!.text[0] === acronym[0]) first = start;
    const gap = start - (runs[r - 1]?.end ?? -9);
    if (gap > 2 || !/^(?:of|and|for|the)$/.test(tokens[start - 1]!.lower) || end <= start) break;
  }
  return first;
}

/** First token of the words before `end` whose initials spell the acronym, small words left out. */
function expansionStart({ tokens }: Pick<Reading, 'tokens'>, end: number, acronym: string): number | null {
  const letters = acronym.toUpperCase();
  let left = letters.length;
  for (let i = end - 1; i >= 0 && end - i <= 3 * letters.length && left > 0; i--) {
    const { text, sentence } = tokens[i]!;
    if (sentence !== tokens[end]!.sentence) return null;
    if (!/^\p{Lu}/u.test(text)) {
      if (!/^(?:of|the|for|and|in|on|to|de|del|la|&|-|'|’|'s|’s)$/.test(text)) return null;
      continue;
    }
    if (text[0] !== letters[left - 1]) {
      if (letters.slice(0, left).endsWith(text.slice(0, 2).toUpperCase())) left -= 2;
      else return null;
    } else left--;
    if (left === 0) return i;
  }
  return null;
}
