import { type Change, changedPhrase, isAfterName, isPoints } from './change.ts';
import { beforeAdverbs, ownerAndThing, phraseEndingAt, phraseFrom, trimmed } from './phrases.ts';
import { fromPhrase, isName, type Measure, sound } from './thing.ts';
import type { Run, View } from './view.ts';

type Reader = (view: View, change: Change) => Measure | null;

/** What the quantity measures, from the grammar around it; nulls where that doesn't say. */
export function measureOf(view: View, change: Change): Measure {
  if (view.quantity.kind === 'score') return { measure: null, subject: null };
  for (const read of readers) {
    const found = read(view, change);
    if (found) return found;
  }
  return { measure: null, subject: null };
}

/** The subject that ends there; what a participle or another preposition governs (“the fine for breaking this law was …”) is none. */
function subjectEndingAt(view: View, end: number): Run | null {
  // “oil prices, [which] fell 3%”
  const relative = /^W(?:DT|P)$/.test(view.token(end - 1)?.tag ?? '') ? 1 + (view.lower(end - 2) === ',' ? 1 : 0) : 0;
  const run = phraseEndingAt(view, end - relative);
  // “rose 0.65 per cent to end at 27,349”
  if (!run || view.others.some((q) => q.firstToken < run[1] && run[0] < q.endToken)) return null;
  return view.token(run[0] - 1)?.tag !== 'VBG' && view.pos(run[0] - 1) !== 'ADP' ? run : null;
}

/** “[Ecuador's murder rate] has dropped by 16%”; “a decrease of 16% in [the murder rate]”. */
const changed: Reader = (view, { change, before, after }) => {
  if (after !== null) {
    if (view.noun && view.quantity.kind === 'count') return null;
    const link = changedPhrase(view, after);
    const found = link ? fromPhrase(view, phraseFrom(view, link[0])) : null;
    if (found?.measure != null || view.lower(view.first - 1) !== 'of') return found;
    // “[GDP] growth of 1.5% in Germany”
    const noun = phraseEndingAt(view, view.first - 1, /^$/);
    const compound = noun && trimmed(view, noun);
    const measure = compound && compound[1] - compound[0] > 1 ? sound(view, compound) : null;
    return measure === null ? found : { measure, subject: found?.subject ?? null };
  }
  if (before === null || (change === 'none' && before < 0)) return null;
  const subject = fromPhrase(view, subjectEndingAt(view, beforeAdverbs(view, before)));
  // "added 3,400 jobs": the object is what rose, not the subject.
  if (view.noun && view.quantity.kind === 'count' && view.lower(view.first - 1) !== 'by' && !isPoints(view))
    return null;
  return subject;
};

const age: Reader = (view) => {
  if (view.quantity.kind !== 'age') return null;
  const at = view.quantity.firstToken;
  const noun = phraseFrom(view, view.quantity.endToken);
  const apposed = view.lower(at - 1) === ',' ? phraseEndingAt(view, at - 1) : null;
  const subject = apposed ?? noun;
  return { measure: 'age', subject: subject && trimmed(view, subject) };
};

/** “14 people [were killed]”, “killed [14 people]”, “a third of the homes were flooded”. */
const fate: Reader = (view) => {
  const counted = view.noun ?? partNoun(view);
  if (view.quantity.kind === 'percent' || (!view.noun && counted && !isFate(view, counted[1]))) return null;
  if (!counted && view.quantity.kind !== 'count') return null;
  const participle = participleAfter(view, counted?.[1] ?? view.end) ?? participleBefore(view);
  if (!participle) return null;
  const noun = counted ? sound(view, counted) : participle.noun;
  if (counted && noun === null) return null;
  return { measure: noun ? `${noun} ${participle.text}` : participle.text, subject: null };
};

/** Does a verb of `measure-verbs.txt` stand right before the quantity or after its noun? */
const isFate = (view: View, end: number): boolean =>
  participleBefore(view) !== null ||
  view.is(end, 'perish') ||
  [0, 1, 2].some((k) => view.resources.statistics.fates.has(view.token(end + k)?.lemma ?? ''));

/** The noun of “a third of [the homes]”. */
function partNoun(view: View): Run | null {
  if (!/^(?:ratio|percent)$/.test(view.quantity.kind) || view.lower(view.end) !== 'of') return null;
  const run = phraseFrom(view, view.end + 1);
  return run && ownerAndThing(view, run).thing;
}

interface Participle {
  readonly text: string;
  readonly noun: string | null;
}

