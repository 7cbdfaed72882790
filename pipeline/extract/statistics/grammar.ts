import { sureOfAll, type Tree } from '../../annotate/syntax.ts';
import { type Change, isPoints } from './change.ts';
import { isOwning, runOf } from './owner.ts';
import { isParted } from './parted.ts';
import { trimmed } from './phrases.ts';
import { isTaken, mayBeTaken } from './taken.ts';
import { fromPhrase, type Measure } from './thing.ts';
import { caseOf, headOfRun, isQuantity, objectOf, phraseAround, subjectOf } from './tree-phrases.ts';
import type { View } from './view.ts';

const steps = 8;

/** “…, and [67%] came out against”: the number itself is who does it. */
const isSubject = (view: View): boolean =>
  /^(?:VERB|AUX)$/.test(view.pos(view.end)) &&
  /^(?:VB[DPZ]|MD)$/.test(view.token(view.end)!.tag) &&
  (view.first === view.head || /^(?:,|;|and|but|that)$/.test(view.lower(view.first - 1)));

/**
 * What the tree says of a quantity that the words beside it leave open: “[The index] edged down 0.03% to close at 1,463”, “raised [its target] to $5m”.
 * The way goes up from the quantity to the first noun that it describes, or the first verb that has a subject.
 */
export function grammarOf(view: View, change: Change): Measure | null {
  if ((view.quantity.kind === 'duration' && !mayBeTaken(view)) || isSubject(view) || isPointed(view)) return null;
  // “the sale of 10 737 jets”
  if (isBare(view) && view.pos(view.quantity.endToken) === 'NUM') return null;
  const tree = view.document.trees.of(view.sentence.index);
  if (!tree) return null;
  let at = headOfRun(tree, [view.quantity.firstToken, view.end]);
  const own = ofOwn(view, tree, at);
  if (own) return own;
  if (view.quantity.kind === 'duration' && !isTaken(view, tree, at)) return null;
  let verb: number | null = null;
  const arcs: number[] = [];
  const told = (found: Measure | null, last: number): Measure | null =>
    found && { ...found, sureness: sureOfAll(tree, [...arcs, last]) };
  for (let step = 0; step < steps; step++) {
    const subject = subjectOf(tree, at);
    // “is set to [stretch] over 2,000km”: the lowest verb says what the number is to its subject.
    if (view.pos(at) === 'VERB') verb ??= at;
    const link = caseOf(tree, at);
    // “grew by 3%, below the African average of [4%]”
    if (link !== null && link < view.first && view.is(link, 'apart')) return null;
    const object = ofObject(view, tree, at);
    if (object) return told(object, objectOf(tree, at)!);
    // “fell 0.9% as [concerns] grew”
    if (subject !== null && subject > view.end && hasSubordinate(view, subject)) return null;
    if (subject !== null && !isQuantity(view, subject) && !isRelative(view, subject))
      return told(ofSubject(view, tree, verb ?? at, subject, change), subject);
    const parent = tree.headOf(at);
    if (parent === null) return null;
    const isClause = subject !== null && isRelative(view, subject);
    const found = isQuantity(view, parent)
      ? null
      : ofParent(view, tree, [at, parent], isClause ? (verb ?? at) : null, change);
    if (found) return told(found, at);
    if (isClause || isClosed(view, tree, at)) return null;
    arcs.push(at);
    at = parent;
  }
  return null;
}

/** “600 meters of [floating barrier]”. */
function ofOwn(view: View, tree: Tree, at: number): Measure | null {
  const at0 = view.past;
  if (view.noun !== null || view.lower(at0) !== 'of') return null;
  const of = tree.headOf(at0);
  return of !== null && of > at0 && of < at0 + 6 && tree.headOf(of) === at && !view.isTime(of)
    ? fromPhrase(view, phraseAround(view, tree, of))
    : null;
}

/** “the difference between the two”, “entered the chart at four”, “their front five”: a small number for things named before, or a place in a list. */
const isPointed = (view: View): boolean =>
  isBare(view) &&
  (view.quantity.value ?? 0) < 1000 &&
  (/^(?:the|these|those)$/.test(view.lower(view.quantity.firstToken - 1)) || !isReached(view));

const isReached = (view: View): boolean =>
  /^(?:VERB|AUX)$/.test(view.pos(view.first - 1)) || /^(?:to|of|by|from)$/.test(view.lower(view.first - 1));

/** A word that opens another clause stands between the quantity and `at`. */
function hasSubordinate(view: View, at: number): boolean {
  for (let i = view.end; i < at; i++) if (view.is(i, 'subordinate') && !view.is(i + 1, 'amount-word')) return true;
  return false;
}

