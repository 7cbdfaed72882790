import type { GoldSentence } from './conllu.ts';
import type { NameReading } from './name-gold.ts';
import { anything, type NameSentence } from './name-sentence.ts';

/** Any label but outside. */
const someName = anything - 1;
/** Words that stand inside names between proper nouns. */
const bridges = new Set("of the for and & de la del von van der bin al in on at - – ' ’ 's ’s .".split(' '));

/**
 * Sentences of a treebank whose Penn tags say where names are, not of which type: a proper noun belongs to some name, a word between two
 * of them may, all others do not. What is open is summed over when the field learns. Names of days and months belong to none;
 * titles, groups and proper nouns without a capital may be anything. Sentences without a proper noun are left out.
 */
export function treebankNames(sentences: readonly GoldSentence[], { lists }: NameReading): NameSentence[] {
  return sentences
    .filter(({ tags }) => tags.some(isProper))
    .map(({ words, tags }) => {
      const allowed = Uint32Array.from(words, (word, at) => alone(word, tags[at]!));
      for (let at = 1; at < words.length; at++) {
        const beside = allowed[at - 1]! !== 1;
        const reaches =
          isProper(tags[at + 1] ?? '') || (bridges.has(words[at + 1] ?? '') && isProper(tags[at + 2] ?? ''));
        const bridge = bridges.has(words[at]!.toLowerCase()) && reaches;
        if (allowed[at] === 1 && beside && (bridge || /^\d+$/.test(words[at]!))) allowed[at] = anything;
      }
      return { words, allowed };
    });

  function alone(word: string, tag: string): number {
    const lower = word.toLowerCase();
    const capital = /\p{Lu}/u.test(word);
    if (!isProper(tag)) return capital && (tag === 'JJ' || lists.groups.has(lower)) ? anything : 1;
    if (lists.days.has(lower.replace(/\.$/, ''))) return 1;
    const open = !/^\p{Lu}/u.test(word) || lists.groups.has(lower) || lists.titles.has(lower);
    return open ? anything : someName;
  }
}

function isProper(tag: string): boolean {
  return tag.startsWith('NNP');
}
