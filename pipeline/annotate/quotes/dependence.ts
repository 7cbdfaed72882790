import { headOf } from './noun-phrases.ts';
import type { CueUse, Reading, Run } from './reading.ts';

/** What the author or the reader says is no report. */
export function isThird(reading: Reading, { first, end }: Run): boolean {
  const { tokens } = reading;
  const head = headOf(tokens, first, end);
  if (head === undefined || /^(?:no|neither|nobody|none|nothing|few)$/.test(tokens[first]!.lower)) return false;
  if (tokens[first - 1]?.lower === 'not' || isAsked(reading, first)) return false;
  return head.pos !== 'PRON' || !/^(?:i|we|you|one|there)$/.test(head.lower);
}

/** `Will the ministers say …?` */
function isAsked({ tokens, document, markedAt }: Reading, subject: number): boolean {
  if (tokens[subject - 1]?.pos !== 'AUX') return false;
  const last = document.sentences[tokens[subject]!.sentence]!.endToken - 1;
  return tokens[last]!.text === '?' && markedAt[last] === -1;
}

/** The report stands in a clause of its own that may end before the sentence: `the men who said …`, `after he said …`. */
export function isDependent({ tokens }: Reading, use: CueUse, speaker: Run): boolean {
  if (/^W/.test(tokens[use.group - 1]?.tag ?? '') || tokens[use.group - 1]?.lower === 'that') return true;
  const before = tokens[tokens[speaker.first - 1]?.tag === 'RB' ? speaker.first - 2 : speaker.first - 1];
  return (
    before !== undefined &&
    !use.isParticiple &&
    (before.pos === 'SCONJ' || before.pos === 'ADP' || /^W/.test(before.tag))
  );
}
