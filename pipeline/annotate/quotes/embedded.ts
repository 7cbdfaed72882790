import { circumstancesAfter } from './circumstances.ts';
import { cueAt } from './cues.ts';
import { isThird } from './dependence.ts';
import { type CueUse, isFiniteVerb, isNominative, type Reading, type Run } from './reading.ts';
import type { Report } from './reported.ts';
import { speakerOf } from './speakers.ts';
import { subjectBefore } from './subjects.ts';

const longestSpeaker = 10;
const fewestWords = 4;

/** What is said of something in a relative clause: `the strike, which the mayor said [had hurt the town]`. */
export function* findEmbedded(reading: Reading, { first, end }: Run): Generator<Report> {
  for (let i = first + 2; i < end - 1; i++) {
    const use = cueAt(reading, i);
    const report = use && mayReport(use) ? embeddedAt(reading, use, { first, end }) : null;
    if (report) yield report;
  }
}

const mayReport = ({ cue, isPassive, isNegative, isUnreal, isInfinitive, isParticiple }: CueUse): boolean =>
  cue.frames.has('clause') &&
  !cue.frames.has('marked') &&
  !(isPassive || isNegative || isUnreal || isInfinitive || isParticiple);

/** A verb of saying right before another verb, whose subject is the relative pronoun before the speaker. */
function embeddedAt(reading: Reading, use: CueUse, sentence: Run): Report | null {
  const { tokens } = reading;
  const verb = tokens[use.end]?.pos === 'ADV' ? use.end + 1 : use.end;
  if (!isVerb(reading, verb)) return null;
  const pronoun = relativeBefore(reading, use.group, sentence.first);
  if (pronoun === null) return null;
  const speaker = subjectBefore(reading, use.group, pronoun + 1);
  if (!speaker || !isThird(reading, speaker)) return null;
  const last = clauseEnd(reading, use.end, sentence.end);
  if (last - use.end < fewestWords) return null;
  const { medium } = circumstancesAfter(reading, { end: last, cue: { ...use.cue, frames: new Set() } });
  return {
    ...speakerOf(reading, speaker),
    cue: use.cue.lemma,
    medium,
    addressee: null,
    confidence: 0.85,
    clause: { first: use.end, end: last },
  };
}

const isVerb = ({ tokens, markedAt }: Reading, at: number): boolean => markedAt[at] === -1 && isFiniteVerb(tokens[at]);

/** The relative pronoun right before the speaker: no verb and no other clause stands between. */
function relativeBefore({ tokens, markedAt }: Reading, group: number, first: number): number | null {
  for (let i = group - 1; i >= first && group - i <= longestSpeaker; i--) {
    const { tag, lower, pos } = tokens[i]!;
    if (markedAt[i] !== -1 || pos === 'PUNCT' || isFiniteVerb(tokens[i]) || pos === 'SCONJ') {
      if (!(pos === 'SCONJ' && lower === 'that')) return null;
    }
    if (lower === 'what') return null;
    if (/^W(?:DT|P)$/.test(tag) || (lower === 'that' && pos !== 'DET')) return i === group - 1 ? null : i;
    if (isNominative(tokens[i]) && i !== group - 1) return null;
  }
  return null;
}

/** A relative clause ends with the sentence, or at a comma, dash or colon. */
function clauseEnd({ tokens, markedAt }: Reading, first: number, end: number): number {
  let i = first;
  while (i < end && !(markedAt[i] === -1 && tokens[i]!.pos === 'PUNCT' && tokens[i]!.tag !== 'HYPH')) i++;
  return i;
}