/** “who”, “which”: the noun before it is meant. */
const isRelative = (view: View, at: number): boolean => /^W/.test(view.token(at)?.tag ?? '');

/** The clause of “when prices rose 3%” says nothing of its main clause; what somebody said is no part of saying it. */
const isClosed = (view: View, tree: Tree, at: number): boolean => {
  const relation = tree.relationOf(at);
  if (/^(?:ccomp|parataxis|csubj)/.test(relation)) return true;
  return (
    /^advcl/.test(relation) &&
    tree.dependentsOf(at).some((d) => tree.relationOf(d) === 'mark' && view.pos(d) === 'SCONJ')
  );
};

function ofSubject(view: View, tree: Tree, verb: number, at: number, change: Change): Measure | null {
  if (isParted(view, at)) return null;
  if (view.pos(at) === 'PRON' || view.isTime(at) || isEmpty(view, at)) return null;
  // “…, a spokesman said”: who says it is nobody whose number it is.
  const own = tree.headOf(at);
  if (own !== null && own > view.end && view.is(own, 'say')) return null;
  // “moved away over the last two kilometres”
  if (isWay(view)) return null;
  const run = phraseAround(view, tree, at);
  const isPut = view.is(verb, 'put');
  // “[the storm] was moving at five miles per hour”
  const isMoving =
    view.is(verb, 'shift') && view.lower(view.first - 1) === 'at' && view.quantity.kind === 'measurement';
  if (view.is(verb, 'measure') && view.noun === null) {
    const subject = trimmed(view, run);
    return subject && { measure: view.is(verb, 'weight') ? 'weight' : view.token(verb)!.lemma, subject };
  }
  const isLevel =
    change.before !== null ||
    (change.change !== 'none' && ['up', 'down'].some((way) => view.is(view.first - 1, way))) ||
    view.pos(verb) !== 'VERB' ||
    levels.some((cue) => view.is(verb, cue)) ||
    (view.is(verb, 'last') && view.quantity.kind === 'duration') ||
    (isPut && isPassive(view, verb));
  // “the firm hopes to reach 1,000”
  if (isBare(view) && view.is(at, 'source') && !view.is(at, 'measured')) return null;
  if (isLevel && !isMoving && (view.noun === null || isPoints(view))) return fromPhrase(view, run);
  // “grew in both 100% hydrogen and …”
  if (
    view.is(verb, 'say') ||
    isPut ||
    isBare(view) ||
    /^(?:in|on|into|during|both|amid|near)$/.test(view.lower(view.first - 1))
  )
    return null;
  // “shoots out at 800 mph”: what moves
  const isSpeed = view.quantity.kind === 'measurement' && view.lower(view.first - 1) === 'at';
  // “police seized 12 tonnes”: who merely acts has no part in the number.
  const isHis =
    isSpeed ||
    mayBear.some((cue) => view.is(verb, cue)) ||
    (isOwning(view, verb) && view.pos(view.first - 1) !== 'ADP');
  if (view.is(at, 'measured') && view.noun === null) return fromPhrase(view, run);
  const subject = isHis ? runOf(view, tree, at) : null;
  return subject && { measure: null, subject };
}

/** Verbs whose subject the number is told of, though not what it measures. */
const mayBear = ['shift', 'extent', 'last', 'rise', 'fall', 'level', 'level-at', 'win', 'with-own', 'for-price'];

const isWay = (view: View): boolean =>
  /^(?:within|through|inside)$/.test(view.lower(view.first - 1)) ||
  (/^(?:over|within|through)$/.test(view.lower(view.first)) && view.pos(view.first + 1) === 'DET');

/** A number of nobody knows what. */
const isBare = (view: View): boolean => view.quantity.kind === 'count' && view.noun === null;

/** “is valued at $2bn” */
const isPassive = (view: View, verb: number): boolean =>
  /^VB[ND]$/.test(view.token(verb)?.tag ?? '') && [1, 2, 3].some((k) => view.token(verb - k)?.lemma === 'be');

const levels = ['rise', 'fall', 'level', 'level-at', 'shift', 'measure', 'go', 'extent'];

