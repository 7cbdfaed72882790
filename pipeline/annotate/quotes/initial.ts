import type { Token } from '../document.ts';
import { circumstancesAfter, isVerbless } from './circumstances.ts';
import { mentionAround } from './mentions.ts';
import {
  type CueUse,
  cueAt,
  endsWithComma,
  isDash,
  isFiniteVerb,
  isNominative,
  type Reading,
  type Run,
} from './reading.ts';
import type { Report } from './reported.ts';
import { isMedium, maySay } from './sayers.ts';
import { speakerOf } from './speakers.ts';
import { headOf, leadsClause, nounsFrom, speakerBefore } from './subjects.ts';

/** A clause longer than this is a list or a text without full stops. */
const longest = 120;
const longestAside = 8;

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

function accordingTo(reading: Reading, { first, end }: Run): Report | null {
  const { tokens } = reading;
  if (tokens[first]!.lower !== 'according' || tokens[first + 1]?.lower !== 'to') return null;
  const speaker = nounsFrom(reading, first + 2) ?? someFrom(tokens, first + 2);
  if (!speaker) return null;
  let comma = speaker.end;
  const isOfDate = (i: number) => tokens[i - 1]!.pos === 'NUM' && tokens[i + 1]?.pos === 'NUM';
  while (comma < end && comma - first < 24 && (tokens[comma]!.text !== ',' || isOfDate(comma))) comma++;
  if (comma >= end || tokens[comma]!.text !== ',') return null;
  if (comma !== speaker.end && tokens[speaker.end]!.pos !== 'ADP' && !isOfDate(speaker.end)) return null;
  const named = comma === speaker.end ? nameOfRole(reading, speaker, end) : null;
  comma = named ? named.end : pastApposition(reading, speaker, comma, end);
  const said = { cue: 'according to', medium: null, addressee: null, confidence: 0.9 };
  return { ...speakerOf(reading, named ?? speaker), ...said, clause: { first: comma + 1, end } };
}

/** `As Kovač noted on Friday, [the dam is old]`. */
function asSaid(reading: Reading, { first, end }: Run): Report | null {
  const { tokens } = reading;
  const as = tokens[first]!.pos === 'CCONJ' ? first + 1 : first;
  if (tokens[as]?.lower !== 'as') return null;
  for (let i = as + 2; i < end && i - as < longestAside * 2 && tokens[i]!.text !== ','; i++) {
    const use = cueAt(reading, i);
    if (!use) continue;
    if (!use.cue.frames.has('direct') || !use.cue.frames.has('clause') || !isFiniteVerb(tokens[i]) || !isPlainUse(use))
      return null;
    const { end: comma, medium, addressee } = circumstancesAfter(reading, use);
    const speaker = tokens[comma]?.text === ',' ? speakerBefore(reading, use, as + 1) : null;
    if (speaker?.first !== as + 1 || !isThird(reading, speaker) || !maySay(reading, use, speaker)) return null;
    const said = { cue: use.cue.lemma, medium, addressee, confidence: 0.85, cueAt: i };
    return { ...speakerOf(reading, speaker), ...said, clause: { first: comma + 1, end } };
  }
  return null;
}

const isPlainUse = ({ isPassive, isNegative, isUnreal, isInfinitive, isParticiple }: CueUse): boolean =>
  !(isPassive || isNegative || isUnreal || isInfinitive || isParticiple);

/** `some on Twitter`. */
const someFrom = (tokens: readonly Token[], at: number): Run | null =>
  headOf(tokens, at, at + 1) ? { first: at, end: at + 1 } : null;

/** `the town's mayor, [Ana Kovač],`: the one person of whom a singular phrase tells, a clause behind the name. */
function nameOfRole(reading: Reading, speaker: Run, end: number): Run | null {
  const { tokens, lexicon } = reading;
  const head = headOf(tokens, speaker.first, speaker.end);
  const isOwned = tokens[speaker.first]!.pos === 'DET' || tokens[speaker.first]!.tag === 'PRP$';
  if (head?.tag !== 'NN' || !isOwned || isMedium(reading, head) || lexicon.nouns.has(head.lower)) return null;
  const named = nounsFrom(reading, speaker.end + 1);
  if (!named || tokens[named.end]?.text !== ',' || named.end >= end - 2 || !isPerson(reading, named)) return null;
  for (let i = named.first; i < named.end; i++) if (tokens[i]!.pos !== 'PROPN') return null;
  return startsClause(reading, named.end + 1) && !isListed(reading, named.end + 1) ? named : null;
}

