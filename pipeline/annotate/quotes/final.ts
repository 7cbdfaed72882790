import { circumstancesAfter, isPlainLead, isVerbless } from './circumstances.ts';
import { cueAt } from './cues.ts';
import { isThird } from './dependence.ts';
import { canInvert } from './direct.ts';
import { type CueUse, endsWithComma, isFiniteVerb, type Reading, type Run } from './reading.ts';
import type { Report } from './reported.ts';
import { speakerOf } from './speakers.ts';
import { subjectAfter, subjectBefore } from './subjects.ts';

const furthest = 40;

/** `…, X said.`, `…, said X.`, `…, according to X.`: the clause before the comma, from the head of the sentence. */
export function findFinal(reading: Reading, { first, end }: Run): Report[] {
  for (let i = end - 1; i > first + 2 && end - i < furthest; i--) {
    const report = accordingTo(reading, i, { first, end }) ?? said(reading, i, { first, end });
    if (report) return [report];
  }
  return [];
}

function accordingTo(reading: Reading, i: number, { first, end }: Run): Report | null {
  const { tokens, markedAt } = reading;
  if (tokens[i - 1]?.text === ',' && tokens[i - 2]?.pos === 'SCONJ' && markedAt[i] === -1)
    return behindSource(reading, i, end);
  if (tokens[i]!.lower !== 'according' || tokens[i + 1]?.lower !== 'to' || markedAt[i] !== -1) return null;
  const speaker = subjectAfter(reading, i + 2) ?? upToComma(reading, i + 2, end);
  if (!speaker || !endsWithComma(reading, i - 1) || /^(?:[CS]CONJ|ADP|DET)$/.test(tokens[i - 2]?.pos ?? ''))
    return null;
  const by = { cue: 'according to', medium: null, addressee: null, confidence: 0.9 };
  const clause = { first, end: i };
  const isCut = tokens[i - 2]?.pos === 'AUX' && markedAt[i - 2] === -1;
  const rest = isCut || isOpen(reading, clause) ? restAfter(reading, speaker.end, end) : null;
  if (isCut && !rest) return null;
  if (!rest && tokens[first]!.pos === 'SCONJ' && !endsSoon(reading, speaker.end, end)) return null;
  return { ...speakerOf(reading, speaker), ...by, clause, ...(rest && { rest }) };
}

/** `because, according to X, it failed`: the clause behind the source. */
function behindSource(reading: Reading, i: number, end: number): Report | null {
  const { tokens } = reading;
  if (tokens[i]!.lower !== 'according' || tokens[i + 1]?.lower !== 'to') return null;
  const speaker = subjectAfter(reading, i + 2);
  if (!speaker || tokens[speaker.end]?.text !== ',') return null;
  const by = { cue: 'according to', medium: null, addressee: null, confidence: 0.85 };
  return { ...speakerOf(reading, speaker), ...by, clause: { first: speaker.end + 1, end } };
}

/** `the most recent average of polls`: what stands before the next comma, where it is no clause. */
function upToComma(reading: Reading, first: number, end: number): Run | null {
  let last = first;
  while (last < end && reading.tokens[last]!.pos !== 'PUNCT' && reading.markedAt[last] === -1) last++;
  return last > first && isVerbless(reading, { first, end: last }) ? { first, end: last } : null;
}

/** Nothing follows but more words on the speaker: no verb, no comma save before `which` or `who`. */
function endsSoon(reading: Reading, from: number, end: number): boolean {
  const { tokens } = reading;
  for (let i = from; i < end - 1; i++) {
    if (tokens[i]!.pos === 'PUNCT') return tokens[i]!.text === ',' && /^W/.test(tokens[i + 1]!.tag);
  }
  return end - from < 12 && isVerbless(reading, { first: from, end });
}

function said(reading: Reading, i: number, sentence: Run): Report | null {
  const use = cueAt(reading, i);
  if (!use || use.isPassive || use.isNegative || use.isParticiple || use.isInfinitive || use.isUnreal) return null;
  if (!use.cue.frames.has('clause') || use.cue.frames.has('marked')) return null;
  return invertedAt(reading, use, sentence) ?? plainAt(reading, use, sentence);
}

