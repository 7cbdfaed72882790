import type { Quote } from '../document.ts';
import { below, type Tree } from '../syntax.ts';
import { circumstancesAfter } from './circumstances.ts';
import { nextClause } from './glosses.ts';
import { isDependent, isThird } from './initial.ts';
import { isHypothetical, subjectOf } from './parsed.ts';
import { withoutMarks } from './parts.ts';
import { placed } from './placed.ts';
import { type CueUse, cueAt, isFiniteVerb, type Reading, type Run } from './reading.ts';
import { speakerOf } from './speakers.ts';
import { headOf, speakerBefore } from './subjects.ts';

const longest = 60;
/** How far behind the verb an infinitive may begin: `urged the mayor of the town to resign`. */
const reach = 12;
const fewestWords = 3;
const behind = new Set(['of', 'for', 'as', 'to', 'on', 'against', 'about', 'over', 'with', 'that', 'at', 'from']);

/**
 * What somebody does with words: `urged the mayor to resign`, `called for an inquiry`; with words in marks of any such verb
 * (`praised her “steady hand”`). The content is all that the tree hangs on the verb as its complement.
 */
export function findActs(reading: Reading, quotes: readonly Quote[]): Quote[] {
  const { tokens } = reading;
  const before = placed(quotes);
  const taken = reading.marked.map((marked) => before.covers(marked));
  const found: Quote[] = [];
  for (let i = 0; i < tokens.length; i++) {
    const use = cueAt(reading, i);
    if (!use || !mayAct(reading, use, taken)) continue;
    const act = actAt(reading, use, taken);
    if (!act || before.covers(act) || act.start < (found.at(-1)?.end ?? 0)) continue;
    found.push(act);
    for (let k = use.first; tokens[k] && tokens[k]!.start < act.end; k++)
      if (reading.markedAt[k] !== -1) taken[reading.markedAt[k]!] = true;
  }
  return found;
}

/** Spares the parse where no content can be. */
function mayAct(reading: Reading, use: CueUse, taken: readonly boolean[]): boolean {
  const { tokens, markedAt } = reading;
  const { frames } = use.cue;
  if (use.isPassive || use.isNegative || use.isUnreal || use.isInfinitive) return false;
  const isActing =
    frames.has('do') || frames.has('vow') || frames.has('plea') || frames.has('thing') || frames.has('label');
  if (tokens[use.end]?.pos === 'PUNCT') return false;
  if (frames.has('paper')) return isOfPaper(reading, use);
  if (!isActing) return false;
  if (frames.has('plea') || frames.has('label')) return true;
  const { sentence } = tokens[use.first]!;
  for (let i = use.end; tokens[i]?.sentence === sentence && i < use.end + longest; i++) {
    if (markedAt[i] !== -1 && !taken[markedAt[i]!]) return true;
    if (
      (frames.has('do') || frames.has('vow')) &&
      i < use.end + reach &&
      tokens[i]!.lower === 'to' &&
      tokens[i]!.pos === 'PART'
    )
      return true;
    if (frames.has('fault') && i < use.end + reach && i > use.end && tokens[i]!.lower === 'for') return true;
  }
  return false;
}

/** What they show are pictures. */
const seen = new Set(['video', 'broadcast', 'footage']);

/** `The poll shows Kovač in the lead`: right behind its subject, something written. */
function isOfPaper(reading: Reading, use: CueUse): boolean {
  const { tokens, lexicon, document } = reading;
  const { firstToken } = document.sentences[tokens[use.first]!.sentence]!;
  const paper = speakerBefore(reading, use, firstToken);
  const head = paper && headOf(tokens, paper.first, paper.end);
  if (!head || seen.has(head.lemma)) return false;
  const behind = tokens[head.index + 1]!;
  const isWhole = behind.pos !== 'ADP' || makers.has(behind.lower);
  return isWhole && (lexicon.media.has(head.lower) || lexicon.media.has(head.lemma.toLowerCase()));
}

/** What leads in who wrote it or what it is about: `a poll by`, but not `polls at`. */
const makers = new Set(['by', 'from', 'of', 'for', 'on']);