/** Another person's name that "and" or a comma follows. */
function isListed(reading: Reading, at: number): boolean {
  const next = nounsFrom(reading, at);
  if (!next || !isPerson(reading, next)) return false;
  const { tokens } = reading;
  return tokens[next.end]?.text === ',' || tokens.slice(at, next.end + 1).some(({ pos }) => pos === 'CCONJ');
}

/** The comma behind `X, the town's mayor,` where X is a name; else the first one. */
function pastApposition(reading: Reading, speaker: Run, comma: number, end: number): number {
  const { tokens } = reading;
  if (tokens[comma - 1]!.pos !== 'PROPN' || tokens[comma + 1]?.pos === 'ADP') return comma;
  let next = comma + 1;
  while (next < end && next - comma < longestAside * 2 && tokens[next]!.text !== ',') next++;
  if (tokens[next]?.text !== ',' || next >= end) return comma;
  const hasNoun = tokens.slice(comma + 1, next).some((t) => t.pos === 'NOUN');
  const isClauseAfter = !isVerbless(reading, { first: next, end }) && tokens[next + 1]?.pos !== 'CCONJ';
  const isOfName = isPerson(reading, speaker) || /^an?$/.test(tokens[comma + 1]!.lower);
  return hasNoun && isClauseAfter && isVerbless(reading, { first: comma, end: next }) && isOfName ? next : comma;
}

const isPerson = ({ tokens, document }: Reading, { first, end }: Run): boolean => {
  const head = headOf(tokens, first, end);
  const mention = head ? mentionAround(document.mentions, head) : null;
  return mention !== null && document.mentions[mention]!.type === 'person';
};

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

