import type { Resources } from '../../resources/index.ts';
import type { Lexical } from '../document.ts';

type Words = Pick<Lexical, 'tokens'>;

/** A form of a reporting verb, with the words that belong to it: "said", "pointed out". */
export function isCue({ tokens }: Words, { quotes }: Resources, at: number): boolean {
  const { pos, lower } = tokens[at]!;
  if (pos !== 'VERB') return false;
  return (
    quotes.cues.get(lower)?.some(({ rest }) => rest.every((word, k) => tokens[at + 1 + k]?.lower === word)) ?? false
  );
}

const goesOn = new Set(['continue', 'begin', 'start', 'keep']);
const longest = 6;

/** "he said", "she has also said", "he went on to say"; not "he was told". */
export function isSpeaking(words: Words, resources: Resources, at: number): boolean {
  const { tokens } = words;
  let isPassive = false;
  for (let i = at + 1; i < at + longest && tokens[i]?.sentence === tokens[at]!.sentence; i++) {
    const { pos, lemma, tag } = tokens[i]!;
    const isOn = lemma === 'go' && tokens[i + 1]?.lower === 'on';
    if (!isOn && isCue(words, resources, i)) return !(isPassive && tag !== 'VBG');
    if (isOn) i++;
    else if (!/^(?:ADV|AUX|PART)$/.test(pos) && !goesOn.has(lemma)) return false;
    isPassive = lemma === 'be';
  }
  return false;
}
