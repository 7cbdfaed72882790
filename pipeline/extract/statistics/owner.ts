import type { Tree } from '../../annotate/syntax.ts';
import { beforeAside, controller, isOfPlaceClause, isWhole } from './control.ts';
import { nameOf } from './named.ts';
import { ownerAndThing, phraseEndingAt, trimmed } from './phrases.ts';
import type { Measure } from './thing.ts';
import { caseOf, headOfRun, isQuantity, phraseAround, subjectOf } from './tree-phrases.ts';
import type { Run, View } from './view.ts';

const steps = 8;

/** The subject of the first clause above `at` that has one; what “who” and “which” stand for. */
export function clauseSubject(view: View, tree: Tree, at: number): Run | null {
  let clause: number | null = at;
  for (let step = 0; step < steps && clause !== null; step++) {
    const subject = subjectOf(tree, clause);
    if (subject !== null && !isQuantity(view, subject)) {
      if (/^W/.test(view.token(subject)?.tag ?? '')) return antecedent(view, subject);
      const run = beforeAside(view, runOf(view, tree, subject));
      // “states with the highest [rates] had …”: what a preposition governs is no subject.
      if (run && view.token(clause)?.tag !== 'VBG' && linkBefore(view, run) !== null) return null;
      // “the shop where [the fire] broke out is five miles from here”
      if (run && isOfPlaceClause(view, run) && [1, 2].some((k) => isTensed(view, run[1] + k))) return null;
      // “the airline said it would …”: the one who says it.
      if (!run || !isUnnamed(view, run) || tree.relationOf(clause) !== 'ccomp') return run;
      // “researchers say it has a speed of …”: it is not they.
      const speaker = subjectOf(tree, tree.headOf(clause)!);
      if (speaker === null || /S$/.test(view.token(speaker)?.tag ?? '')) return run;
    } else if (subject !== null) return null;
    // “a ferry [carrying] 186 passengers”
    const noun = tree.relationOf(clause) === 'acl' ? tree.headOf(clause) : null;
    // “no sense [in] having two herds”
    const isOwnVerb = view.token(clause)?.tag === 'VBG' && !/^(?:ADP|SCONJ)$/.test(view.pos(clause - 1));
    if (noun !== null && isOwnVerb && !isQuantity(view, noun))
      return isWhole(view, tree, noun) ? null : runOf(view, tree, noun);
    // “[Labour]'s promise to spend $4bn”
    const promiser =
      noun === null ? undefined : tree.dependentsOf(noun).find((d) => tree.relationOf(d) === 'nmod:poss');
    if (promiser !== undefined && view.pos(promiser) !== 'PRON' && view.token(clause)?.tag === 'VB')
      return runOf(view, tree, promiser);
    if (!/^(?:ccomp|xcomp|conj|obj|obl|acl|advcl|nmod|appos|root|dep)/.test(tree.relationOf(clause))) return null;
    const told = controller(view, tree, clause);
    if (told !== undefined) return told === null ? null : runOf(view, tree, told);
    clause = tree.headOf(clause);
  }
  return null;
}

const isTensed = (view: View, at: number): boolean => /^(?:VB[DPZ]|MD)$/.test(view.token(at)?.tag ?? '');

/** The preposition that stands before the run, its article and modifiers, or null. */
function linkBefore(view: View, [first]: Run): number | null {
  let at = first - 1;
  while (/^(?:DET|ADJ)$/.test(view.pos(at)) || /^(?:VBN|PRP\$)$/.test(view.token(at)?.tag ?? '')) at--;
  return view.pos(at) === 'ADP' ? at : null;
}

const isUnnamed = (view: View, run: Run): boolean => view.lower(run[0]) === 'it' && nameOf(view, run) === null;

/** The phrase right before “who” or “which”. */
function antecedent(view: View, relative: number): Run | null {
  const run = phraseEndingAt(view, relative - (view.lower(relative - 1) === ',' ? 1 : 0), /^$/);
  // “the ticket of Reyes for mayor, which …”: another noun may be meant; “who” is the name before it.
  const link =
    run && view.lower(relative) === 'which' && view.lower(relative - 1) === ',' ? linkBefore(view, run) : null;
  const isBehindNoun =
    link !== null && /^(?:NOUN|PROPN)$/.test(view.pos(link - 1)) && nameOf(view, run!)?.entity == null;
  // “Park City, east of [Salt Lake City], which …”
  const isOther = isBehindNoun || (link !== null && view.lower(link) === 'of' && view.is(link - 1, 'compass'));
  return run && !isOther ? trimmed(view, run) : null;
}