/** What a noun or verb right above the quantity says. */
function ofParent(
  view: View,
  tree: Tree,
  [at, parent]: readonly [number, number],
  clause: number | null,
  change: Change,
): Measure | null {
  const relation = clause === null ? tree.relationOf(at) : 'acl:relcl';
  if (view.pos(parent) === 'NOUN' || view.pos(parent) === 'PROPN') {
    if (!/^(?:nmod|acl|amod|appos|dep|obl)/.test(relation) || view.noun !== null || isEmpty(view, parent)) return null;
    const link = caseOf(tree, at);
    if (view.is(parent, 'term') && view.pos(parent - 1) !== 'NOUN') return null;
    if (isBare(view) && (link === null || view.lower(link) !== 'of')) return null;
    // “Novak, who [farms] 35 hectares”: a verb, whatever its tag.
    if (/^W/.test(view.token(subjectOf(tree, parent) ?? -1)?.tag ?? '')) return null;
    // “won by an unknown firm for $9m”: who does it.
    const agent = caseOf(tree, parent);
    if (agent !== null && view.lower(agent) === 'by') return null;
    // “led the field with $12m”: whose money it is, the field is not.
    if (link !== null && view.lower(link) === 'with')
      return withOf(view, tree, parent) ?? { measure: null, subject: null };
    if (link !== null && /^(?:in|on|during|since|until|over|after|before|than|like|despite)$/.test(view.lower(link)))
      return null;
    // “cut its stake in a network [to 49%]”, though “a rise in [rates] to 5%”
    // “rose at an annual rate of 2%”
    const way = view.is(parent, 'pace') && view.pos(parent - 1) !== 'NOUN' ? caseOf(tree, parent) : null;
    if (way !== null && view.lower(way) === 'at') return null;
    if (link !== null && /^(?:to|from)$/.test(view.lower(link)) && !isMovedNoun(view, tree, parent)) return null;
    // “a company to spend $5m”, “a man who won $5m”: who does it.
    // “the ability to run 26 miles”: the noun does nothing.
    const isAble = view.token(at)?.tag === 'VB' && !isOwning(view, at) && clause === null;
    if (relation.startsWith('acl') && isAble) return { measure: null, subject: null };
    if (relation.startsWith('acl')) return ofSubject(view, tree, clause ?? at, parent, change);
    return parent < view.first ? fromPhrase(view, phraseAround(view, tree, parent)) : null;
  }
  return null;
}

/** What a noun of change or a verb of range is said of: “a rise in [rates]”, “range in [price]”. */
function isMovedNoun(view: View, tree: Tree, at: number): boolean {
  const head = tree.headOf(at);
  if (head === null) return false;
  const isNoun = view.pos(head) === 'NOUN';
  return isNoun ? view.is(head, 'rise-noun') || view.is(head, 'fall-noun') : view.is(head, 'extent');
}

/** “[The film] led the hopefuls with $12m”: the subject of a verb whose “with” says what it has. */
function withOf(view: View, tree: Tree, object: number): Measure | null {
  const verb = tree.headOf(object);
  const subject = verb !== null && view.is(verb, 'with-own') ? subjectOf(tree, verb) : null;
  const run = subject === null || subject > view.first ? null : runOf(view, tree, subject);
  return run && { measure: null, subject: run };
}

/** “raised [the target] to $5m”, “sold [the house] for $2m”, “pulled [the sector] 0.7% lower”. */
function ofObject(view: View, tree: Tree, verb: number): Measure | null {
  const object = view.pos(verb) === 'VERB' ? objectOf(tree, verb) : null;
  if (object === null || object >= view.first || isQuantity(view, object) || view.pos(object) === 'PRON') return null;
  // “placed the value in the range of $5m”
  const isRange = view.lower(view.first - 1) === 'of' && view.is(view.first - 2, 'statistic');
  const isMoved = ['rise', 'fall', 'shift', 'apply'].some((cue) => view.is(verb, cue));
  const isOf =
    (isRange && view.is(verb, 'put')) ||
    /^(?:to|at|for|by)$/.test(view.lower(view.first - 1)) ||
    (isMoved && view.lower(view.first - 1) === 'from') ||
    /^(?:higher|lower|up|down)$/.test(view.lower(view.end));
  if (!isOf) return null;
  const found = fromPhrase(view, phraseAround(view, tree, object));
  // “bought Tolex [for] $16bn”
  const price = view.resources.statistics.sums.get(view.token(verb)?.lemma ?? '');
  const isPrice =
    price?.bearer === 'price' && price.links.has(view.lower(view.first - 1)) && view.quantity.kind === 'money';
  return isPrice && found?.measure === null
    ? { ...found, measure: `${price.participle} ${view.lower(view.first - 1)}` }
    : found;
}

/** “a gain”, “a record”, “a total”: nouns that say only how a number stands. */
const isEmpty = (view: View, at: number): boolean =>
  !view.is(at, 'measured') &&
  ['rise-noun', 'fall-noun', 'empty-noun', 'statistic', 'result', 'up', 'down', 'outlook'].some((cue) =>
    view.is(at, cue),
  );
