import { statistics } from '#schemas/tables/statistics.ts';
import type { Document, Quantity } from '../annotate/document.ts';
import { extractor, type Finding } from './extractor.ts';
import { agedOf } from './statistics/aged.ts';
import { contradictions } from './statistics/arithmetic.ts';
import { attributionOf } from './statistics/attribution.ts';
import { type Change, changeOf } from './statistics/change.ts';
import { holderBefore } from './statistics/control.ts';
import { grammarOf } from './statistics/grammar.ts';
import { modalityOf } from './statistics/held.ts';
import { measureOf } from './statistics/measure.ts';
import { nameOf } from './statistics/named.ts';
import { likeNeighbour, modelOfGap } from './statistics/neighbours.ts';
import { ownerOf, possessor, withOwner } from './statistics/owner.ts';
import { periodOf } from './statistics/period.ts';
import { phraseEndingAt, phraseFrom, trimmed } from './statistics/phrases.ts';
import { placeOf } from './statistics/place.ts';
import { polarityOf } from './statistics/polarity.ts';
import { contestant, isRival } from './statistics/rivals.ts';
import { sheetOf } from './statistics/sheet.ts';
import { isTelling } from './statistics/telling.ts';
import { isName, type Measure } from './statistics/thing.ts';
import { View } from './statistics/view.ts';

/** Rows of `statistics`: “murder rate has dropped by [16%] since 2023”. */
export const statisticsExtractor = extractor({
  name: 'statistics',
  version: 12,
  table: statistics,
  *find(document, resources): Iterable<Finding<typeof statistics>> {
    const sheet = sheetOf(document);
    for (const quantities of sheet.quantities.values()) {
      const views = quantities.map((quantity) => new View(sheet, resources, quantity));
      const changes = views.map(changeOf);
      const measures = views.map((view, i) => measureOf(view, changes[i]!));
      for (const [i, view] of views.entries()) {
        // “sales rose 2% to $11bn”: the result is of the same measure.
        if (i > 0 && isResult(view, views[i - 1]!, changes[i - 1]!)) measures[i] = measures[i - 1]!;
        measures[i] = likeNeighbour(views, measures, i) ?? measures[i]!;
        const model = modelOfGap(views, measures, i);
        if (model !== null) {
          measures[i] = { measure: measures[model]!.measure, subject: measures[i]!.subject };
          if (changes[i]!.change === 'none') changes[i] = { ...changes[i]!, change: changes[model]!.change };
        }
        // “lost 190 points, or 0.6%”: the same change in another unit.
        if (i > 0 && isLikewise(view, views[i - 1]!)) changes[i] = { ...changes[i]!, change: changes[i - 1]!.change };
        // “revenue was $3bn, up 5%”
        if (i > 0 && measures[i]!.measure === null && isApposed(view, views[i - 1]!, changes[i]!))
          measures[i] = measures[i - 1]!;
        if (isAgain(views, i)) {
          measures[i] = measures[i - 1]!;
          changes[i] = { ...changes[i]!, change: changes[i - 1]!.change };
        } else if (i > 0 && isRestatement(view, views[i - 1]!)) {
          changes[i] = { ...changes[i]!, change: changes[i - 1]!.change };
          if (view.lower(view.end) !== 'of') measures[i] = measures[i - 1]!;
        } else
          measures[i] = isRival(views, changes, i)
            ? contestant(views, changes, i)
            : ofChange(view, changes[i]!, ofGroup(view, withTree(view, changes[i]!, measures[i]!)));
      }
      const bases = new Set(changes.map((change) => change.base));
      const doubted = contradictions(views, changes);
      for (const [i, view] of views.entries()) {
        // The value before a change is a column of the value after it.
        if (!bases.has(view.quantity) && isTelling(view, changes[i]!, measures[i]!))
          yield statistic(view, changes[i]!, measures[i]!, {
            isDoubted: doubted.has(view.quantity),
            held: views[toldFirst(views, i)]!,
            base: changes[toldFirst(views, i)]!.base,
          });
      }
    }
  },
});

