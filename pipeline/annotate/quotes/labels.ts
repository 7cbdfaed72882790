import type { Quote, Token } from '../document.ts';
import { contentOf, pastMarks } from './act-content.ts';
import { isVerbless } from './circumstances.ts';
import { cueAt } from './cues.ts';
import { isThird } from './dependence.ts';
import { clauseStart, isOwnSentence } from './direct.ts';
import { withoutMarks } from './parts.ts';
import { type CueUse, endsSentence, type Reading, type Run } from './reading.ts';
import { speakerOf } from './speakers.ts';
import { subjectOf } from './tree-subjects.ts';
import { speakerBefore } from './who-speaks.ts';

const furthest = 24;

/** Words in marks that somebody puts on something: `called it "absolute chaos"`. */
export function findLabels(reading: Reading, taken: readonly boolean[]): Quote[] {
  const quotes: Quote[] = [];
  for (let k = 0; k < reading.marked.length; k++) {
    const quote = taken[k] ? null : labelled(reading, k);
    if (quote) quotes.push(quote);
  }
  return quotes;
}

function labelled(reading: Reading, k: number): Quote | null {
  const { start, end } = reading.marked[k]!;
  const to = reading.runs[k]!.first;
  const from = clauseStart(reading, to);
  for (let i = to - 1; i >= Math.max(from, to - furthest); i--) {
    const use = cueAt(reading, i);
    if (!use?.cue.frames.has('label')) continue;
    if (/^(?:on|upon|for)$/.test(reading.tokens[use.end]!.lower)) return null;
    if (
      use.isPassive ||
      use.isNegative ||
      use.isUnreal ||
      use.isInfinitive ||
      !isVerbless(reading, { first: use.end, end: to })
    )
      return null;
    const speaker = speakerBefore(reading, use, from) ?? parsedSpeaker(reading, use);
    if (!speaker || !isThird(reading, speaker)) return null;
    const said = { cue: use.cue.lemma, medium: null, addressee: null, confidence: 0.8 };
    const isOver = endsSentence(reading.document.text, reading.marked[k]!);
    const behind = pastMarks(reading, reading.runs[k]!.end);
    const asEnd = isOver ? null : describedEnd(reading, use, { first: to, end: behind });
    const isWhole = asEnd !== null || isNamed(reading, { first: use.end, end: to });
    const last = asEnd ?? (isWhole && !isOver ? Math.max(behind, labelEnd(reading, use, behind)) : behind);
    const whole = withoutMarks(reading, {
      start: isWhole ? reading.tokens[use.end]!.start : start,
      end: last > reading.runs[k]!.end ? reading.tokens[last - 1]!.end : end,
    });
    const isIntroduced = reading.tokens[to - 1]!.text === ':' && isOwnSentence(reading, k);
    return {
      form: isIntroduced ? 'direct' : 'mixed',
      ...spanOf(whole),
      parts: whole.parts,
      ...speakerOf(reading, speaker),
      ...said,
    };
  }
  return null;
}

/** `mocked a reporter, referred to him as “weak” and left`: whose the verbs are by the tree. */
function parsedSpeaker(reading: Reading, { first, isParticiple }: CueUse): Run | null {
  const tree = isParticiple ? null : reading.document.trees.of(reading.tokens[first]!.sentence);
  return tree && subjectOf(reading, tree, first, 0);
}

const spanOf = ({ start, end }: { start: number; end: number }) => ({ start, end });

/** `described the “long night” [as a warning]`: what is described stands in marks; the end of what it is described as. */
function describedEnd(reading: Reading, use: CueUse, { first, end }: Run): number | null {
  const { tokens, document } = reading;
  if (tokens[end]?.lower !== 'as' || !/^(?:DET|ADJ|ADV|VERB)$/.test(tokens[end + 1]?.pos ?? '')) return null;
  if (tokens[end + 1]!.pos === 'VERB' && tokens[end + 1]!.tag !== 'VBG') return null;
  for (let i = use.end; i < first; i++) if (!/^(?:DET|ADJ)$/.test(tokens[i]!.pos)) return null;
  const tree = document.trees.of(tokens[use.first]!.sentence);
  const content = tree && contentOf(reading, tree, use);
  return content && content.first === use.end && content.end > end + 1 ? content.end : null;
}

/** What is labelled stands right between verb and marks: `[the plan] a "disaster"`, `[her] as "weak"`. */
function isNamed({ tokens, markedAt }: Reading, { first, end }: Run): boolean {
  if (first >= end || !(opening.has(tokens[first]!.pos) || tokens[first]!.lower === 'that')) return false;
  const words = tokens.slice(first, end);
  const isAs = words.some((t) => t.lower === 'as');
  const isOpen = words.every((t) => markedAt[t.index] === -1 && !(isAs ? isPause(t) : isApart(t)));
  return isOpen && words.some((t) => t.pos === 'NOUN' || t.pos === 'PROPN' || (t.pos === 'PRON' && t.lower !== 'it'));
}

const opening = new Set(['DET', 'PRON', 'PROPN', 'NOUN', 'ADJ', 'NUM']);

const isPause = ({ text }: Token): boolean => text === ',' || text === ':';

/** A preposition other than `as` leads away from what is labelled, where no `as` follows. */
const isApart = (token: Token): boolean => isPause(token) || (token.pos === 'ADP' && token.lower !== 'of');

/** What is called so may go on behind the marks: `a "horrible" use of money`, `them "weak" for waiting`. */
function labelEnd(reading: Reading, use: CueUse, behind: number): number {
  const { tokens, document } = reading;
  const next = tokens[behind];
  if (goingOn.has(next?.pos ?? '')) return phraseEnd(reading, behind);
  if (!next || !/^(?:for|of)$/.test(next.lower)) return behind;
  if (next.lower === 'of' && /^W/.test(tokens[behind + 1]?.tag ?? '')) return clauseEndBehind(reading, behind);
  const tree = document.trees.of(next.sentence);
  return (tree && contentOf(reading, tree, use)?.end) ?? behind;
}

/** `a “sign” of how things had gone wrong`: up to where the sentence pauses. */
function clauseEndBehind({ tokens, markedAt }: Reading, first: number): number {
  let end = first;
  while (tokens[end]?.sentence === tokens[first]!.sentence && markedAt[end] === -1 && tokens[end]!.pos !== 'PUNCT')
    end++;
  return end;
}

/** `a "horrible" use of money`: the token behind the noun phrase that goes on behind the marks. */
function phraseEnd({ tokens, markedAt }: Reading, first: number): number {
  let end = first;
  while (end < tokens.length && markedAt[end] === -1 && (inPhrase.has(tokens[end]!.pos) || tokens[end]!.lower === 'of'))
    end++;
  return end;
}

const inPhrase = new Set(['NOUN', 'PROPN', 'ADJ', 'DET', 'NUM']);
const goingOn = new Set(['NOUN', 'PROPN', 'ADJ']);
