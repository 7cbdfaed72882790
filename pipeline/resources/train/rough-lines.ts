const wordPattern =
  /n['’]t\b|['’](?:s|re|ve|ll|d|m)\b|\p{L}+?(?=n['’]t\b)|[\p{L}\p{M}]+(?:\.\p{L})*|\d+(?:[.,]\d+)*|\S/giu;

/** Splits plain text into lines of words, roughly. */
export function roughLines(text: string): string[][] {
  return text.split('\n').map((line) => line.match(wordPattern) ?? []);
}
