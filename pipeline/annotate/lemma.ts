/** What rules cannot know of lemmas. */
export interface LemmaLexicon {
  /** Penn tag and lower-case word to lemma. */
  readonly irregular: ReadonlyMap<string, string>;
  /** Base forms of verbs (`VB note`) and of adjectives and adverbs (`JJ large`). */
  readonly bases: ReadonlySet<string>;
}

/** Reads lines of `tag word lemma` (an irregular form) and `tag word` (a base form); `#` starts a comment. */
export function parseLemmaLexicon(text: string): LemmaLexicon {
  const irregular = new Map<string, string>();
  const bases = new Set<string>();
  for (const [index, line] of text.split('\n').entries()) {
    const [tag, word, lemma, extra] = line.replace(/#.*/, '').trim().split(/\s+/);
    if (tag === '') continue;
    if (word === undefined || extra !== undefined) {
      throw new SyntaxError(
        `lemma lexicon, line ${index + 1}: expected a tag, a word and perhaps a lemma, found "${line}"`,
      );
    }
    if (lemma === undefined) bases.add(`${tag} ${word}`);
    else irregular.set(`${tag} ${word}`, lemma);
  }
  return { irregular, bases };
}

/** The dictionary form of a word with its universal and Penn tag: lower-case, but a proper noun as it is written. */
export function lemmatize(word: string, pos: string, tag: string, lexicon: LemmaLexicon): string {
  if (pos === 'PROPN') return tag === 'NNPS' ? singular(word) : word;
  const known = metIn(lexicon, tag);
  const before = known.get(word);
  if (before !== undefined) return before;
  const lemma = readLemma(word.toLowerCase().replaceAll('’', "'"), tag, lexicon);
  if (known.size >= mostMet) known.clear();
  known.set(word, lemma);
  return lemma;
}

/** Lemmas of the words met by tag, so that none is worked out twice; beyond `mostMet` they are forgotten. */
const met = new WeakMap<LemmaLexicon, Map<string, Map<string, string>>>();
const mostMet = 5_000;

function metIn(lexicon: LemmaLexicon, tag: string): Map<string, string> {
  const byTag = met.get(lexicon) ?? new Map<string, Map<string, string>>();
  const known = byTag.get(tag) ?? new Map<string, string>();
  if (known.size === 0) met.set(lexicon, byTag.set(tag, known));
  return known;
}

function readLemma(lower: string, tag: string, lexicon: LemmaLexicon): string {
  const irregular = lexicon.irregular.get(`${tag} ${lower}`) ?? lexicon.irregular.get(`${twins[tag]} ${lower}`);
  if (irregular !== undefined) return irregular;
  if (tag === 'CD') return lower.replace(/(?<=\d),(?=\d{3})/g, '');
  const ending = endings[tag];
  if (ending !== undefined) return without(lower, ending, lexicon);
  if (tag === 'NNS') return singular(lower);
  return tag === 'VBZ' ? singular(lower, lexicon) : lower;
}

/** Tags whose irregular forms are mostly the same. */
const twins: Readonly<Record<string, string>> = { VBD: 'VBN', VBN: 'VBD', VB: 'VBP', RBR: 'JJR', RBS: 'JJS' };

/** The ending that a tag adds, and the tag of the base form. */
const endings: Readonly<Record<string, readonly [string, string]>> = {
  VBD: ['ed', 'VB'],
  VBN: ['ed', 'VB'],
  VBG: ['ing', 'VB'],
  JJR: ['er', 'JJ'],
  RBR: ['er', 'JJ'],
  JJS: ['est', 'JJ'],
  RBS: ['est', 'JJ'],
};

/** Takes the s off a plural noun or, where base forms are given, off a verb: cities, boxes, heroes. */
function singular(word: string, lexicon?: LemmaLexicon): string {
  const lower = word.toLowerCase();
  if (!lower.endsWith('s') || lower.length < 3 || /(?:ss|us|[^aeiou]is)$/.test(lower)) return word;
  const short = word.slice(0, -1);
  if (lexicon?.bases.has(`VB ${short}`)) return short;
  if (/[^aeiou]ies$/.test(lower) && word.length > 4) return `${word.slice(0, -3)}${sameCase('y', word)}`;
  return /(?:sh|ch|ss|x|zz|[^aeiou]o)es$/.test(lower) ? word.slice(0, -2) : short;
}

function sameCase(letter: string, word: string): string {
  return word === word.toUpperCase() ? letter.toUpperCase() : letter;
}

/** Takes an ending off and mends the stem, towards a known base form if there is one: planned, plan; noted, note. */
function without(word: string, [ending, tag]: readonly [string, string], { bases }: LemmaLexicon): string {
  const stem = word.slice(0, -ending.length);
  if (!word.endsWith(ending) || !/[aeiouy]/.test(stem)) return word;
  const candidates = [stem];
  if (/[^aeiou]i$/.test(stem) && ending !== 'ing') candidates.unshift(`${stem.slice(0, -1)}y`);
  const doubled = /([bdfgklmnprtvz])\1$/.test(stem);
  if (doubled) candidates.push(stem.slice(0, -1));
  candidates.push(`${stem}e`);
  if (ending === 'ing' && stem.endsWith('y')) candidates.push(`${stem.slice(0, -1)}ie`);
  const known = candidates.find((candidate) => bases.has(`${tag} ${candidate}`));
  if (known !== undefined) return known;
  if (candidates[0] !== stem) return candidates[0]!;
  if (doubled && !/(?:ll|ff|zz)$/.test(stem)) return stem.slice(0, -1);
  return wantsE(stem) ? `${stem}e` : stem;
}

/** One vowel and one consonant in a single syllable would have been doubled (planned), so an e is gone (fined). */
function wantsE(stem: string): boolean {
  if (/^[^aeiou]*[aeiou][^aeiouwxy]$/.test(stem)) return true;
  return /(?:[cuvz]|[^aeiou][gl]|[aeiou]s|[^aeiou]at|[^aeo]ut)$/.test(stem) && !/(?:[wr]l|ng)$/.test(stem);
}