/** “may reach 75 miles an hour ([120 km/h])”: what is told again in a bracket holds where, when and as the first does. */
const toldFirst = (views: readonly View[], i: number): number =>
  i > 0 && (isAgain(views, i) || isBracketed(views, i)) ? toldFirst(views, i - 1) : i;

/** What a row needs to know beside its own words. */
interface Telling {
  /** Its arithmetic contradicts its own ends. */
  readonly isDoubted: boolean;
  /** The quantity that tells first what this one tells again, or itself, and the number before its change. */
  readonly held: View;
  readonly base: Quantity | null;
}

const isBracketed = (views: readonly View[], i: number): boolean =>
  views[i]!.lower(views[i]!.first - 1) === '(' && isRestatement(views[i]!, views[i - 1]!);

/** “$3m (€2.8m; [£2.3m])”: told once more in the same bracket. */
function isAgain(views: readonly View[], i: number): boolean {
  const [view, before] = [views[i]!, views[i - 1]];
  if (i < 2 || before === undefined || before.end !== view.first - 1 || !/^[;,]$/.test(view.lower(view.first - 1)))
    return false;
  const isOther = view.quantity.kind === before.quantity.kind && view.quantity.unit !== before.quantity.unit;
  return (
    isOther &&
    /^(?:money|measurement)$/.test(view.quantity.kind) &&
    (isBracketed(views, i - 1) || isAgain(views, i - 1))
  );
}

