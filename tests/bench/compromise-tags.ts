import type { Peer } from './peer.ts';
import type { PlainSentence } from './plain-sentences.ts';

interface Term {
  readonly text: string;
  readonly tags: readonly string[];
  readonly offset: { readonly start: number; readonly length: number };
}

/** The words of a text with their tags, by compromise. */
export type CompromiseTagger = (text: string) => Term[];

/** Universal tags that a tag of compromise is taken for, first match first; several where its tag set is coarser: all count as right. */
const universal: readonly (readonly [tag: string, pos: string])[] = [
  ['Negative', 'PART'],
  ['Auxiliary', 'AUX VERB'],
  ['Modal', 'AUX'],
  ['Copula', 'AUX'],
  ['Particle', 'ADP ADV'],
  ['QuestionWord', 'PRON ADV SCONJ DET'],
  ['Pronoun', 'PRON'],
  ['Determiner', 'DET PRON'],
  ['Date', 'PROPN NOUN NUM'],
  ['Value', 'NUM ADJ'],
  ['ProperNoun', 'PROPN'],
  ['Preposition', 'ADP SCONJ PART'],
  ['Conjunction', 'CCONJ SCONJ'],
  ['Expression', 'INTJ'],
  ['Verb', 'VERB AUX'],
  ['Adjective', 'ADJ'],
  ['Adverb', 'ADV'],
  ['Noun', 'NOUN'],
];

/** Loads compromise as a tagger. */
export async function compromiseTagger(peer: Peer): Promise<CompromiseTagger> {
  type View = { compute(what: string): View; json(options: object): { terms: Term[] }[] };
  const { default: read } = (await import(peer.address)) as { default: (text: string) => View };
  return (text) =>
    read(text)
      .compute('offset')
      .json({ offset: true })
      .flatMap((sentence) => sentence.terms);
}

/** Share of the words other than punctuation whose tag may stand for the gold one. */
export function shareOfPeer(tagger: CompromiseTagger, sentences: readonly PlainSentence[]): number {
  let [right, all] = [0, 0];
  for (const { text, words } of sentences) {
    const terms = tagger(text);
    for (const { start, pos } of words) {
      if (pos === 'PUNCT') continue;
      all++;
      if (mayBe(tagsAt(terms, start), pos)) right++;
    }
  }
  return right / all;
}

/** Tags of the term over an offset; the second half of a contraction is a term without text behind it. */
function tagsAt(terms: readonly Term[], start: number): readonly string[] {
  const at = terms.findIndex(({ offset }) => offset.start <= start && start < offset.start + offset.length);
  const next = terms[at + 1];
  const isSecond = at >= 0 && terms[at]!.offset.start < start && next?.text === '';
  return (isSecond ? next : terms[at])?.tags ?? [];
}

function mayBe(tags: readonly string[], pos: string): boolean {
  const found = universal.find(([tag]) => tags.includes(tag));
  return found?.[1].split(' ').includes(pos) ?? false;
}
