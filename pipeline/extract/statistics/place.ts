import type { EntityMention } from '../../annotate/document.ts';
import { crossing } from './clause.ts';
import { near } from './sheet.ts';
import type { Measure } from './thing.ts';
import type { View } from './view.ts';

/** Where the number holds and how that is known. */
export interface Place {
  readonly mention: EntityMention | null;
  readonly entity: number | null;
  readonly basis: 'stated' | 'inferred' | 'none';
}

const nowhere: Place = { mention: null, entity: null, basis: 'none' };

/** The place that the sentence gives the quantity; where it names none, the one that the whole article is about. */
export function placeOf(view: View, { measure, subject }: Measure): Place {
  if (/^(?:duration|age)$/.test(view.quantity.kind) || view.quantity.unitText === 'times') return nowhere;
  const isScore = view.quantity.kind === 'score';
  const all = near(view.sheet.places.get(view.sentence.index), view.quantity.firstToken);
  // “Peru's second-largest bank”
  if (view.quantity.kind === 'rank') {
    const owner = all.find((m) => isOwner(view, m) && m.endToken + 1 === view.first);
    return owner ? { mention: owner, entity: owner.entity, basis: 'stated' } : nowhere;
  }
  const named = all.filter((m) => !goesOn(view, m) && !isOfLength(view, m));
  const before = named.filter((m) => m.endToken <= view.first);
  const after = named.filter((m) => m.firstToken >= view.end);
  const antecedent = before.findLast((m) => isAntecedent(view, m));
  if (antecedent) return { mention: antecedent, entity: antecedent.entity, basis: 'stated' };
  const found =
    before.findLast((m) => !isScore && isOwnerOf(view, m) && wayTo(view, m) === 'clear') ??
    after.find((m) => isWhere(view, m) && wayTo(view, m) !== 'parted') ??
    before.findLast((m) => isWhere(view, m) && wayTo(view, m) === 'clear' && !isOfOtherVerb(view, m));
  // “All but one of the 14 deaths were in Ruše”: the place is that of the part.
  if (found && isOfPart(view, found)) return nowhere;
  // “in Sri Lanka and Indonesia”: one of several places.
  if (found && isListed(view, found, named)) return nowhere;
  if (found && wayTo(view, found) !== 'clear' && !isPublic(view, { measure, subject: null }, 'shared')) return nowhere;
  if (found)
    return { mention: found, entity: found.entity, basis: wayTo(view, found) === 'clear' ? 'stated' : 'inferred' };
  const { mainPlace } = view.sheet;
  const isOnly = all.every((m) => m.entity !== null && m.entity === mainPlace);
  return mainPlace !== null && isOnly && isPublic(view, { measure, subject }, 'none')
    ? { mention: null, entity: mainPlace, basis: 'inferred' }
    : nowhere;
}

/** “the Soča[-Isonzo] delta”, “Davao [del Sur]”: the name is longer than the place that is known. */
const goesOn = (view: View, { firstToken, endToken }: EntityMention): boolean =>
  // “in the Monmouth poll”
  (endToken - firstToken === 1 &&
    view.pos(firstToken - 1) === 'DET' &&
    view.pos(endToken) === 'NOUN' &&
    endToken !== view.quantity.firstToken) ||
  (/^[-‑]$/.test(view.lower(endToken)) && view.token(endToken)?.start === view.token(endToken - 1)?.end) ||
  (/^(?:del?|do|da|al|la)$/.test(view.token(endToken)?.text ?? '') && view.pos(endToken + 1) === 'PROPN');

/** “the 75 m ship was built in [Japan]”: a length holds in no place but the one right behind it. */
const isOfLength = (view: View, m: EntityMention): boolean =>
  view.quantity.kind === 'measurement' &&
  view.resources.statistics.cues.get('length-unit')?.has(view.quantity.unit ?? '') === true &&
  !isOwner(view, m) &&
  (m.firstToken < view.end || m.firstToken - view.end > 4);

/** A number of people, crimes, jobs and the like, in a sentence that speaks of no wider world and of no company. */
function isPublic(view: View, { measure, subject }: Measure, way: 'shared' | 'none'): boolean {
  if (measure === null || subject !== null || !/^(?:count|percent|rate|percentage_point)$/.test(view.quantity.kind))
    return false;
  const words = measure.toLowerCase().split(/[\s-]+/);
  const publics = view.resources.statistics.cues.get('public');
  if (!words.some((word) => publics?.has(word) || publics?.has(word.replace(/s$/, '')))) return false;
  if (way === 'shared') return true;
  for (let i = view.head; i < view.tail; i++) if (view.is(i, 'global')) return false;
  return !near(view.sheet.mentions.get(view.sentence.index), view.quantity.firstToken).some(
    (m) => m.type === 'organization' && m.form === 'name',
  );
}

/** “infected 200 in Tuzla and killed three”: the place stands with a verb before it, and another follows. */
const isOfOtherVerb = (view: View, { firstToken, endToken }: EntityMention): boolean =>
  hasVerb(view, view.head, firstToken) && hasVerb(view, endToken, view.first);

function hasVerb(view: View, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (view.pos(i) === 'VERB') return true;
  return false;
}