function invertedAt(reading: Reading, use: CueUse, { first, end }: Run): Report | null {
  if (!endsWithComma(reading, use.group - 1) || !canInvert(use) || isBareParticiple(reading, use)) return null;
  if (reading.tokens[use.group]!.pos === 'AUX') return null;
  const speaker = subjectAfter(reading, use.end);
  if (!speaker || reading.tokens[speaker.first]!.pos === 'PRON' || !isAside(reading, speaker.end)) return null;
  if (!hasMainVerb(reading, { first, end: use.group }) && takesThing(use) && hasSubjectBefore(reading, use.first))
    return null;
  const by = { cue: use.cue.lemma, medium: null, addressee: null, confidence: 0.85, cueAt: use.first };
  const clause = { first, end: use.group };
  const after = isOpen(reading, clause)
    ? (behindApposition(reading, speaker.end, end) ?? restAfter(reading, speaker.end, end))
    : null;
  if (!after && !isVerbless(reading, clause) && !hasMainVerb(reading, clause)) return null;
  return { ...speakerOf(reading, speaker), ...by, clause, ...(after && { rest: after }) };
}

/** `The truth, says Kovač, a writer, [is that …]`: what goes on behind an apposition. */
function behindApposition(reading: Reading, i: number, end: number): Run | null {
  const { tokens } = reading;
  if (tokens[i]?.text !== ',') return null;
  let next = i + 1;
  while (next < end && tokens[next]!.text !== ',' && !isFiniteVerb(tokens[next])) next++;
  return tokens[next]?.text === ',' && isFiniteVerb(tokens[next + 1]) ? { first: next + 1, end } : null;
}

/** `we asked, [written] many letters`. */
const isBareParticiple = ({ tokens }: Reading, { first, group }: CueUse): boolean =>
  first === group && tokens[first]!.tag === 'VBN';

/** `announced a merger`, but not `says Kovač`: a noun behind it may be its object. */
const takesThing = ({ cue: { frames } }: CueUse): boolean =>
  frames.has('thing') || frames.has('plea') || frames.has('news') || !frames.has('bare');

/** A finite verb stands in the run outside of relative clauses, so that it is a clause: no tree is asked. */
function hasMainVerb({ tokens, markedAt }: Reading, { first, end }: Run): boolean {
  let isRelative = false;
  for (let i = first; i < end; i++) {
    if (markedAt[i] !== -1) continue;
    if (/^W/.test(tokens[i]!.tag) || tokens[i]!.lower === 'that') isRelative = true;
    else if (isFiniteVerb(tokens[i]) && !isRelative) return true;
    else if (isFiniteVerb(tokens[i])) isRelative = tokens[i]!.pos === 'AUX';
  }
  return false;
}

/** `Kovač, who led the team, announced a merger`: the tree gives the verb a subject before it. */
function hasSubjectBefore({ tokens, document }: Reading, verb: number): boolean {
  const tree = document.trees.of(tokens[verb]!.sentence);
  return tree?.dependentsOf(verb).some((d) => d < verb && tree.relationOf(d) === 'nsubj') ?? false;
}

/** Nothing but an apposition, a circumstance or the end follows. */
const isAside = ({ tokens, markedAt }: Reading, i: number): boolean => {
  const token = tokens[i];
  if (token && markedAt[i] !== -1) return false;
  return !token || token.pos === 'PUNCT' || token.pos === 'ADP' || /^W/.test(token.tag);
};

function plainAt(reading: Reading, use: CueUse, sentence: Run): Report | null {
  const { end, medium, addressee } = circumstancesAfter(reading, use);
  const { tokens } = reading;
  const after = restAfter(reading, end, sentence.end);
  const tail = after ? null : tailAfter(reading, end, sentence.end);
  if (!after && !tail && !endsReport(reading, end, sentence.end)) return null;
  const boundary = boundaryBefore(reading, use.group, sentence.first);
  if (boundary === null || tokens[boundary - 2]?.pos === 'CCONJ') return null;
  const isAs = tokens[boundary]!.lower === 'as';
  const speaker = subjectBefore(reading, use.group, isAs ? boundary + 1 : boundary);
  if (!speaker || !isThird(reading, speaker) || !isPlainLead(reading, { first: boundary, end: speaker.first }))
    return null;
  const by = { cue: use.cue.lemma, medium, addressee, confidence: 0.9, cueAt: use.first };
  const clause = { first: sentence.first, end: boundary };
  const rest = tail ?? (after && isOpen(reading, clause) ? after : goesOn(reading, end, sentence.end));
  if (rest && isAdverb(reading, clause)) return { ...speakerOf(reading, speaker), ...by, clause: rest };
  if (isAs && (!rest || tokens[use.end]?.text !== ',')) return null;
  if (after && !rest && !endsReport(reading, end, sentence.end)) return null;
  return { ...speakerOf(reading, speaker), ...by, clause, ...(rest && { rest }) };
}

