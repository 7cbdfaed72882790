import type { Quantity } from '../../annotate/document.ts';
import { type Change, changedPhrase, isPoints } from './change.ts';
import { counted } from './counted.ts';
import { extent } from './extent.ts';
import { fate, share, tolled } from './fates.ts';
import { labelled, scaled } from './labelled.ts';
import { lasting } from './lasting.ts';
import { age, heldShare, ranked } from './measure-of-holder.ts';
import { beforeAdverbs, ownerAndThing, phraseEndingAt, phraseFrom, trimmed } from './phrases.ts';
import { bracketed, predicated } from './predicates.ts';
import { subjectEndingAt } from './subjects.ts';
import { sum } from './sums.ts';
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

/** “[Ecuador's murder rate] has dropped by 16%”; “a decrease of 16% in [the murder rate]”. */
const changed: Reader = (view, { change, base, before, after }) => {
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
  const applied = appliedTo(view);
  if (applied || before === null || (change === 'none' && before < 0)) return applied;
  const subject = fromPhrase(view, accompanying(view, before) ?? subjectEndingAt(view, beforeAdverbs(view, before)));
  // "added 3,400 jobs": the object is what rose, not the subject.
  const isObject =
    view.noun && view.quantity.kind === 'count' && view.lower(view.first - 1) !== 'by' && !isPoints(view);
  // “sales rose from 100 [to 110 units]”: both ends are the subject's.
  return isObject && (base === null || subject?.measure == null) ? null : subject;
};

/** “hurt shares, with [the index] down 1%”: no verb of its own stands behind the noun. */
function accompanying(view: View, before: number): Run | null {
  const isBare = view.token(before)?.tag === 'VBG' || ['up', 'down'].some((way) => view.is(before, way));
  const run = isBare ? phraseEndingAt(view, before, /^(?:of|in)$/) : null;
  return run && view.lower(run[0] - 1) === 'with' ? run : null;
}

/** “added $40 to [the price]”, “wiped $3m from [the firm's value]”. */
function appliedTo(view: View): Measure | null {
  if (view.noun || !view.is(view.first - 1, 'apply') || !/^(?:to|from|off)$/.test(view.lower(view.end))) return null;
  const run = phraseFrom(view, view.end + 1);
  return run && !view.isTime(run[0]) && !view.others.some((q) => run[0] <= q.firstToken && q.firstToken < run[1])
    ? fromPhrase(view, run)
    : null;
}

/** “[damage] is estimated at €45 million”, “estimated [the damage] at €45 million”. */
const putAt: Reader = (view) => {
  const isCounted = view.quantity.kind === 'count' && view.quantity.unitText !== null;
  if (isCounted || !/^(?:at|on)$/.test(view.lower(view.first - 1))) return null;
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
  // “has cost £9m”, whatever its tag
  const isVerb = /^(?:VERB|AUX)$/.test(view.pos(verb)) || (view.is(verb, 'measure') && view.pos(verb - 1) === 'AUX');
  if (!isVerb) return null;
  const isMeasure = view.is(verb, 'measure');
  if (!isMeasure && !view.is(verb, to ? 'level-at' : 'level') && !(to === 1 && view.is(verb, 'level'))) return null;
  if (view.quantity.kind === 'count' && view.noun && !isMeasure) return null;
  if (isModifier(view)) return null;
  const run = accompanying(view, verb) ?? subjectEndingAt(view, beforeAdverbs(view, verb));
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
  if (view.is(at, 'worth') && view.token(beforeAdverbs(view, at))?.lemma === 'be') {
    const end = beforeAdverbs(view, at);
    const owner = view.token(end - 1)?.tag === 'PRP' ? ([end - 1, end] as const) : phraseEndingAt(view, end);
    return owner && { measure: 'worth', subject: trimmed(view, owner) };
  }
  if (!view.is(at, 'worth') && !(view.lower(at) === 'of' && !view.noun)) return null;
  // “the release of [eight years] of tax returns”
  if (view.quantity.kind === 'duration' && view.lower(view.end) === 'of' && view.pos(view.end + 1) === 'NOUN')
    return null;
  // “the sale of 10 737 jets”
  if (view.quantity.kind === 'count' && view.pos(view.quantity.endToken) === 'NUM') return null;
  // “sale of the 33% stake”: the stake is what is measured; “holders of 5% of the shares”: the shares.
  if (
    view.pos(view.quantity.endToken) === 'NOUN' ||
    (view.quantity.kind === 'percent' && view.is(view.first - 2, 'holder'))
  )
    return null;
  // “performances of the £3m musical”
  const next = view.quantity.kind === 'count' ? null : phraseFrom(view, view.end);
  if (next && view.pos(view.end) !== 'ADV') return null;
  const run = phraseEndingAt(view, at, /^of$/);
  // “tax cuts worth $5m”: what the money is, whatever it does.
  const worth = view.is(at, 'worth') && run && view.pos(run[1] - 1) === 'NOUN' ? trimmed(view, run) : null;
  if (worth && !isName(view, worth) && ownerAndThing(view, worth).owner === null)
    return { measure: view.text(worth), subject: null };
  const isHollow = !run || ['statistic', 'outlook'].some((cue) => view.is(run[1] - 1, cue)) || isPace(view, run);
  return isHollow ? null : fromPhrase(view, run);
};

