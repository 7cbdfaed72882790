import type { Token } from '../document.ts';
import { cueAt } from './cues.ts';
import { leadsClause } from './noun-phrases.ts';
import { type CueUse, endsWithComma, isDash, isFiniteVerb, type Reading, type Run } from './reading.ts';

/** A clause longer than this is a list or a text without full stops. */
const longest = 120;

/** `It comes after she told Reuters he would stay[, who …]`: behind a main clause it ends with the sentence or at a comma; else null. */
export function lastEnd(
  { tokens, markedAt }: Reading,
  use: CueUse,
  speaker: Run,
  clause: Run,
  from: number,
): number | null {
  const before = tokens[speaker.first - 1];
  if (!before || !leadsClause(before) || unreal.has(before.lower) || /^W/.test(tokens[use.group - 1]!.tag)) return null;
  if (!tokens.slice(from, speaker.first).some(isFiniteVerb)) return null;
  for (let i = clause.first; i < clause.end; i++) {
    if (markedAt[i] !== -1) continue;
    if (tokens[i]!.text === ',') return isRelativeNext(tokens, i + 1) && before.lower !== 'that' ? i : null;
    if (tokens[i]!.pos === 'CCONJ') return null;
  }
  return clause.end;
}

const isRelativeNext = (tokens: readonly Token[], i: number): boolean => /^W/.test(tokens[i]?.tag ?? '');

/** Under these nothing is said to have been said. */
export const unreal = new Set(['if', 'unless', 'whether', 'until', 'lest', 'before']);

/** Where the reported clause ends: before another report in the same sentence, else with the sentence; null where that is open. */
export function clauseEnd(reading: Reading, first: number, end: number): number | null {
  const { tokens, markedAt } = reading;
  if (end - first > longest) return null;
  for (let i = first; i < end - 1; i++) {
    if (endsWithComma(reading, i)) {
      if (endsAtComma(reading, i + 1, end) || isNextLabel(reading, i + 1)) return i + (markedAt[i] === -1 ? 0 : 1);
      if (markedAt[i + 1] === -1 && markedAt[i + 2] === -1 && /^(?:but|although|though)$/.test(tokens[i + 1]!.lower))
        return null;
    }
    const { pos, lower } = tokens[i]!;
    if (markedAt[i] === -1 && isDash(tokens[i]!) && tokens[i - 1]!.end < tokens[i]!.start)
      if (cueAt(reading, i + 1)?.isParticiple) return i;
    if (markedAt[i] === -1 && pos === 'CCONJ' && (lower === 'and' || lower === 'but') && isNextReport(reading, i + 1))
      return i;
  }
  return end;
}

function endsAtComma(reading: Reading, next: number, end: number): boolean {
  const { tokens } = reading;
  if (tokens[next]!.lower === 'according') return true;
  if (tokens[next]!.lower === 'as' && tokens[next + 1]?.tag === 'VBN') return true;
  const at = tokens[next]!.pos === 'ADV' ? next + 1 : next;
  const use = cueAt(reading, at);
  if (use?.isParticiple && !use.cue.frames.has('label')) return true;
  if (!/^(?:but|and|while|though|although)$/.test(tokens[next]!.lower)) return false;
  if (tokens[next]!.pos === 'CCONJ' && isNextReport(reading, next + 1)) return true;
  for (let i = next + 1; i < Math.min(end, next + 10); i++) {
    const later = cueAt(reading, i);
    if (later && isFiniteVerb(tokens[i]) && later.cue.frames.has('clause') && !later.cue.frames.has('paper'))
      return true;
    if (isFiniteVerb(tokens[i])) return false;
  }
  return false;
}

/** `and stressed that …`, `and arguing that …`, `and called it “…”`: the same speaker says more. */
function isNextReport(reading: Reading, at: number): boolean {
  const use = cueAt(reading, reading.tokens[at]?.pos === 'ADV' ? at + 1 : at);
  if (!use) return false;
  const { frames } = use.cue;
  if (use.isParticiple) return frames.has('clause') || (frames.has('thing') && hasMarksAhead(reading, use.end));
  if (!isFiniteVerb(reading.tokens[use.first])) return false;
  return (
    (frames.has('clause') && !frames.has('paper')) ||
    (frames.has('plea') && use.cue.rest.length > 0) ||
    (frames.has('label') && hasMarksAhead(reading, use.end))
  );
}

/** `…, called it “…” and left`. */
function isNextLabel(reading: Reading, at: number): boolean {
  const use = cueAt(reading, at);
  return use?.cue.frames.has('label') === true && isFiniteVerb(reading.tokens[at]) && hasMarksAhead(reading, use.end);
}

function hasMarksAhead({ tokens, markedAt }: Reading, at: number): boolean {
  for (let i = at; i < at + 12 && tokens[i]?.sentence === tokens[at]?.sentence; i++)
    if (markedAt[i] !== -1) return true;
  return false;
}