/** “, or” or a bracket and no more stands between the two. */
const isRestatement = (view: View, before: View): boolean =>
  /^(?:or|[([])$/.test(view.lower(view.first - 1)) &&
  view.first - before.end <= 2 &&
  before.quantity.kind !== 'age' &&
  ['kind', 'unit', 'per'].some((field) => view.quantity[field as 'kind'] !== before.quantity[field as 'kind']);

/** “A was down 2.3%, B [by 2.6%]”: the verb is that of the number before. */
function isLikewise(view: View, before: View): boolean {
  if (view.lower(view.first - 1) !== 'by' || view.quantity.kind !== before.quantity.kind) return false;
  for (let at = before.end; at < view.first; at++) if (/^(?:VERB|AUX)$/.test(view.pos(at))) return false;
  return view.first - before.end <= 8;
}

/** No more than a comma and “up” or “down” stands between the two. */
function isApposed(view: View, before: View, { change }: Change): boolean {
  if (change === 'none' || view.first - before.end > 4) return false;
  for (let at = before.end; at < view.first; at++)
    if (!/^(?:ADV|ADP|PUNCT|CCONJ)$/.test(view.pos(at)) && !view.is(at, 'up') && !view.is(at, 'down')) return false;
  return true;
}

/** What the tree adds where the words beside the number leave measure or subject open. */
function withTree(view: View, change: Change, read: Measure): Measure {
  const { kind } = view.quantity;
  // A pronoun of which nobody knows whom it means is no subject.
  const known = read.subject && !nameOf(view, read.subject) ? { ...read, subject: null } : read;
  if (kind === 'score' || kind === 'rank' || known.subject !== null) return known;
  // “[10–19 year olds]” are named by their age.
  if (kind === 'age') return /\bolds$/.test(view.quantity.unitText ?? '') ? known : withOwner(known, agedOf(view));
  if (known.measure === null) {
    const found = grammarOf(view, change) ?? known;
    if (found.measure === null || found.subject !== null) return found;
    // “has [a larger battery], 4500 mAh”, though not “the court raised [the penalty] to $5m”
    const isNamedBefore = view.lower(view.first - 1) === ',';
    return isNamedBefore ? owned(view, found, found.measure) : withOwner(found, possessor(view, found.measure));
  }
  if (
    kind === 'measurement' &&
    view.lower(view.first - 1) !== 'of' &&
    view.resources.statistics.dimensionNames.has(known.measure)
  )
    return withOwner(known, agedOf(view));
  return owned(view, known, known.measure);
}

/** The same measure with its owner, where a possessive or the tree names one. */
function owned(view: View, known: Measure, measure: string): Measure {
  // “killed 40 of its people”: who kills is not whose they are.
  const isKilled = view.resources.statistics.fates.get(view.token(view.first - 1)?.lemma ?? '')?.noun === 'people';
  const owner = isKilled ? null : (possessor(view, measure) ?? holderBefore(view));
  if (owner || !mayHaveOwner(view, measure)) return withOwner(known, owner);
  const tree = view.document.trees.of(view.sentence.index);
  return tree ? withOwner(known, ownerOf(view, tree)) : known;
}

/** “Bitcoin fell, a sharp [drop] of 3 percent”: where no more is said than whose it is, the noun of change. */
function ofChange(view: View, { after }: Change, known: Measure): Measure {
  if (known.measure !== null || after === null) return known;
  const at = after === view.end ? view.first - 2 : after - 1;
  if (view.pos(at) !== 'NOUN') return known;
  if (known.subject !== null) return { ...known, measure: view.text([at, at + 1]) };
  // “economic [growth] of 2%”: a change that is itself measured.
  const run = view.is(at, 'measured') && after === view.end ? phraseEndingAt(view, at + 1, /^$/) : null;
  const growth = run && trimmed(view, run);
  return growth ? { ...known, measure: view.text(growth) } : known;
}

/** “a 49 percent rate for women and [53 percent] for [men]”: of whom a share is told. */
function ofGroup(view: View, known: Measure): Measure {
  const { kind } = view.quantity;
  if (!/^(?:percent|money)$/.test(kind) || view.lower(view.end) !== 'for') return known;
  if (known.measure === null || known.subject !== null) return known;
  const run = phraseFrom(view, view.end + 1);
  // “a fee of $40 for [Tolex]”, not “for a berth”
  if (kind === 'money' && (!run || !isName(view, run))) return known;
  const group = run && !view.isTime(run[0]) && !view.is(run[1] - 1, 'term') ? trimmed(view, run) : null;
  return group ? { measure: known.measure.replace(/ for .*$/, ''), subject: group } : known;
}

/** The nearest verb to the left is one of having, making, selling: “[Dell] will lay off 6,650 employees”, “[it] has a fleet of 40 buses”. */
function mayHaveOwner(view: View, measure: string): boolean {
  // “had a [magnitude] of 4.0”
  const isOf = view.lower(view.first - 1) === 'of' && view.pos(view.first - 2) === 'NOUN';
  if (view.quantity.kind === 'count' && view.noun === null && !isOf) return false;
  // “claiming [85,000 people] were unemployed”: those counted do something themselves.
  if (view.noun !== null && view.pos(view.end) === 'AUX') return false;
  // “hold 51 of the [90 seats]”: the part is theirs.
  if (view.lower(view.first - 1) === 'of' && view.others.some((q) => q.endToken === view.first - 1)) return false;
  for (let at = view.first - 1, nouns = 0; at >= view.head && nouns < 4; at--) {
    if (/^[;:—–]$/.test(view.lower(at))) return false;
    // “added $40 [to the price]”: who adds has nothing.
    if (at === view.first - 1 && view.is(at, 'apply') && /^(?:to|from|off)$/.test(view.lower(view.end))) return false;
    if (/^(?:NOUN|PROPN)$/.test(view.pos(at))) nouns++;
    const isVerb = view.pos(at) === 'VERB' || (view.pos(at) === 'AUX' && view.token(at)?.lemma === 'have');
    if (isVerb) return view.is(at, 'own') || isPriced(view, at) || isOfNoun(view, at, measure);
  }
  return false;
}

/** “won with [54 percent]”, “now costing [$27]”. */
const isPriced = (view: View, verb: number): boolean =>
  (view.is(verb, 'win') && view.quantity.kind === 'percent') ||
  (view.is(verb, 'with-own') && view.noun !== null && view.lower(view.first - 1) === 'with') ||
  (verb === view.first - 1 && view.is(verb, 'measure'));

/** “expects a profit of $3m”, “paid a $2m fine”: verbs whose object is the subject's where its noun says so. */
const isOfNoun = (view: View, verb: number, measure: string): boolean =>
  (view.is(verb, 'foresee') && names(view, measure, 'earned')) ||
  (view.is(verb, 'grab') && names(view, measure, 'prize')) ||
  (view.is(verb, 'pay') && names(view, measure, 'due'));

const names = (view: View, measure: string, cue: string): boolean =>
  measure.split(' ').some((word) => view.resources.statistics.cues.get(cue)?.has(word.toLowerCase()));

/** “rose 32,000 [to 1.41 million]”, “fell 3% [to close at 1,463]”. */
function isResult(view: View, before: View, { change, base }: Change): boolean {
  if (change === 'none' || base !== null || view.first - before.end > 5) return false;
  for (let at = before.end; at < view.first; at++) {
    const isPart = /^(?:ADP|DET|PART|PUNCT)$/.test(view.pos(at)) || view.is(at, 'result') || view.is(at, 'level-at');
    if (!isPart || /^(?:from|[;.])$/.test(view.lower(at))) return false;
  }
  return ['to', 'at'].includes(view.lower(view.first - 1)) || view.is(view.first - 2, 'result');
}

function statistic(
  view: View,
  change: Change,
  { measure: named, subject, sureness = 1 }: Measure,
  { isDoubted, held, base }: Telling,
): Finding<typeof statistics> {
  const { quantity, document } = view;
  const attribution = attributionOf(held);
  const period = periodOf(held, base);
  const owner = subject && nameOf(view, subject);
  // “[the Dow Jones Average] lost 190 points” says whose they are, not what they measure.
  const measure = named === owner?.text ? null : named;
  const place = placeOf(held, { measure, subject });
  const doubts: readonly (readonly [boolean, number])[] = [
    [measure === null, 0.85],
    [place.basis === 'inferred', 0.9],
    [isDoubted, 0.6],
    // Where the tree is that unsure, two in five such rows were found false, else one in six.
    [sureness < 0.2, 0.7],
  ];
  const confidence = doubts.reduce((sure, [holds, by]) => (holds ? sure * by : sure), quantity.confidence);
  const row: Finding<typeof statistics>['row'] = {
    measure,
    subject: owner?.text ?? null,
    subject_entity_id: entityId(document, owner?.entity ?? null),
    // Words of the text are kept back where its rights forbid to show them.
    value_text:
      document.article.rights === 'hash_only' ? null : document.text.slice(quantity.number.start, quantity.number.end),
    value: quantity.value,
    value_low: quantity.low,
    value_high: quantity.high,
    unit: quantity.unit,
    unit_text: quantity.unitText,
    kind: quantity.kind,
    currency: quantity.currency,
    currency_basis: quantity.currencyBasis,
    per: quantity.per,
    qualifier: quantity.qualifier,
    change: change.change,
    base_value: change.base?.value ?? null,
    ...period,
    place: place.mention
      ? document.text.slice(place.mention.start, place.mention.end)
      : entityName(document, place.entity),
    place_entity_id: entityId(document, place.entity),
    place_basis: place.basis,
    polarity: polarityOf(held),
    modality: modalityOf(held),
    attributed_to: attribution.text,
    attributed_to_entity_id: entityId(document, attribution.entity),
    attribution_basis: attribution.basis,
  };
  return { span: { start: quantity.start, end: quantity.end }, confidence, row };
}

const entityId = ({ entities }: Document, entity: number | null): string | null =>
  entity === null ? null : (entities[entity]?.entity_id ?? null);

const entityName = ({ entities }: Document, entity: number | null): string | null =>
  entity === null ? null : (entities[entity]?.name ?? null);
