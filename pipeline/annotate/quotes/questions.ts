import { isVerbless } from './circumstances.ts';
import { questions } from './clause-start.ts';
import { cueAt } from './cues.ts';
import { endsWithComma, type Reading, type Run } from './reading.ts';
import type { Report } from './reported.ts';
import { speakerOf } from './speakers.ts';
import { subjectAfter } from './subjects.ts';

/** What somebody was asked: `Asked whether the dam would hold, he laughed`; `when asked by a reporter if …` names who asked. */
export function* findQuestions(reading: Reading, { first, end }: Run): Generator<Report> {
  for (let i = first; i < end - 1; i++) {
    const use = cueAt(reading, i);
    if (!use?.cue.frames.has('query') || use.isNegative || use.isUnreal) continue;
    if (!use.isPassive && !(i === first && /^VB[DN]$/.test(reading.tokens[i]!.tag))) continue;
    const asker = reading.tokens[use.end]?.lower === 'by' ? subjectAfter(reading, use.end + 1) : null;
    const at = behindDay(reading, asker?.end ?? use.end);
    if (!questions.has(reading.tokens[at]?.lower ?? '') || reading.markedAt[at] !== -1) continue;
    const clause = { first: at, end: endOf(reading, { first: at, end }) };
    if (isVerbless(reading, clause)) continue;
    const said = { cue: use.cue.lemma, medium: null, addressee: null, confidence: 0.75 };
    yield { ...speakerOf(reading, asker), ...said, clause };
  }
}

/** `asked [on Friday] whether`. */
function behindDay({ tokens, timeAt }: Reading, from: number): number {
  let at = tokens[from]?.lower === 'on' ? from + 1 : from;
  if (timeAt[at] !== 1) return from;
  while (timeAt[at] === 1) at++;
  return at;
}

/** A question ends at a comma or with its sentence. */
function endOf(reading: Reading, { first, end }: Run): number {
  for (let i = first; i < end; i++) if (endsWithComma(reading, i)) return i + (reading.markedAt[i] === -1 ? 0 : 1);
  return end;
}
