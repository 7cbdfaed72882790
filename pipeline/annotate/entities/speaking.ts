import type { Resources } from '../../resources/index.ts';
import type { Lexical } from '../document.ts';
import type { Told } from './clause-subjects.ts';

type Words = Pick<Lexical, 'tokens'>;

/** A form of a reporting verb, with the words that belong to it: "said", "pointed out". */
export function isCue({ tokens }: Words, { quotes }: Resources, at: number): boolean {
  if (tokens[at]?.pos !== 'VERB') return false;
  const { lower } = tokens[at];
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

/** "The dam will hold, she said.": what stands before it in the sentence is what is said; not "Kovač went on: “It will hold,” she said." */
export function isBehindContent({ tokens }: Words, { isQuoted, isCue }: Told, at: number): boolean {
  let verb = at + 1;
  while (verb < at + longest && !isCue(verb)) verb++;
  const isLast = tokens[verb + 1]?.pos === 'PUNCT' || tokens[verb + 1]?.sentence !== tokens[at]!.sentence;
  let opening = at - 1;
  while (opening >= 0 && isQuoted(opening)) opening--;
  const isIntroduced = opening < at - 1 && /^[:,]$/.test(tokens[opening]?.text ?? '');
  return isLast && !isIntroduced && (tokens[at - 1]?.text === ',' || isQuoted(at - 1));
}
