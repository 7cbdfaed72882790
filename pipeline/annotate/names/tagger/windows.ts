/** Small words that may stand between two capitalised words of one name. */
const bridge = 3;

/** Tags of words that make no name alone at the head of a sentence: articles, pronouns, prepositions, conjunctions, adverbs. */
const plain = /^(?:DT|PRP\$?|IN|CC|MD|TO|EX|W.*|UH|RB)$/;

/**
 * Stretches of words [first, end) where names may be: capitalised words, the numbers beside them and the few words between them. All
 * other words are outside any name; nearly all words of a text are, and need no scores.
 */
export function windowsOf(words: readonly string[], tags: readonly string[]): [number, number][] {
  const windows: [number, number][] = [];
  let open: [number, number] | null = null;
  for (let at = 0; at < words.length; at++) {
    if (!mayName(words[at]!)) continue;
    const from = at > 0 && isNumber(words[at - 1]!) ? at - 1 : at;
    const end = at + 1 < words.length && isNumber(words[at + 1]!) ? at + 2 : at + 1;
    if (open !== null && from - open[1] <= bridge) open[1] = end;
    else {
      open = [from, end];
      windows.push(open);
    }
  }
  return windows.filter(([first, end]) => !(first === 0 && end === 1 && plain.test(tags[0] ?? '')));
}

const mayName = (word: string): boolean => /\p{Lu}|\p{Lt}|\p{Lo}/u.test(word);

const isNumber = (word: string): boolean => /^['’]?\d/.test(word);
