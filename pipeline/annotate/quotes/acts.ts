import type { Quote } from '../document.ts';
import type { Tree } from '../syntax.ts';
import { contentOf, endsPlainly } from './act-content.ts';
import { circumstancesAfter } from './circumstances.ts';
import { cueAt } from './cues.ts';
import { isDependent, isThird } from './dependence.ts';
import { withoutApposition } from './glosses.ts';
import { mentionAround } from './mentions.ts';
import { headOf } from './noun-phrases.ts';
import { isHypothetical } from './parsed.ts';
import { withoutMarks } from './parts.ts';
import { placed } from './placed.ts';
import { type CueUse, isFiniteVerb, isNominative, type Reading, type Run } from './reading.ts';
import { isMedium, isOfMedia, maySay } from './sayers.ts';
import { speakerOf } from './speakers.ts';
import { subjectOf } from './tree-subjects.ts';
import { speakerBefore } from './who-speaks.ts';

const longest = 60;
/** How far behind the verb an infinitive may begin: `urged the mayor of the town to resign`. */
const reach = 12;
const fewestWords = 3;

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
    if (!use || reading.used[i] === 1 || !mayAct(reading, use, taken)) continue;
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
  const isTelling = (frames.has('news') && opensObject(reading, use.end)) || opensDeed(reading, use);
  if (!isActing && !isTelling) return false;
  if (isTelling || frames.has('plea') || frames.has('label')) return true;
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
    if (frames.has('fault') && i < use.end + reach && i > use.end && /^(?:for|as)$/.test(tokens[i]!.lower)) return true;
  }
  return false;
}

/** `The poll shows Kovač in the lead`: right behind its subject, something written. */
function isOfPaper(reading: Reading, use: CueUse): boolean {
  const { tokens, lexicon, document } = reading;
  const { firstToken } = document.sentences[tokens[use.first]!.sentence]!;
  const paper = speakerBefore(reading, use, firstToken);
  const head = paper && headOf(tokens, paper.first, paper.end);
  if (!head || lexicon.seen.has(head.lemma)) return false;
  if (isOfMedia(reading, head)) return true;
  const behind = tokens[head.index + 1]!;
  const isWhole = behind.pos !== 'ADP' || makers.has(behind.lower);
  return isWhole && isMedium(reading, head);
}

/** What leads in who wrote it or what it is about: `a poll by`, but not `polls at`. */
const makers = new Set(['by', 'from', 'of', 'for', 'on']);

function actAt(reading: Reading, use: CueUse, taken: readonly boolean[]): Quote | null {
  const { tokens, document, markedAt } = reading;
  const tree = document.trees.of(tokens[use.first]!.sentence);
  const reached = tree && contentOf(reading, tree, use);
  const all = reached && use.cue.frames.has('news') ? withoutApposition(reading, reached) : reached;
  const content = all && behindThat(reading, all, use);
  if (!tree || !content || isHypothetical(reading, tree, use.first)) return null;
  const marks = new Set<number>();
  for (let i = content.first; i < content.end; i++) if (markedAt[i] !== -1) marks.add(markedAt[i]!);
  if ([...marks].some((k) => taken[k] || tokens[reading.runs[k]!.first - 1]!.text === ':')) return null;
  if (marks.size === 0 && (/^(?:on|via)$/.test(tokens[content.first]!.lower) || !isPlain(reading, tree, use, content)))
    return null;
  const speaker = speakerFor(reading, tree, use);
  if (!speaker || !isThird(reading, speaker) || !(use.cue.frames.has('paper') || maySay(reading, use, speaker)))
    return null;
  if (
    marks.size === 0 &&
    isOnlyNews(tokens, tree, use) &&
    tokens[content.first]!.tag !== 'VBG' &&
    !(isTold(reading, use, speaker) && isNews(reading, content))
  )
    return null;
  if (marks.size === 0 && isIt(reading, speaker) && use.cue.frames.has('label')) return null;
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
  if (/^W/.test(tokens[first]!.tag)) return false;
  if (cue.frames.has('plea')) return true;
  if (cue.frames.has('paper')) return endsPlainly(tokens, end);
  if (cue.frames.has('fault') && (isFor(tokens, tree, verb) || isFaultedAs(tokens, verb))) return true;
  if (cue.frames.has('label') && isCalled(tokens, tree, verb)) return true;
  if (isDeed(cue.frames) && tokens[first]!.tag === 'VBG') return endsPlainly(tokens, end);
  if (cue.frames.has('news')) return isObject(tree, verb, { first, end }, cue.rest.length > 0 ? 'obl' : 'obj');
  if (cue.frames.has('label')) return false;
  if (cue.frames.has('do') && !cue.frames.has('vow') && tokens[first]!.lower === 'to') return false;
  const isToDo = tokens
    .slice(first, end)
    .some((t, k) => t.lower === 'to' && tokens[first + k + 1]?.tag === 'VB' && tokens[first + k - 1]!.text !== ',');
  return (cue.frames.has('do') || cue.frames.has('vow')) && isToDo;
}

/** What is told is the object, right behind the verb and its preposition. */
const isObject = (tree: Tree, verb: number, { first, end }: Run, relation: string): boolean =>
  tree.dependentsOf(verb).some((d) => tree.relationOf(d) === relation && d >= first && d < end);

const isOnlyNews = (tokens: Reading['tokens'], tree: Tree, { cue, first }: CueUse): boolean =>
  cue.frames.has('news') && !cue.frames.has('plea') && !(cue.frames.has('label') && isCalled(tokens, tree, first));