/** The noun phrase at `at`, with what “and” joins to it; a pronoun alone; null for a time. */
export function runOf(view: View, tree: Tree, at: number): Run | null {
  if (view.pos(at) === 'PRON') return view.token(at)?.tag === 'PRP' ? [at, at + 1] : null;
  if (view.isTime(at) || view.is(at, 'term') || !/^(?:NOUN|PROPN)$/.test(view.pos(at))) return null;
  const [first, end] = wholeName(view, phraseAround(view, tree, at));
  // “Tuzla [and Ruše]”
  const joined = tree.dependentsOf(at).filter((d) => tree.relationOf(d) === 'conj' && !isQuantity(view, d));
  const last = joined.at(-1);
  const isListed = last !== undefined && /^(?:NOUN|PROPN)$/.test(view.pos(last)) && last - end < 8;
  return trimmed(
    view,
    isListed ? wholeName(view, [first, Math.max(end, phraseAround(view, tree, last)[1])]) : [first, end],
  );
}

/** “the base iPhone [11]”, “[Galaxy Note 20] Ultra”: capitals and small numbers beside the run are of its name. */
function wholeName(view: View, [first, end]: Run): Run {
  const isOf = (at: number): boolean =>
    !view.isTime(at) &&
    !isQuantity(view, at) &&
    (isCapital(view, at) || (view.pos(at) === 'NUM' && isCapital(view, at - 1)));
  let [from, to] = [first, end];
  // “the blockbuster [The Aviator]”
  if (view.token(to)?.text === 'The' && view.pos(to + 1) === 'PROPN') to++;
  while (isOf(to) && /^(?:PROPN|NUM)$/.test(view.pos(to))) to++;
  if (isCapital(view, from)) while (from - 1 > view.sentence.firstToken && isOf(from - 1)) from--;
  return [from, to];
}

const isCapital = (view: View, at: number): boolean => /^\p{L}*\p{Lu}/u.test(view.token(at)?.text ?? '');

/** A verb of having, making, selling; who only counts (“recorded 611 aftershocks”) has nothing. */
export const isOwning = (view: View, verb: number): boolean =>
  view.is(verb, 'own') && !(view.quantity.kind === 'count' && view.is(verb, 'count-out'));

/** Verbs that own only what their noun names: “expects a profit”, “paid a fine”. */
const isOfNoun = (view: View, verb: number, noun: number): boolean =>
  (view.is(verb, 'foresee') && view.is(noun, 'earned')) ||
  (view.is(verb, 'grab') && view.is(noun, 'prize')) ||
  (view.is(verb, 'pay') && view.is(noun, 'due'));

/**
 * Who has, makes or sells what is counted: the subject of the verb whose object the quantity is part of. The actor of any other
 * verb (“[police] seized 12 tonnes”) is nobody whose number it is.
 */
export function ownerOf(view: View, tree: Tree): Run | null {
  let at = headOfRun(tree, [view.quantity.firstToken, view.end]);
  for (let step = 0; step < steps; step++) {
    const [parent, relation] = [tree.headOf(at), tree.relationOf(at)];
    if (parent === null) return null;
    if (/^(?:VERB|AUX)$/.test(view.pos(parent))) {
      // “each line made up of 1,920 pixels”: the noun before the participle, nobody else.
      const isReduced = view.token(parent)?.tag === 'VBN' && tree.relationOf(parent) === 'acl';
      if (isReduced) return view.lower(view.first - 1) === 'by' ? null : phraseEndingAt(view, parent, /^$/);
      const isOwn = isOwning(view, parent) || isOfNoun(view, parent, at);
      const link = caseOf(tree, at);
      if (view.is(parent, 'measure') && /^(?:obj|obl:unmarked|xcomp)$/.test(relation))
        return clauseSubject(view, tree, parent);
      if ((view.is(parent, 'win') || view.is(parent, 'with-own')) && view.lower(view.first - 1) === 'with')
        return clauseSubject(view, tree, parent);
      // “hold [up to] 2 kg”: no preposition, but a part of the number.
      const isFree = link !== null && (link >= view.first || view.lower(link) === 'of');
      const isObject = /^(?:obj|obl:unmarked)$/.test(relation) || (relation === 'obl' && isFree);
      if (isOwn && isObject) return clauseSubject(view, tree, parent);
      // “[the plot] was sold for a price of $4m”
      const isPriced = relation === 'obl' && link !== null && /^(?:for|at)$/.test(view.lower(link));
      const passive = tree.dependentsOf(parent).find((d) => tree.relationOf(d) === 'nsubj:pass');
      return isPriced && passive !== undefined && view.quantity.kind === 'money' ? runOf(view, tree, passive) : null;
    }
    // “won the primary [with 54 percent]”: the parser may hang it on the noun.
    const isWith = /^(?:obl|nmod)$/.test(relation) && view.lower(view.first - 1) === 'with';
    if ((!isWith && !/^(?:nmod|appos|conj|compound|nummod|amod|flat|dep)/.test(relation)) || view.isTime(parent))
      return null;
    // “holds two debates, [three candidates who] missed them make pleas”: another clause begins.
    if (
      /^(?:conj|appos)$/.test(relation) &&
      view.lower(view.first - 1) === ',' &&
      /^W/.test(view.token(view.end)?.tag ?? '')
    )
      return null;
    // “made the nomination amid three rows”, “had a panel in a room for 700 people”
    const link = relation === 'nmod' ? caseOf(tree, at) : null;
    if (link !== null && view.lower(link) !== 'of' && !(isWith && view.is(tree.headOf(parent) ?? parent, 'with-own')))
      return null;
    // “holds 51 of the 90 seats” has the part.
    if (relation === 'nmod' && view.others.some((q) => q.firstToken <= parent && parent < q.endToken)) return null;
    at = parent;
  }
  return null;
}

