import { circumstancesAfter } from './circumstances.ts';
import { clauseEnd, lastEnd } from './clause-end.ts';
import { clauseAfter } from './clause-start.ts';
import { cueAt } from './cues.ts';
import { isDependent, isThird } from './dependence.ts';
import type { CueUse, Reading, Run } from './reading.ts';
import type { Report } from './reported.ts';
import { maySay } from './sayers.ts';
import { accordingTo, asSaid } from './sources.ts';
import { speakerOf } from './speakers.ts';
import { speakerBefore } from './who-speaks.ts';

/** `According to X, …`; `X said that …`, `X told Y (that) …`, and what follows it in the same way. */
export function findInitial(reading: Reading, sentence: Run): Report[] {
  const source = accordingTo(reading, sentence) ?? asSaid(reading, sentence);
  if (source) return [source];
  const reports: Report[] = [];
  for (let i = sentence.first; i < sentence.end; i++) {
    const use = cueAt(reading, i);
    const report = use && reportOf(reading, use, sentence);
    if (!report) continue;
    reports.push(report);
    i = report.clause.end - 1;
  }
  return reports;
}

function reportOf(reading: Reading, use: CueUse, sentence: Run): Report | null {
  const { cue } = use;
  if (
    !(cue.frames.has('clause') || cue.frames.has('query')) ||
    use.isPassive ||
    use.isNegative ||
    use.isUnreal ||
    use.isInfinitive
  )
    return null;
  const beside = circumstancesAfter(reading, use);
  const first = clauseAfter(reading, use, beside);
  if (first === null || first >= sentence.end) return null;
  const speaker = speakerBefore(reading, use, sentence.first);
  if (!speaker || !isThird(reading, speaker)) return null;
  if (cue.frames.has('voice') && !maySay(reading, use, speaker)) return null;
  const end = isDependent(reading, use, speaker)
    ? lastEnd(reading, use, speaker, { first, end: sentence.end }, sentence.first)
    : sentence.end;
  if (end === null || cue.frames.has('paper')) return null;
  const last = clauseEnd(reading, first, end);
  if (last === null) return null;
  const { medium, addressee } = beside;
  const hasThat = reading.tokens[first - 1]!.lower === 'that';
  const said = { cue: cue.lemma, medium, addressee, confidence: hasThat ? 0.9 : 0.85 };
  return { ...speakerOf(reading, speaker), ...said, clause: { first, end: last }, verb: use.first };
}