function participleAfter(view: View, end: number): Participle | null {
  let at = end;
  const skipped = view.lower(at) === 'in' ? phraseFrom(view, at + 1) : null;
  if (skipped && view.pos(skipped[1]) === 'AUX') at = skipped[1];
  if (/^(?:who|that|which)$/.test(view.lower(at))) at++;
  let isPassive = false;
  while (view.pos(at) === 'AUX' || view.pos(at) === 'ADV') {
    isPassive ||= view.token(at)?.lemma === 'be' || view.lower(at) === 'been';
    at++;
  }
  const token = view.token(at);
  if (!token || (!isPassive && at !== end)) return null;
  // “14 people died”
  if (at === end && token.tag === 'VBD' && view.is(at, 'perish')) return { text: token.text, noun: null };
  const isParticiple = token.tag === 'VBN' || (isPassive && token.tag === 'VBD');
  const isState = isPassive && /^(?:missing|dead|homeless|alive|unemployed)$/.test(token.lower);
  if (isState || (isParticiple && (isPassive || view.resources.statistics.fates.has(token.lemma)))) {
    return ['say', 'put', 'empty'].some((cue) => view.is(at, cue)) ? null : { text: token.text, noun: null };
  }
  return null;
}

function participleBefore(view: View): Participle | null {
  const at = view.first - 1;
  // A headline's "kills 11" is often tagged as a noun.
  const known = view.resources.statistics.fates.get(view.token(at)?.lemma ?? '');
  return known ? { text: known.participle, noun: known.noun } : null;
}

/** “70 percent of [the world's cocaine] is [trafficked through Ecuador's ports]”. */
const share: Reader = (view) => {
  if (!/^(?:percent|ratio|count|measurement|money|rate)$/.test(view.quantity.kind)) return null;
  if (view.noun || !/^(?:of|in)$/.test(view.lower(view.end))) return null;
  const run = phraseFrom(view, view.end + 1);
  if (!run || (view.lower(view.end) === 'in' && (view.quantity.kind !== 'money' || view.isTime(run[0])))) return null;
  const { owner, thing } = ownerAndThing(view, run);
  if (!thing) return null;
  if (isName(view, thing)) return { measure: null, subject: thing };
  // “890 miles of our system” measures no system.
  if (view.quantity.kind === 'measurement' && view.token(run[0])?.tag === 'PRP$') return null;
  const noun = sound(view, thing);
  if (noun === null) return null;
  const predicate = passiveAfter(view, run[1]);
  const words = predicate ? `${noun} ${view.text(predicate)}` : noun;
  return { measure: words, subject: owner };
};

/** “is trafficked through Ecuador's ports”: participle and the phrase after it. */
function passiveAfter(view: View, end: number): Run | null {
  let at = end;
  while (view.pos(at) === 'AUX' || view.pos(at) === 'ADV') at++;
  if (at === end || view.token(at)?.tag !== 'VBN') return null;
  const isPlace = /^(?:through|via|in|from|to|into|on)$/.test(view.lower(at + 1));
  const goal = isPlace && !view.isTime(at + 2) ? phraseFrom(view, at + 2) : null;
  return [at, goal ? goal[1] : at + 1];
}

/** “[damage] is estimated at €45 million”, “estimated [the damage] at €45 million”. */
const putAt: Reader = (view) => {
  if (!/^(?:at|on)$/.test(view.lower(view.first - 1))) return null;
  const at = view.first - 1;
  const verb = at - 1;
  if (view.pos(verb) === 'VERB') {
    return view.is(verb, 'put') || view.is(verb, 'level-at')
      ? fromPhrase(view, subjectEndingAt(view, beforeAdverbs(view, verb)))
      : null;
  }
  const object = phraseEndingAt(view, at);
  return object && view.is(object[0] - 1, 'put') ? fromPhrase(view, object) : null;
};

/** “[Turnout] was 71 percent”, “[the river] peaked at 6.8 meters”, “[repairs] would cost £310,000”. */
const level: Reader = (view) => {
  const to = /^(?:at|to)$/.test(view.lower(view.first - 1)) ? 1 : 0;
  const verb = view.first - 1 - to;
  if (!/^(?:VERB|AUX)$/.test(view.pos(verb))) return null;
  const isMeasure = view.is(verb, 'measure');
  if (!isMeasure && !view.is(verb, to ? 'level-at' : 'level') && !(to === 1 && view.is(verb, 'level'))) return null;
  if (view.quantity.kind === 'count' && view.noun && !isMeasure) return null;
  if (isModifier(view)) return null;
  const run = subjectEndingAt(view, beforeAdverbs(view, verb));
  if (!isMeasure) return run && fromPhrase(view, run);
  const measure = view.is(verb, 'weight') ? 'weight' : view.token(verb)!.lemma;
  return { measure, subject: run && trimmed(view, run) };
};

/** “at a four year high”: a noun follows that the quantity stands with. */
const isModifier = (view: View): boolean =>
  view.quantity.kind !== 'count' && view.pos(view.quantity.endToken) === 'NOUN' && !view.isTime(view.quantity.endToken);