function actAt(reading: Reading, use: CueUse, taken: readonly boolean[]): Quote | null {
  const { tokens, document, markedAt } = reading;
  const tree = document.trees.of(tokens[use.first]!.sentence);
  const all = tree && contentOf(reading, tree, use);
  const content = all && behindThat(reading, all, use);
  if (!tree || !content || isHypothetical(reading, tree, use.first)) return null;
  const marks = new Set<number>();
  for (let i = content.first; i < content.end; i++) if (markedAt[i] !== -1) marks.add(markedAt[i]!);
  if ([...marks].some((k) => taken[k] || tokens[reading.runs[k]!.first - 1]!.text === ':')) return null;
  if (marks.size === 0 && !isPlain(reading, tree, use, content)) return null;
  const speaker = speakerFor(reading, tree, use);
  if (!speaker || !isThird(reading, speaker)) return null;
  const { medium } = circumstancesAfter(reading, { end: use.end, cue: { ...use.cue, frames: new Set() } });
  const whole = withoutMarks(reading, { start: tokens[content.first]!.start, end: tokens[content.end - 1]!.end });
  const said = { cue: use.cue.lemma, medium, addressee: null, confidence: marks.size > 0 ? 0.85 : 0.8 };
  const form = marks.size > 0 ? 'mixed' : 'indirect';
  return { form, start: whole.start, end: whole.end, parts: whole.parts, ...speakerOf(reading, speaker), ...said };
}

/** Who acts by plain words, else by the tree. */
function speakerFor(reading: Reading, tree: Tree, use: CueUse): Run | null {
  const { firstToken } = reading.document.sentences[reading.tokens[use.first]!.sentence]!;
  const plain = speakerBefore(reading, use, firstToken);
  const parsed = subjectOf(reading, tree, use.first, 0);
  if (!plain || isDependent(reading, use, plain)) return parsed;
  if (plain.end !== parsed?.end) return plain;
  // Of two with the same end the tree's leaves out what stands before them, if the head is the same: `Three years ago the council`.
  const [own, other] = [plain, parsed].map(({ first, end }) => headOf(reading.tokens, first, end));
  return own === other ? parsed : plain;
}

/** Without words in marks only a demand or promise to do something, a plea, or what somebody is called, is content. */
function isPlain({ tokens }: Reading, tree: Tree, { cue, first: verb }: CueUse, { first, end }: Run): boolean {
  if (cue.frames.has('plea')) return true;
  if (cue.frames.has('paper')) return endsPlainly(tokens, end);
  if (cue.frames.has('fault') && isFor(tokens, tree, verb)) return true;
  if (cue.frames.has('label')) return isCalled(tokens, tree, verb);
  if (cue.frames.has('do') && !cue.frames.has('vow') && tokens[first]!.lower === 'to') return false;
  const isToDo = tokens
    .slice(first, end)
    .some((t, k) => t.lower === 'to' && tokens[first + k + 1]?.tag === 'VB' && tokens[first + k - 1]!.text !== ',');
  return (cue.frames.has('do') || cue.frames.has('vow')) && isToDo;
}

/** No verb goes on behind it: `records that showed a plane [had crashed]`. */
function endsPlainly(tokens: Reading['tokens'], end: number): boolean {
  const next = tokens[end];
  return !next || next.pos === 'CCONJ' || (next.pos === 'PUNCT' && !/^W/.test(tokens[end + 1]?.tag ?? ''));
}

/** `criticised him for leaving`. */
function isFor(tokens: Reading['tokens'], tree: Tree, verb: number): boolean {
  const behindVerb = tree.dependentsOf(verb).filter((d) => d > verb);
  const isLedIn = (d: number) => tree.dependentsOf(d).some((x) => x < d && tokens[x]!.lower === 'for');
  return behindVerb.some((d) => tree.relationOf(d) === 'obj') && behindVerb.some(isLedIn);
}

/** `called it a mistake`, `described her as a friend`. */
function isCalled(tokens: Reading['tokens'], tree: Tree, verb: number): boolean {
  const behindVerb = tree.dependentsOf(verb).filter((d) => d > verb);
  const isObject = behindVerb.some((d) => tree.relationOf(d) === 'obj');
  const isName = (d: number) =>
    tree.relationOf(d) === 'xcomp' && !tree.dependentsOf(d).some((x) => tokens[x]!.lower === 'to');
  const isAs = (d: number) => tree.dependentsOf(d).some((x) => x < d && tokens[x]!.lower === 'as');
  return isObject && behindVerb.some((d) => isName(d) || isAs(d));
}

