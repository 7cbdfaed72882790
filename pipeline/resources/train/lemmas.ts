import { type LemmaLexicon, lemmatize } from '#pipeline/annotate/lemma.ts';
import { type TaggerModel, tagSentence } from '#pipeline/annotate/tagger/index.ts';
import type { GoldSentence } from './conllu.ts';

/** Below this line of the lexicon stands what is derived; above it, what people write. */
export const derivedLine = '# Derived from the treebanks by npm run models; edit above this line.';

interface Form {
  readonly tag: string;
  readonly pos: string;
  readonly word: string;
  readonly lemmas: Map<string, number>;
}

/** Lines for the forms of the treebanks that rules and the lexicon so far do not bring to their lemma. */
export function deriveLemmas(
  sentences: readonly GoldSentence[],
  bases: ReadonlySet<string>,
  lexicon: LemmaLexicon,
): string[] {
  const forms = formsOf(sentences);
  const widened: LemmaLexicon = { irregular: lexicon.irregular, bases: new Set([...lexicon.bases, ...bases]) };
  const lines = [...bases].filter((line) => !lexicon.bases.has(line));
  for (const { tag, pos, word, lemmas } of forms) {
    const [lemma, count] = [...lemmas].reduce((best, next) => (next[1] > best[1] ? next : best));
    if (count < 3 || lexicon.irregular.has(`${tag} ${word}`) || !/^\S+$/.test(lemma) || /[#_]/.test(word + lemma))
      continue;
    if (lemmatize(word, pos, tag, widened).toLowerCase() !== lemma) lines.push(`${tag} ${word} ${lemma}`);
  }
  return lines.sort();
}

function formsOf(sentences: readonly GoldSentence[]): Iterable<Form> {
  const forms = new Map<string, Form>();
  for (const { words, lemmas, pos, tags } of sentences) {
    for (let at = 0; at < words.length; at++) {
      if (!/^(?:NNS?|JJ.?|RB.?|VB.?|MD|PRP.?|DT|POS)$/.test(tags[at]!)) continue;
      const word = words[at]!.toLowerCase().replaceAll('’', "'");
      const form = forms.get(`${tags[at]} ${word}`) ?? { tag: tags[at]!, pos: pos[at]!, word, lemmas: new Map() };
      forms.set(`${tags[at]} ${word}`, form);
      const lemma = lemmas[at]!.toLowerCase();
      form.lemmas.set(lemma, (form.lemmas.get(lemma) ?? 0) + 1);
    }
  }
  return forms.values();
}

/** Base forms of verbs, adjectives and adverbs: lemmas of the treebanks, and verbs that the tagger finds often in plain text. */
export function basesOf(
  sentences: readonly GoldSentence[],
  lines: readonly (readonly string[])[],
  model: TaggerModel,
): Set<string> {
  const counts = new Map<string, number>();
  for (const { lemmas, pos } of sentences) {
    for (let at = 0; at < lemmas.length; at++) {
      const tag = { VERB: 'VB', ADJ: 'JJ', ADV: 'JJ' }[pos[at]!];
      const lemma = lemmas[at]!.toLowerCase();
      if (tag === undefined || !/^[a-z]{2,}$/.test(lemma)) continue;
      if (tag === 'VB' || /(?:[^aeiou]e|y|[bdgmnt])$/.test(lemma))
        counts.set(`${tag} ${lemma}`, (counts.get(`${tag} ${lemma}`) ?? 0) + 1);
    }
  }
  const bases = [...counts].filter(([, count]) => count >= 2).map(([line]) => line);
  return new Set([...bases, ...oftenVerbs(lines, model)]);
}

function oftenVerbs(lines: readonly (readonly string[])[], model: TaggerModel): string[] {
  const counts = new Map<string, { verb: number; all: number }>();
  for (const line of lines) {
    const { tag } = tagSentence(model, line);
    for (const [at, word] of line.entries()) {
      if (!/^[a-z]{3,}$/.test(word)) continue;
      const count = counts.get(word) ?? { verb: 0, all: 0 };
      counts.set(word, count);
      count.all++;
      if (tag[at] === 'VB') count.verb++;
    }
  }
  return [...counts].filter(([, { verb, all }]) => verb >= 5 && verb * 10 > all).map(([word]) => `VB ${word}`);
}