/** “rose at an annual [rate] of 2%”: only how fast. */
const isPace = (view: View, [first, end]: Run): boolean =>
  view.is(end - 1, 'pace') &&
  view.pos(end - 2) !== 'NOUN' &&
  [first, first - 1].some((at) => view.lower(at - 1) === 'at');

/** “[rates] above 50%”, “a [depth] below 1,400 feet”, “[loans] in excess of $3m”: a bound stands right behind what it bounds. */
const bounded: Reader = (view) => {
  if (!/^(?:percent|measurement|money)$/.test(view.quantity.kind) || view.first === view.quantity.firstToken)
    return null;
  if (!view.is(view.first, 'bound-word') || !/^NNS?$/.test(view.token(view.first - 1)?.tag ?? '')) return null;
  const run = phraseEndingAt(view, view.first, /^of$/);
  return run && !view.is(run[1] - 1, 'statistic') ? fromPhrase(view, run) : null;
};

/** “16-month [tenure]”, “$40 billion [contract]”, “a 25% [tax]”. */
const modified: Reader = (view) => {
  const { quantity } = view;
  if (!/^(?:money|duration|percent|measurement)$/.test(quantity.kind)) return null;
  // “three days of [mourning]”
  const isOf =
    quantity.kind === 'duration' && view.lower(view.end) === 'of' && /^(?:NOUN|ADJ)$/.test(view.pos(view.end + 1));
  // “held for 33 months plans to sue”
  const isLasting =
    quantity.kind === 'duration' &&
    /^(?:for|within|after)$/.test(view.lower(view.first - 1)) &&
    /s$/.test(view.lower(view.end - 1));
  const start = isOf ? view.end + 1 : afterModifiers(view);
  if (isLasting && start === view.end) return null;
  // “in three weeks’ time”
  if (quantity.kind === 'duration' && start > view.end && view.lower(start) === 'time') return null;
  // “pay a $125m [fine]”, whatever its tag
  if (quantity.kind === 'money' && view.is(start, 'sum') && !/^(?:NOUN|PROPN|ADJ)$/.test(view.pos(start + 1)))
    return { measure: view.text([start, start + 1]), subject: null };
  const run = phraseFrom(view, start);
  if (!run || !(/^(?:NOUN|PROPN|ADJ)$/.test(view.pos(run[0])) || view.is(run[0], 'attributive'))) return null;
  const thing = trimmed(view, withComplement(view, run));
  const owner =
    view.token(view.first - 1)?.lower === '’s' || view.lower(view.first - 1) === "'s"
      ? phraseEndingAt(view, view.first - 1, /^of$/)
      : null;
  return thing && { measure: sound(view, thing), subject: owner && trimmed(view, owner) };
};

/** Past “’” (“two years’ [tenure]”), a bracket that says it again and a modifier beside it (“a five-year, 2-mile (3 km) [journey]”). */
function afterModifiers(view: View): number {
  let at = view.quantity.endToken + (/^['’]$/.test(view.lower(view.quantity.endToken)) ? 1 : 0);
  for (let i = 0; i < 2; i++) {
    const isOpen = /^[(,]$/.test(view.lower(at));
    const next = isOpen ? view.others.find((q) => q.firstToken === at + 1) : undefined;
    if (view.lower(at) === '(' && next && view.lower(next.endToken) === ')') at = next.endToken + 1;
    else if (view.lower(at) === ',' && next && isJoined(view, next)) at = next.endToken;
    else break;
  }
  return at;
}

/** “2-mile”: number and unit are one word. */
const isJoined = (view: View, { firstToken, endToken }: Quantity): boolean => {
  for (let i = firstToken; i < endToken; i++) if (/^[-‑]$/.test(view.lower(i))) return true;
  return false;
};

/** “a 25% tax [on imported cars]”, “a $150,000 contract [with the club]”. */
function withComplement(view: View, run: Run): Run {
  const { money, percent } = { money: view.quantity.kind === 'money', percent: view.quantity.kind === 'percent' };
  if (!(money || percent) || !/^(?:on|with)$/.test(view.lower(run[1])) || view.isTime(run[1] + 1)) return run;
  const next = phraseFrom(view, run[1] + 1);
  return next && !view.others.some((q) => next[0] <= q.firstToken && q.firstToken < next[1]) ? [run[0], next[1]] : run;
}

/** “€18 million is [damage to roads]”: what the quantity is said to be. */
const predicate: Reader = (view) => {
  if (view.noun || view.token(view.end)?.lemma !== 'be' || /^an?$/.test(view.lower(view.end + 1))) return null;
  return fromPhrase(view, phraseFrom(view, view.end + 1));
};

/** Every reader of measures, in order: the first that finds one stands. */
const readers: readonly Reader[] = [
  age,
  extent,
  scaled,
  ranked,
  heldShare,
  bracketed,
  labelled,
  tolled,
  sum,
  changed,
  fate,
  share,
  predicated,
  putAt,
  level,
  nounBefore,
  bounded,
  modified,
  predicate,
  lasting,
  counted,
];