/** What goes on behind `…, he said, …`, in marks or not; null where the sentence ends or something else begins. */
function restAfter(reading: Reading, i: number, end: number): Run | null {
  const { tokens, markedAt } = reading;
  const next = tokens[i + 1];
  if (tokens[i]?.text !== ',' || i + 3 >= end || !next) return null;
  if (markedAt[i + 1] !== -1) return { first: i + 1, end };
  const isOwn = next.tag === 'VBG' || next.pos === 'CCONJ' || next.pos === 'SCONJ' || /^W/.test(next.tag);
  const hasVerb = !isOwn && !isVerbless(reading, { first: i + 1, end });
  return hasVerb ? { first: i + 1, end } : null;
}

/** `However, he said, …`: the reporter's word. */
const isAdverb = ({ tokens, markedAt }: Reading, { first, end }: Run): boolean =>
  tokens.slice(first, end).every(({ pos, index }) => markedAt[index] === -1 && /^(?:ADV|CCONJ|PUNCT)$/.test(pos));

const reasons = new Set(['because', 'if', 'unless', 'so']);

/** `…, he said, [because it rained]`, `[to stay]`, `[by an officer]`: what only the clause before can go on with, to the end of the sentence. */
function tailAfter(reading: Reading, i: number, end: number): Run | null {
  const { tokens, markedAt } = reading;
  const next = tokens[i + 1];
  if (tokens[i]?.text !== ',' || i + 3 >= end || !next || markedAt[i + 1] !== -1) return null;
  const tail = { first: i + 1, end };
  if (reasons.has(next.lower)) return tail;
  const isToDo = next.lower === 'to' && tokens[i + 2]?.tag === 'VB';
  const isPlain = next.pos === 'ADP' && !companions.has(next.lower) && isVerbless(reading, tail);
  return isToDo || (isPlain && !namesMedium(reading, i + 1)) ? tail : null;
}

const namesMedium = (reading: Reading, end: number): boolean =>
  circumstancesAfter(reading, { end, cue: { lemma: '', rest: [], frames: new Set() } }).medium !== null;

/** What stands beside a speaker as often as beside what is said. */
const companions = new Set(['with', 'after', 'before', 'as', 'like', 'until', 'since', 'during', 'via', 'through']);

/** `…, he said, and she wept`: a second clause, with a subject of its own. */
function goesOn(reading: Reading, i: number, end: number): Run | null {
  const { tokens, markedAt } = reading;
  if (tokens[i]?.text !== ',' || tokens[i + 1]?.lower !== 'and' || markedAt[i + 1] !== -1) return null;
  const first = tokens[i + 2];
  const isSubject = first !== undefined && markedAt[i + 2] === -1 && /^(?:PRON|DET|PROPN)$/.test(first.pos);
  return isSubject && !isVerbless(reading, { first: i + 2, end }) ? { first: i + 1, end } : null;
}

/** No clause of its own, so that more must come: `The plan`, `If it rains`. */
const isOpen = (reading: Reading, clause: Run): boolean => {
  const { pos, tag } = reading.tokens[clause.first]!;
  const last = reading.tokens[clause.end - 1]!.text === ',' ? clause.end - 2 : clause.end - 1;
  return pos === 'SCONJ' || tag === 'WRB' || reading.tokens[last]!.tag === 'WRB' || isVerbless(reading, clause);
};

/** The sentence ends here, or goes on with a participle, an apposition or another clause after `and`. */
function endsReport(reading: Reading, i: number, end: number): boolean {
  const { tokens, markedAt } = reading;
  if (i >= end || (i === end - 1 && tokens[i]!.pos === 'PUNCT')) return true;
  if (/^(?:-+|–|—)$/.test(tokens[i]!.text)) return true;
  if (tokens[i]!.text !== ',') return tokens[i]!.pos === 'ADP' && endsSoon(reading, i, end);
  const { tag, pos } = tokens[i + 1]!;
  if (markedAt[i + 1] !== -1) return false;
  return (
    tag === 'VBG' ||
    pos === 'CCONJ' ||
    pos === 'SCONJ' ||
    tag === 'WRB' ||
    pos === 'ADP' ||
    (pos === 'DET' && isVerbless(reading, { first: i, end }))
  );
}

/** First token of the words that attribute: after the comma before the speaker, an apposition included. */
function boundaryBefore(reading: Reading, group: number, first: number): number | null {
  let i = group - 1;
  if (reading.tokens[i]?.text === ',') {
    i = commaBefore(reading, i - 1, first);
    if (i === -1) return null;
    i--;
  }
  const comma = commaBefore(reading, i, first);
  return comma === -1 ? null : comma + 1;
}

/** The last token up to `i` that ends a clause with a comma, inside marks or outside, or -1. */
function commaBefore(reading: Reading, i: number, first: number): number {
  for (let at = i; at > first && i - at < furthest; at--) if (endsWithComma(reading, at)) return at;
  return -1;
}