/** “[donations] worth €320,000”, “a [fine] of $3 billion”, “a [tenure] of 16 months”. */
const nounBefore: Reader = (view) => {
  const at = view.first - 1;
  if (!view.is(at, 'worth') && !(view.lower(at) === 'of' && !view.noun)) return null;
  // “sale of the 33% stake”: the stake is what is measured.
  if (view.pos(view.quantity.endToken) === 'NOUN') return null;
  const run = phraseEndingAt(view, at, /^of$/);
  return run && !view.is(run[1] - 1, 'statistic') ? fromPhrase(view, run) : null;
};

/** “16-month [tenure]”, “$40 billion [contract]”, “a 25% [tax]”. */
const modified: Reader = (view) => {
  const { quantity } = view;
  if (!/^(?:money|duration|percent|measurement)$/.test(quantity.kind)) return null;
  const run = phraseFrom(view, quantity.endToken);
  if (!run || !/^(?:NOUN|PROPN|ADJ)$/.test(view.pos(run[0]))) return null;
  const thing = trimmed(view, run);
  const owner =
    view.token(view.first - 1)?.lower === '’s' || view.lower(view.first - 1) === "'s"
      ? phraseEndingAt(view, view.first - 1, /^of$/)
      : null;
  return thing && { measure: sound(view, thing), subject: owner && trimmed(view, owner) };
};

/** “€18 million is [damage to roads]”: what the quantity is said to be. */
const predicate: Reader = (view) => {
  if (view.noun || view.token(view.end)?.lemma !== 'be' || /^an?$/.test(view.lower(view.end + 1))) return null;
  return fromPhrase(view, phraseFrom(view, view.end + 1));
};

/** “[the association] had collected £18,500”: whose money, though not what it is. */
const done: Reader = (view) => {
  const verb = view.first - 1;
  const token = view.token(verb);
  if (view.quantity.kind !== 'money' || token?.pos !== 'VERB' || !/ed$/.test(token.lower)) return null;
  const run = phraseEndingAt(view, beforeAdverbs(view, verb));
  return run && { measure: null, subject: trimmed(view, run) };
};

/** “781 [killings]”, “3,400 [jobs]”: the counted noun itself; whose, where a verb of having says so. */
const counted: Reader = (view, { change }) => {
  if (!view.noun || (change !== 'none' && isPoints(view))) return null;
  const verb = view.first - 1;
  const isHaving = view.pos(verb) === 'VERB' && view.is(verb, 'own');
  const owner = isHaving ? phraseEndingAt(view, beforeAdverbs(view, verb)) : null;
  const subject = owner ? trimmed(view, owner) : null;
  const isTime = subject !== null && view.isTime(subject[1] - 1);
  const noun = headed(view, view.noun);
  // “10,000 job cuts” are counted, whatever they change.
  const isCompound = noun[1] - noun[0] > 1 && view.pos(noun[1] - 2) === 'NOUN' && !view.is(noun[1] - 1, 'empty-noun');
  return { measure: isCompound ? view.text(noun) : sound(view, noun), subject: isTime ? null : subject };
};

/** “24 UK top 250 [companies]”: what stands after a rank. */
function headed(view: View, [first, end]: Run): Run {
  for (let i = end - 1; i >= first; i--) if (view.pos(i) === 'NUM' && view.lower(i - 1) === 'top') return [i + 1, end];
  return [first, end];
}

/** “[DAX] -1.6%”, “John Gant ([0.5] points)”: a name with nothing but a sign or a bracket between. */
const labelled: Reader = (view) => {
  const isBracket = view.lower(view.first - 1) === '(';
  const isSigned = /^[-−–+]/.test(view.token(view.first)?.text ?? '') && isAfterName(view);
  if (!isBracket && !isSigned) return null;
  if (isBracket && view.others.some((q) => q.endToken === view.first - 1)) return null;
  const run = phraseEndingAt(view, view.first - (isBracket ? 1 : 0), /^$/);
  const name = run && trimmed(view, run);
  if (!name || !isName(view, name)) return null;
  return { measure: view.noun ? sound(view, view.noun) : null, subject: name };
};

/** “a [magnitude] 5.2 earthquake”. */
const scaled: Reader = (view) => {
  const at = view.quantity.firstToken - 1;
  return view.quantity.kind === 'count' && view.lower(at) === 'magnitude'
    ? { measure: view.text([at, at + 1]), subject: null }
    : null;
};

/** Every reader of measures, in order: the first that finds one stands. */
const readers: readonly Reader[] = [
  age,
  scaled,
  labelled,
  changed,
  fate,
  share,
  putAt,
  level,
  nounBefore,
  modified,
  predicate,
  done,
  counted,
];