/** A person, an organization, a pronoun for one, or something written tells it; no words in marks stand right before: `“…,” he recalled her saying`. */
function isTold(reading: Reading, { group }: CueUse, { first, end }: Run): boolean {
  const { tokens, document, lexicon, markedAt } = reading;
  if (end === group && (markedAt[first - 1] ?? -1) !== -1) return false;
  const head = headOf(tokens, first, end);
  if (!head) return false;
  if (head.tag === 'PRP') return head.lower !== 'it';
  if (isMedium(reading, head)) return true;
  if (lexicon.nouns.get(head.lower)?.frames.has('headline')) return true;
  const mention = document.mentions[mentionAround(document.mentions, head) ?? -1];
  return mention?.type === 'person' || mention?.type === 'organization';
}

const isIt = ({ tokens }: Reading, { first, end }: Run): boolean => end - first === 1 && tokens[first]!.lower === 'it';

const fewestOfSource = 6;

/** No clause goes on behind it (`reported [astronomers from Brest] and elsewhere saw`), and it is no mere source (`citing court records`). */
function isNews({ tokens, document, lexicon }: Reading, { first, end }: Run): boolean {
  if (tokens[end]?.pos === 'CCONJ' && !isFiniteVerb(tokens[end + 1]))
    for (let i = end + 1; tokens[i] && tokens[i]!.pos !== 'PUNCT'; i++) if (isFiniteVerb(tokens[i])) return false;
  const head = headOf(tokens, first, end);
  if (!head || end - first >= fewestOfSource) return true;
  const mention = document.mentions[mentionAround(document.mentions, head) ?? -1];
  return mention?.form !== 'name' && !lexicon.media.has(head.lower);
}

const objects = new Set(['DET', 'ADJ', 'NOUN', 'PROPN', 'NUM']);

/** `admitted taking the money`: what a verb that may report a clause says was done. */
const opensDeed = ({ tokens, markedAt }: Reading, { cue: { frames, rest }, end }: CueUse): boolean =>
  rest.length === 0 &&
  isDeed(frames) &&
  tokens[end]?.tag === 'VBG' &&
  markedAt[end] === -1 &&
  tokens[end]!.pos === 'VERB';

const isDeed = (frames: CueUse['cue']['frames']): boolean =>
  frames.has('clause') && (frames.has('thing') || frames.has('news')) && !frames.has('do') && !frames.has('vow');

/** A noun phrase begins here, no clause. */
const opensObject = ({ tokens, markedAt }: Reading, at: number): boolean => {
  const token = tokens[at];
  if (!token || markedAt[at] !== -1 || token.lower === 'that') return false;
  return objects.has(token.pos) || token.tag === 'PRP$';
};

/** `criticised him for leaving`. */
function isFor(tokens: Reading['tokens'], tree: Tree, verb: number): boolean {
  const behindVerb = tree.dependentsOf(verb).filter((d) => d > verb);
  const isLedIn = (d: number) => tree.dependentsOf(d).some((x) => x < d && tokens[x]!.lower === 'for');
  return behindVerb.some((d) => tree.relationOf(d) === 'obj') && behindVerb.some(isLedIn);
}

/** `slammed it as a mistake`, `as too vague`. */
function isFaultedAs(tokens: Reading['tokens'], verb: number): boolean {
  let as = verb + 2;
  while (as < verb + reach && tokens[as] && tokens[as]!.lower !== 'as' && tokens[as]!.pos !== 'PUNCT') as++;
  return tokens[as]?.lower === 'as' && /^(?:DET|ADJ|ADV|PUNCT)$/.test(tokens[as + 1]?.pos ?? '');
}

/** `calls himself Leo`: what he is called, no words. */
const isOwnName = (tokens: Reading['tokens'], at: number): boolean =>
  /sel(?:f|ves)$/.test(tokens[at]?.lower ?? '') && tokens[at + 1]?.pos === 'PROPN';

/** `called it a mistake`, `described her as a friend`: two things behind the verb, or one and what `as` leads in. */
function isCalled(tokens: Reading['tokens'], tree: Tree, verb: number): boolean {
  const behindVerb = tree.dependentsOf(verb).filter((d) => d > verb);
  const isThing = (d: number) => /^i?obj$/.test(tree.relationOf(d));
  const isName = (d: number) =>
    tree.relationOf(d) === 'xcomp' && !tree.dependentsOf(d).some((x) => tokens[x]!.lower === 'to');
  const isAs = (d: number) => tree.dependentsOf(d).some((x) => x < d && tokens[x]!.lower === 'as');
  const things = behindVerb.filter(isThing).length;
  if (isOwnName(tokens, verb + 1)) return false;
  return things > 1 || (things === 1 && behindVerb.some((d) => isName(d) || isAs(d)));
}

/** `told supporters in Brest that she would stay`: the clause alone. */
function behindThat({ tokens, markedAt }: Reading, { first, end }: Run, { cue }: CueUse): Run {
  for (let i = first; i < end - fewestWords; i++) {
    const isAddressed = cue.frames.has('to') || cue.frames.has('do');
    if (markedAt[i] !== -1 || (i > first && !isAddressed) || tokens[i]!.pos === 'VERB') break;
    if (tokens[i]!.lower === 'that' && (tokens[i]!.pos === 'SCONJ' || isNominative(tokens[i + 1])))
      return { first: i + 1, end };
  }
  return { first, end };
}