/** Whose “its”, “his”, “her” or “their” before the measure is: the subject of its clause, where that agrees. */
export function possessor(view: View, measure: string): Run | null {
  const at = possessiveBefore(view, measure);
  const tree = at === null ? null : view.document.trees.of(view.sentence.index);
  if (!tree || at === null) return null;
  const noun = tree.headOf(at);
  const subject = noun === null ? null : clauseSubject(view, tree, noun);
  if (!subject || subject[1] > at || hasRival(view, subject[1], at)) return null;
  // “Vela lost the mill, which makes 60% of its flour”: whose is open.
  if ([0, 1].some((k) => view.token(subject[1] + k)?.tag === 'WDT')) return null;
  const isPerson = /^(?:his|her)$/.test(view.lower(at));
  // “Novak's plan … his tenure”: he is the one whose plan it is.
  const whose = isPerson ? (ownerAndThing(view, subject).owner ?? subject) : subject;
  return agrees(view, view.lower(at), whose) && (!isPerson || mayBePerson(view, whose)) ? whose : null;
}

function possessiveBefore(view: View, measure: string): number | null {
  const [low, high] = [Math.max(view.head, view.first - 14), Math.min(view.tail, view.end + 6)];
  for (let i = low; i < high - 1; i++) {
    if (view.token(i)?.tag !== 'PRP$') continue;
    if (i + 1 === view.quantity.firstToken || measure.startsWith(view.token(i + 1)?.text ?? '-')) return i;
  }
  return null;
}

/** “The water reached the town and flooded a third of [its] homes”: another noun between may be meant. */
function hasRival(view: View, from: number, at: number): boolean {
  const isPerson = /^(?:his|her)$/.test(view.lower(at));
  for (let i = from; i < at; i++) {
    const isNoun = view.pos(i) === 'PROPN' || (!isPerson && view.pos(i) === 'NOUN');
    const isOfNumber = view.quantity.firstToken <= i && i < view.quantity.endToken;
    if (isNoun && !isOfNumber && !isQuantity(view, i) && !view.isTime(i)) return true;
  }
  return false;
}

/** A person's name, a pronoun, or no name at all. */
function mayBePerson(view: View, run: Run): boolean {
  const { entities } = view.document;
  const entity = nameOf(view, run)?.entity ?? null;
  return entity === null ? view.pos(run[1] - 1) !== 'PROPN' : entities[entity]!.type === 'person';
}

const subjects: Readonly<Record<string, readonly string[]>> = {
  its: ['it'],
  his: ['he'],
  her: ['she'],
  their: ['they'],
  our: ['we'],
  my: ['i'],
};

function agrees(view: View, possessive: string, [first, end]: Run): boolean {
  if (view.pos(first) === 'PRON') return subjects[possessive]?.includes(view.lower(first)) ?? false;
  let head = first;
  while (head + 1 < end && view.pos(head + 1) !== 'ADP') head++;
  const isPlural = /S$/.test(view.token(head)?.tag ?? '');
  return possessive === 'their' ? isPlural : ['its', 'his', 'her'].includes(possessive) && !isPlural;
}

/** The same measure with the owner that the tree names. */
export const withOwner = (known: Measure, subject: Run | null): Measure =>
  subject === null ? known : { ...known, subject };
