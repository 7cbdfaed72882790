import { isOwning } from './owner.ts';
import { beforeAdverbs, ownerAndThing, phraseEndingAt, phraseFrom, trimmed } from './phrases.ts';
import { pastParticle, pastPlaces, perished, predicateAfter } from './predicates.ts';
import { fromPhrase, isName, type Measure, sound } from './thing.ts';
import { type Run, View } from './view.ts';

/** “14 people [were killed]”, “killed [14 people]”, “a third of the homes were flooded”. */
export function fate(view: View): Measure | null {
  const counted = view.noun ?? partNoun(view);
  if (view.quantity.kind === 'percent' || (!view.noun && counted && !isFate(view, counted[1]))) return null;
  if (!counted && view.quantity.kind !== 'count') return null;
  const participle = participleAfter(view, counted?.[1] ?? view.end) ?? participleBefore(view) ?? acted(view);
  if (!participle) return null;
  const noun = counted ? sound(view, counted) : participle.noun;
  if (counted && noun === null) return null;
  return { measure: noun ? `${noun} ${participle.text}` : participle.text, subject: null };
}

/** “fewer than 30 [voted]”: a number of people is told by what they did. */
const acted = (view: View): Participle | null =>
  view.noun === null && view.is(view.end, 'act') && /^VB[DN]$/.test(view.token(view.end)?.tag ?? '')
    ? { text: view.token(view.end)!.text, noun: null }
    : null;

/** “suspects in [38] countries were arrested”, “rooms of [12] hotels were searched”: a preposition makes them another's. */
const isGoverned = (view: View): boolean =>
  /^(?:in|at|from|with|by|across|for|to|on|of)$/.test(view.lower(view.first - 1)) &&
  view.pos(view.first - 2) === 'NOUN' &&
  !view.is(view.first - 2, 'statistic') &&
  !view.is(view.first - 2, 'empty-noun');

/** Does a verb of `measure-verbs.txt` stand right before the quantity or after its noun? */
const isFate = (view: View, end: number): boolean =>
  participleBefore(view) !== null ||
  view.is(end, 'perish') ||
  [0, 1, 2].some((k) => view.resources.statistics.fates.has(view.token(end + k)?.lemma ?? ''));

/** The noun of “a third of [the homes]”. */
function partNoun(view: View): Run | null {
  const start = /^(?:ratio|percent)$/.test(view.quantity.kind) ? partAt(view) : null;
  const run = start === null ? null : phraseFrom(view, start);
  return run && ownerAndThing(view, run).thing;
}

/** Where the whole of a part begins: “a third of [the homes]”, “half [the homes]”, “three in four [voters]”. */
function partAt(view: View): number | null {
  // “5% or more of the shares”
  const past =
    view.lower(view.past) === 'or' && /^(?:more|less|fewer)$/.test(view.lower(view.past + 1))
      ? view.past + 2
      : view.past;
  if (view.lower(past) === 'of') return past + 1;
  const { tag = '', pos = '' } = view.token(view.end) ?? {};
  const isBare = view.quantity.kind === 'ratio' && (tag === 'PRP$' || /^(?:DET|NOUN|PROPN|ADJ)$/.test(pos));
  return isBare && !view.isTime(view.end) && !/^JJ[RS]$/.test(tag) ? view.end : null;
}

interface Participle {
  readonly text: string;
  readonly noun: string | null;
}

function participleAfter(view: View, end: number): Participle | null {
  let at = end;
  const skipped = pastPlaces(view, at);
  if (view.pos(skipped) === 'AUX') at = skipped;
  // “plans to abolish 162 boards have been unveiled”
  if (at === skipped && view.pos(at) === 'AUX' && view.token(view.first - 1)?.tag === 'VB') return null;
  if (/^(?:who|that|which)$/.test(view.lower(at))) at++;
  else if (isGoverned(view)) return null;
  let isPassive = false;
  while (/^(?:AUX|ADV)$/.test(view.pos(at)) || (isPassive && /^(?:all|both)$/.test(view.lower(at)))) {
    isPassive ||= view.token(at)?.lemma === 'be' || view.lower(at) === 'been';
    at++;
  }
  const token = view.token(at);
  // “have died”, “also died”
  if (token && /^VB[DN]$/.test(token.tag) && view.is(at, 'perish')) return { text: token.text, noun: null };
  if (!token || (!isPassive && at !== end)) return null;
  // “left two people dead”
  if (/^(?:dead|homeless|missing|stranded|injured)$/.test(view.lower(at)) && at === end && at === view.end)
    return view.pos(at + 1) === 'NOUN' ? null : { text: token.text, noun: null };
  const isParticiple = token.tag === 'VBN' || (isPassive && token.tag === 'VBD');
  const isState = isPassive && /^(?:missing|dead|homeless|alive|unemployed)$/.test(token.lower);
  if (isState || (isParticiple && (isPassive || view.resources.statistics.fates.has(token.lemma)))) {
    if (['say', 'put', 'empty'].some((cue) => view.is(at, cue))) return null;
    return { text: view.text([at, pastParticle(view, at + 1)]), noun: null };
  }
  return null;
}

function participleBefore(view: View): Participle | null {
  const at = view.first - 1;
  // “a war-damaged five-storey block”
  if (/^[-‑]$/.test(view.lower(at - 1))) return null;
  // A headline's "kills 11" is often tagged as a noun.
  const known = view.resources.statistics.fates.get(view.token(at)?.lemma ?? '');
  return known ? { text: known.participle, noun: known.noun } : null;
}

