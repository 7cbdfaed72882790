/** Words that every English text is full of; no other language has more than a few of them. */
const common = new Set(
  (
    'the and of to that with for was is are have has from this which by said their they been were would will it on at be not ' +
    'but who his her'
  ).split(' '),
);

/** Fewest words by which a text is known. */
const fewWords = 40;
/** Share of its words that are common ones: a third in prose; a twentieth in Danish and Dutch. */
const leastShare = 0.12;
/** Different ones among them. */
const leastDifferent = 5;

/** Is a text English beyond doubt? False says nothing: headlines, lists and names have few common words. */
export function isPlainlyEnglish(text: string): boolean {
  const words = text.toLowerCase().match(/\p{L}+/gu) ?? [];
  const found = words.filter((word) => common.has(word));
  return words.length >= fewWords && found.length >= leastShare * words.length && new Set(found).size >= leastDifferent;
}