const isListed = (view: View, { firstToken, endToken }: EntityMention, named: readonly EntityMention[]): boolean =>
  (/^(?:and|,)$/.test(view.lower(endToken)) && isFollowed(view, endToken + 1, named)) ||
  // “in Saqqara and Tuna el-Gebel”: a name that nobody knows as a place.
  (view.lower(endToken) === 'and' && view.pos(endToken + 1) === 'PROPN' && view.pos(endToken + 2) !== 'VERB') ||
  (/^(?:and|,)$/.test(view.lower(firstToken - 1)) && named.some((m) => m.endToken === firstToken - 1));

/** “in Iowa, Ohio, and Utah”, “in Peru, the US, Iowa and …”, though not “in Tempe, Arizona”: “and” or a third place stands by the next. */
function isFollowed(view: View, from: number, named: readonly EntityMention[]): boolean {
  const placeAt = (k: number): EntityMention | undefined =>
    named.find((m) => m.firstToken === (view.pos(k) === 'DET' ? k + 1 : k));
  const next = placeAt(from);
  if (!next) return false;
  const comma = view.lower(next.endToken) === ',';
  const end = next.endToken + (comma ? 1 : 0);
  return view.lower(from - 1) === 'and' || view.lower(end) === 'and' || (comma && placeAt(end) !== undefined);
}

/** “one of the 14 deaths”, “all of the 14”, though not “in Ruše, a town of 7,000”. */
function isOfPart(view: View, { firstToken }: EntityMention): boolean {
  if (view.lower(view.first - 1) !== 'of') return false;
  const isAfter = firstToken >= view.end;
  return [2, 3].some((k) => {
    const at = view.first - k;
    return (
      view.pos(at) === 'NUM' ||
      /^(?:one|most|all|some|none)$/.test(view.lower(at)) ||
      (isAfter && view.pos(at) === 'DET')
    );
  });
}

/** “Ecuador's murder rate”. */
const isOwner = (view: View, { endToken }: EntityMention): boolean => /^['’]s?$/.test(view.lower(endToken));

/** The same near the number; not “the UK's entrants to the $1m contest”, which is another's. */
function isOwnerOf(view: View, m: EntityMention): boolean {
  // “Italy's Tolex agreed to buy 33% of …”: the place of a name.
  if (!isOwner(view, m) || view.first - m.endToken >= 8 || view.pos(m.endToken + 1) === 'PROPN') return false;
  let last = view.first - 1;
  while (last > m.endToken && !/^(?:NOUN|PROPN)$/.test(view.pos(last))) last--;
  for (let at = m.endToken; at < last; at++) if (view.pos(at) === 'ADP' && view.is(at, 'elsewhere')) return false;
  return true;
}

/** “another in Ruše, [where] five died”: no other clause opens before the number. */
function isAntecedent(view: View, { endToken }: EntityMention): boolean {
  const where = endToken + (view.lower(endToken) === ',' ? 1 : 0);
  if (view.lower(where) !== 'where' || where > view.first || where < view.first - 8) return false;
  for (let at = where + 1; at < view.first; at++)
    if (/^[,;:—–]$/.test(view.lower(at)) || view.is(at, 'subordinate')) return false;
  return true;
}

/** “in Slovenia”, “in northeastern Slovenia”, “in the United States”. */
function isWhere(view: View, { firstToken }: EntityMention): boolean {
  const link = /^(?:ADJ|DET)$/.test(view.pos(firstToken - 1)) ? firstToken - 2 : firstToken - 1;
  // “40 players born in Chile”
  return (view.is(firstToken - 1, 'where') || view.is(link, 'where')) && !view.is(link - 1, 'origin');
}

function wayTo(view: View, { firstToken, endToken }: EntityMention): ReturnType<typeof crossing> {
  if (firstToken >= view.end)
    return isFar(view, firstToken) || isAside(view, firstToken) ? 'parted' : crossing(view, view.end, firstToken);
  const way = crossing(view, endToken, view.first);
  return way === 'parted' && opensSentence(view, firstToken, endToken) ? 'clear' : way;
}

/** “In Peru, growers lost 40 barns”: a place at the head holds for what follows, up to the next number. */
const opensSentence = (view: View, first: number, end: number): boolean =>
  first - view.sentence.firstToken <= 2 &&
  view.lower(end) === ',' &&
  !view.others.some((q) => q.firstToken >= end && q.endToken <= view.first) &&
  !isAnythingLike(view, end, /^(?:[;—–]|--)$/);

function isAnythingLike(view: View, from: number, what: RegExp): boolean {
  for (let i = from; i < view.first; i++) if (what.test(view.lower(i))) return true;
  return false;
}

/** “two colleges (the one [at Tyler] and …)”: a bracket or colon opens before the place. */
function isAside(view: View, at: number): boolean {
  let open = 0;
  for (let i = view.past; i < at; i++) {
    if (view.lower(i) === ':') return true;
    open += /^[([]$/.test(view.lower(i)) ? 1 : /^[)\]]$/.test(view.lower(i)) ? -1 : 0;
  }
  return open > 0;
}

/** Something that comes “from cities in Russia”, or is told by a second verb, has its place elsewhere. */
function isFar(view: View, at: number): boolean {
  let verbs = 0;
  for (let i = view.end; i < at; i++) {
    if (view.pos(i) === 'VERB') verbs++;
    if (verbs > 1 || view.lower(i) === 'from') return true;
  }
  return false;
}