/** “70 percent of [the world's cocaine] is [trafficked through Ecuador's ports]”. */
export function share(view: View): Measure | null {
  if (!/^(?:percent|ratio|count|measurement|money|rate)$/.test(view.quantity.kind)) return null;
  const start = view.lower(view.end) === 'in' ? view.end + 1 : partAt(view);
  // “within 100 miles of the islands”
  const isLength = view.resources.statistics.cues.get('length-unit')?.has(view.quantity.unit ?? '');
  if (isLength && view.lower(view.first - 1) === 'within') return { measure: 'distance', subject: null };
  if (view.noun || start === null) return null;
  const whole = view.lower(view.end) === 'of' ? wholeCounted(view) : null;
  if (whole) return whole;
  const run = phraseFrom(view, start);
  if (!run || (view.lower(view.end) === 'in' && (view.quantity.kind !== 'money' || view.isTime(run[0])))) return null;
  // “going to $1 in the event of …”, “$20,000 in exchange for …”
  const isOwn = view.pos(start) === 'DET' || view.token(start)?.tag === 'PRP$';
  if (view.lower(view.end) === 'in' && (isOwn || view.is(start, 'in-phrase'))) return null;
  const { owner, thing } = ownerAndThing(view, run);
  if (!thing) return null;
  if (isName(view, thing)) return ofName(view, thing);
  // “890 miles of our system” measures no system.
  if (view.quantity.kind === 'measurement' && view.token(run[0])?.tag === 'PRP$') return null;
  const noun = sound(view, thing);
  if (noun === null) return null;
  const fronted = isFronted(view) ? subjectAfter(view, run[1]) : null;
  if (fronted) return { measure: noun, subject: fronted };
  const predicate = predicateAfter(view, run[1]);
  const done = predicate ? view.text(predicate) : (participleBefore(view)?.text ?? perished(view, run[1]));
  const words = done ? `${noun} ${done}` : noun;
  return { measure: words, subject: owner };
}

/** “owns 40% of [Tolex]”, “one in four [Turks]”: what has a part, or people who are counted; else whose the share is. */
function ofName(view: View, thing: Run): Measure {
  const isHeld =
    view.quantity.kind === 'percent' &&
    /^(?:VERB|AUX)$/.test(view.pos(view.first - 1)) &&
    isOwning(view, view.first - 1);
  const isPlural = view.token(thing[1] - 1)?.tag === 'NNPS' && thing[1] - thing[0] === 1;
  // “7 tonnes of LNG”
  if (view.quantity.kind === 'measurement' && /^\p{Lu}{2,}$/u.test(view.text(thing)))
    return { measure: view.text(thing), subject: null };
  if (!isHeld && !isPlural) return { measure: null, subject: thing };
  const predicate = isPlural ? predicateAfter(view, thing[1]) : null;
  return { measure: predicate ? `${view.text(thing)} ${view.text(predicate)}` : view.text(thing), subject: null };
}

/** “[At] 80% of GDP, the debt is high”: at the head of the sentence. */
const isFronted = (view: View): boolean =>
  view.lower(view.first - 1) === 'at' && view.first - 1 - view.sentence.firstToken <= 1;

/** The subject that a comma parts from what stands before it. */
function subjectAfter(view: View, comma: number): Run | null {
  const run = view.lower(comma) === ',' ? phraseFrom(view, comma + 1) : null;
  return run && /^(?:VERB|AUX)$/.test(view.pos(run[1])) ? trimmed(view, run) : null;
}

/** “12 of [the state's 41 delegates]”: the whole has a number of its own, and names what is counted. */
function wholeCounted(view: View): Measure | null {
  const of = view.end + 1;
  const whole = view.others.find((q) => q.firstToken >= of && q.firstToken <= of + 4);
  if (whole?.kind !== 'count' || whole.unitText === null) return null;
  for (let i = of; i < whole.firstToken; i++) if (!/^(?:DET|NOUN|PROPN|PART|PRON|ADJ)$/.test(view.pos(i))) return null;
  const isOwned = /^['’]s?$/.test(view.lower(whole.firstToken - 1));
  // The participles that the unit leaves out (“41 [elected] delegates”) say what is counted.
  const { noun, end } = new View(view.sheet, view.resources, whole);
  const name = noun ? view.text(noun) : whole.unitText;
  // “a third of the 2,000 users asked were [fed up]”
  const isAsked = /^VB[ND]$/.test(view.token(end)?.tag ?? '') && view.pos(end + 1) === 'AUX';
  const predicate = predicateAfter(view, isAsked ? end + 1 : end);
  return {
    measure: predicate ? `${name} ${view.text(predicate)}` : name,
    subject: isOwned ? trimmed(view, [of, whole.firstToken - 1]) : null,
  };
}

/** “with [the death toll] rising to 22 people”: the count is the toll's, whatever it counts. */
export const tolled = (view: View): Measure | null => {
  const verb = view.first - 2;
  if (
    view.noun === null ||
    view.lower(verb + 1) !== 'to' ||
    !['rise', 'fall', 'level', 'level-at'].some((cue) => view.is(verb, cue))
  )
    return null;
  const end = beforeAdverbs(view, verb);
  const run = phraseEndingAt(view, end, /^$/);
  return run && view.is(run[1] - 1, 'toll') ? fromPhrase(view, run) : null;
};