/** From behind the verb to the end of its last complement; marks that it cuts belong to it. */
export function contentOf(reading: Reading, tree: Tree, use: CueUse): Run | null {
  const { tokens, markedAt, runs } = reading;
  const complements = tree.dependentsOf(use.first).filter((d) => d >= use.end && isComplement(reading, tree, d));
  const { frames } = use.cue;
  if (frames.has('clause') && !frames.has('paper') && complements.some((d) => isClause(tree, d))) return null;
  const starts = complements.map((d) => Math.min(d, ...below(tree, d)));
  const isToDo =
    starts.length > 0 && starts.every((start) => tokens[start]!.lower === 'to' && tokens[start]!.pos === 'PART');
  const first = isToDo ? behindDay(reading, use.end) : use.end;
  if (complements.length === 0 || Math.min(...starts) > first) return null;
  let end = Math.max(...complements.flatMap((d) => [d, ...below(tree, d)])) + 1;
  const cut = markedAt[end - 1]!;
  if (cut !== -1) end = Math.max(end, runs[cut]!.end);
  end = beforeMedium(reading, { first, end: nextClause(reading, { first, end }) });
  while (end > first && markedAt[end - 1] === -1 && tokens[end - 1]!.pos === 'PUNCT' && tokens[end - 1]!.text !== ')')
    end--;
  const words = tokens.slice(first, end).filter((t) => t.pos !== 'PUNCT').length;
  const isOfRelative = /^W/.test(tokens[use.group - 1]?.tag ?? '');
  if (!isOfRelative && tokens[end]?.text === ',' && isFiniteVerb(tokens[end + 1])) return null;
  const fewest = use.cue.rest.length > 0 && endsPlainly(tokens, end) ? fewestWords - 1 : fewestWords;
  return words < fewest || words > 2 * longest ? null : { first, end };
}

/** `announced a vote [in a letter to members]`: how it was said is no content. */
function beforeMedium({ tokens, markedAt, lexicon }: Reading, { first, end }: Run): number {
  for (let i = first + 2; i < end - 2; i++) {
    if (markedAt[i] !== -1 || tokens[i]!.lower !== 'in' || tokens[i + 1]!.pos !== 'DET') continue;
    if ([2, 3].some((k) => tokens[i + k]?.pos === 'NOUN' && lexicon.media.has(tokens[i + k]!.lower))) return i;
  }
  return end;
}

/** `vowed [last month] to stay`. */
function behindDay({ tokens, timeAt }: Reading, from: number): number {
  let first = tokens[from]?.lower === 'on' ? from + 1 : from;
  if (timeAt[first] !== 1) return from;
  while (timeAt[first] === 1) first++;
  return first;
}

const isClause = (tree: Tree, d: number): boolean =>
  tree.relationOf(d) === 'ccomp' && tree.dependentsOf(d).some((x) => /^(?:nsubj|expl)/.test(tree.relationOf(x)));

/** `told supporters in Brest that she would stay`: the clause alone. */
function behindThat({ tokens, markedAt }: Reading, { first, end }: Run, { cue }: CueUse): Run {
  for (let i = first; i < end - fewestWords; i++) {
    if (markedAt[i] !== -1 || (i > first && !cue.frames.has('to'))) break;
    if (tokens[i]!.lower === 'that' && tokens[i]!.pos === 'SCONJ') return { first: i + 1, end };
  }
  return { first, end };
}

/** Object, clause, or what one of the prepositions leads in; no circumstance of time. */
function isComplement({ tokens, timeAt }: Reading, tree: Tree, d: number): boolean {
  const relation = tree.relationOf(d);
  if (/^(?:obj|iobj|xcomp|ccomp)$/.test(relation)) return timeAt[d] === 0;
  if (!/^(?:obl|advcl)$/.test(relation) || timeAt[d] !== 0) return false;
  return tree.dependentsOf(d).some((x) => /^(?:case|mark)$/.test(tree.relationOf(x)) && behind.has(tokens[x]!.lower));
}