/** What the author or the reader says is no report. */
export function isThird({ tokens }: Reading, { first, end }: Run): boolean {
  const head = headOf(tokens, first, end);
  if (head === undefined || /^(?:no|neither|nobody|none|nothing|few)$/.test(tokens[first]!.lower)) return false;
  if (tokens[first - 1]?.lower === 'not') return false;
  return head.pos !== 'PRON' || !/^(?:i|we|you|one|there)$/.test(head.lower);
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

/** Words that lead in a reported question. */
export const questions = new Set(['whether', 'if', 'why', 'how', 'what', 'who', 'when', 'where', 'which']);

/** `It comes after she told Reuters he would stay[, who …]`: behind a main clause it ends with the sentence or at a comma; else null. */
function lastEnd({ tokens, markedAt }: Reading, use: CueUse, speaker: Run, clause: Run, from: number): number | null {
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

/** First token of the reported clause; null where none begins plainly. */
function clauseAfter(
  reading: Reading,
  use: CueUse,
  { end, plainEnd }: { end: number; plainEnd: number },
): number | null {
  const { tokens, markedAt } = reading;
  for (const at of [use.end, plainEnd, end]) {
    if (use.cue.frames.has('query') && questions.has(tokens[at]?.lower ?? '') && markedAt[at] === -1) return at;
  }
  if (!use.cue.frames.has('clause')) return null;
  for (const at of [use.end, plainEnd, end]) {
    const that = tokens[at]?.text === ',' && at !== use.end ? at + 1 : at;
    if (tokens[that]?.lower === 'that' && !isFiniteVerb(tokens[that + 1])) return that + 1;
  }
  const aside = tokens[use.end]?.text === ',' ? thatAfterAside(tokens, use.end + 1) : thatAhead(reading, end);
  if (aside !== null) return aside;
  if (!use.cue.frames.has('bare') || (use.cue.frames.has('to') && plainEnd === use.end)) return null;
  const isLedIn = opening.has(tokens[plainEnd]?.lower ?? '') && hasMainBehind(reading, plainEnd);
  return markedAt[plainEnd] === -1 && !isLedIn && !startsClause({ tokens }, plainEnd) ? null : plainEnd;
}

/** What may lead in a clause before the one that is reported. */
const opening = new Set(['because', 'if', 'although', 'though', 'unless', 'once', 'while']);

/** `said [because it rained, the road] was closed`: a clause up to a comma, and behind it another. */
function hasMainBehind({ tokens, markedAt }: Reading, first: number): boolean {
  const { sentence } = tokens[first]!;
  let verbs = 0;
  for (let i = first; tokens[i]?.sentence === sentence; i++) {
    if (tokens[i]!.text === ',' && markedAt[i] === -1 && verbs > 0)
      return startsClause({ tokens }, i + 1) || markedAt[i + 1] !== -1;
    if (isFiniteVerb(tokens[i])) verbs++;
  }
  return false;
}

/** `said, however, that`: the clause after the aside. */
function thatAfterAside(tokens: readonly Token[], first: number): number | null {
  for (let i = first; i < first + longestAside; i++) {
    if (tokens[i]?.text === ',') return tokens[i + 1]?.lower === 'that' && !isFiniteVerb(tokens[i + 2]) ? i + 2 : null;
  }
  return null;
}

const longestGap = 25;

/** `told supporters in Lens, France, that`: the clause behind more circumstances, where a name, a number or a day stands before `that`. */
function thatAhead({ tokens, markedAt, timeAt }: Reading, from: number): number | null {
  for (let i = from; i < from + longestGap; i++) {
    const token = tokens[i];
    if (!token || markedAt[i] !== -1 || token.sentence !== tokens[from]!.sentence || isFiniteVerb(token)) return null;
    if (token.lower === 'that') {
      const before = tokens[i - 1]!;
      const last = before.text === ',' ? i - 2 : i - 1;
      const isPlain = tokens[last]!.pos === 'PROPN' || timeAt[last] === 1;
      return isPlain && token.pos === 'SCONJ' && !isFiniteVerb(tokens[i + 1]) ? i + 1 : null;
    }
    if (token.pos === 'SCONJ' || /^W/.test(token.tag) || /^[;:]$/.test(token.text)) return null;
  }
  return null;
}

const degrees = new Set(['even', 'only', 'just', 'nearly', 'almost', 'about', 'roughly', 'perhaps']);

/** A subject with its verb begins here, an adverb of degree before it or not: `even one in ten would`. */
function startsClause({ tokens }: Pick<Reading, 'tokens'>, at: number): boolean {
  const isLedIn = degrees.has(tokens[at]?.lower ?? '') && /^(?:NUM|DET)$/.test(tokens[at + 1]?.pos ?? '');
  const first = isLedIn ? at + 1 : at;
  const token = tokens[first];
  if (!token || !/^(?:DET|PRON|PROPN|NOUN|ADJ|NUM|SYM)$/.test(token.pos) || /^W/.test(token.tag)) return false;
  if (token.tag === 'PRP' && !isNominative(token)) return false;
  if (/^(?:JJR|RBR)$/.test(token.tag) && isNominative(tokens[first + 1])) return false;
  let isRelative = false;
  for (let i = first; i < tokens.length && i - first < 40 && tokens[i]!.sentence === token.sentence; i++) {
    const { text, pos, tag, lower } = tokens[i]!;
    if (i > first && isFiniteVerb(tokens[i])) {
      if (!isRelative) return true;
      isRelative = false;
    } else if (text === ',' && /^W/.test(tokens[i + 1]?.tag ?? '')) i = relativeEnd(tokens, i + 1);
    else if (text === ',' && asideEnd(tokens, i + 1) !== null) i = asideEnd(tokens, i + 1)!;
    else if (pos === 'SCONJ' || text === ',' || lower === 'but') return false;
    else isRelative ||= /^W/.test(tag);
  }
  return false;
}

/** The comma behind an apposition or participle, right before a verb: `said the mayor, a doctor by training, had left`. */
function asideEnd(tokens: readonly Token[], first: number): number | null {
  for (let i = first; i < first + longestAside * 2; i++) {
    if (!tokens[i] || isFiniteVerb(tokens[i])) return null;
    if (tokens[i]!.text === ',') return i > first && isFiniteVerb(tokens[i + 1]) ? i : null;
  }
  return null;
}

/** The comma that ends a relative clause, or its last token looked at. */
function relativeEnd(tokens: readonly Token[], first: number): number {
  let i = first;
  while (i < first + 30 && i < tokens.length - 1 && tokens[i]!.text !== ',') i++;
  return i;
}

/** Where the reported clause ends: before another report in the same sentence, else with the sentence; null where that is open. */
function clauseEnd(reading: Reading, first: number, end: number): number | null {
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
