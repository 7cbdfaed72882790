/** Words that headlines leave in lower case. */
const small = new Set('a an the and or but nor for of in on at to by as from with into over vs via'.split(' '));

/** The words as a headline capitalises them. */
export function titleCase(words: readonly string[]): string[] {
  return words.map((word, index) =>
    index > 0 && small.has(word.toLowerCase()) ? word : word.charAt(0).toUpperCase() + word.slice(1),
  );
}

/** The words in capitals. */
export function upperCase(words: readonly string[]): string[] {
  return words.map((word) => word.toUpperCase());
}

/** The sentence in a casing drawn at random: mostly as it is, now and then as a headline or in capitals. */
export function noisyCasing(words: readonly string[], random: () => number): readonly string[] {
  const drawn = random();
  if (drawn < 0.08) return titleCase(words);
  if (drawn < 0.12) return upperCase(words);
  return words;
}
