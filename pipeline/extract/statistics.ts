import { statistics } from '#schemas/tables/statistics.ts';
import type { Document } from '../annotate/document.ts';
import { extractor, type Finding } from './extractor.ts';
import { contradictions } from './statistics/arithmetic.ts';
import { attributionOf } from './statistics/attribution.ts';
import { type Change, changeOf } from './statistics/change.ts';
import { grammarOf } from './statistics/grammar.ts';
import { modalityOf, polarityOf } from './statistics/held.ts';
import { measureOf } from './statistics/measure.ts';
import { periodOf } from './statistics/period.ts';
import { placeOf } from './statistics/place.ts';
import { sheetOf } from './statistics/sheet.ts';
import { isTelling } from './statistics/telling.ts';
import type { Measure } from './statistics/thing.ts';
import { type Run, View } from './statistics/view.ts';

/** Rows of `statistics`: “murder rate has dropped by [16%] since 2023”. */
export const statisticsExtractor = extractor({
  name: 'statistics',
  version: 2,
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
        // “lost 190 points, or 0.6%”: the same change in another unit.
        if (i > 0 && isLikewise(view, views[i - 1]!)) changes[i] = { ...changes[i]!, change: changes[i - 1]!.change };
        // “revenue was $3bn, up 5%”
        if (i > 0 && measures[i]!.measure === null && isApposed(view, views[i - 1]!, changes[i]!))
          measures[i] = measures[i - 1]!;
        if (i > 0 && isRestatement(view, views[i - 1]!)) {
          changes[i] = { ...changes[i]!, change: changes[i - 1]!.change };
          if (view.lower(view.end) !== 'of') measures[i] = measures[i - 1]!;
        } else measures[i] = withTree(view, changes[i]!, measures[i]!);
      }
      const bases = new Set(changes.map((change) => change.base));
      const doubted = contradictions(views, changes);
      for (const [i, view] of views.entries()) {
        // The value before a change is a column of the value after it.
        if (!bases.has(view.quantity) && isTelling(view, changes[i]!, measures[i]!))
          yield statistic(view, changes[i]!, measures[i]!, doubted.has(view.quantity));
      }
    }
  },
});

/** “, or” or a bracket and no more stands between the two. */
const isRestatement = (view: View, before: View): boolean =>
  /^(?:or|\()$/.test(view.lower(view.first - 1)) &&
  view.first - before.end <= 2 &&
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
function withTree(view: View, change: Change, known: Measure): Measure {
  const { kind } = view.quantity;
  if (kind === 'age' || kind === 'score' || kind === 'rank' || known.subject !== null) return known;
  if (known.measure !== null && !mayHaveOwner(view)) return known;
  const found = grammarOf(view, change);
  if (!found) return known;
  return known.measure === null
    ? found
    : { measure: known.measure, subject: found.measure === null ? found.subject : null };
}

/** A preposition stands before the number; “lay [off] 400” has a verb's particle. */
const isGoverned = (view: View): boolean =>
  view.pos(view.first - 1) === 'ADP' && view.token(view.first - 1)?.tag !== 'RP';

/** A name or a word for people stands before a verb of having, making, selling: “[Dell] will lay off 6,650 employees”. */
function mayHaveOwner(view: View): boolean {
  if ((view.quantity.kind === 'count' && view.noun === null) || isGoverned(view)) return false;
  let isVerb = false;
  for (let at = view.first - 1; at >= view.head; at--) {
    if (view.pos(at) === 'VERB' && view.is(at, 'measure')) return true;
    if (view.pos(at) === 'VERB' && view.is(at, 'own')) isVerb = true;
    else if (isVerb && (view.pos(at) === 'PROPN' || view.is(at, 'source'))) return true;
  }
  return false;
}

/** “4,300 jobs in France, [3,700] in Germany”, “[500] and 1,000 songs”: a bare number counts what its neighbour counts. */
function likeNeighbour(views: readonly View[], measures: readonly Measure[], i: number): Measure | null {
  const [view, before, after] = [views[i]!, views[i - 1], views[i + 1]];
  if (view.quantity.kind !== 'count' || view.noun !== null || measures[i]!.measure !== null) return null;
  // “460 cars, compared with 63”: the reader of numbers knows that both count the same.
  if (before && view.quantity.unitText !== null && view.quantity.unitText === before.quantity.unitText)
    return measures[i - 1]!;
  const isCount = (other: View | undefined): other is View => other?.quantity.kind === 'count';
  const isPlaced = view.pos(view.end) === 'ADP' && view.lower(view.end) === 'in';
  if (isPlaced && isCount(before) && view.first - before.end <= 6) return { ...measures[i - 1]!, subject: null };
  const isJoined = /^(?:and|or)$/.test(view.lower(view.end)) && after?.first === view.end + 1;
  return isJoined && isCount(after) ? { ...measures[i + 1]!, subject: null } : null;
}

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
  { measure, subject }: Measure,
  isDoubted: boolean,
): Finding<typeof statistics> {
  const { quantity, document } = view;
  const place = placeOf(view, { measure, subject });
  const attribution = attributionOf(view);
  const period = periodOf(view, change.base);
  const doubts: readonly (readonly [boolean, number])[] = [
    [measure === null, 0.85],
    [place.basis === 'inferred', 0.9],
    [isDoubted, 0.6],
  ];
  const confidence = doubts.reduce((sure, [holds, by]) => (holds ? sure * by : sure), quantity.confidence);
  const row: Finding<typeof statistics>['row'] = {
    measure,
    subject: subject && view.text(subject),
    subject_entity_id: subject ? entityIn(document, subject) : null,
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
    polarity: polarityOf(view),
    modality: modalityOf(view),
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

/** The entity whose mention ends the run, or is all of it. */
function entityIn(document: Document, [first, end]: Run): string | null {
  const [start, last] = [document.tokens[first]!.start, document.tokens[end - 1]!.end];
  const mention = document.mentions.find((m) => m.start >= start && m.end === last && m.form !== 'pronoun');
  return entityId(document, mention?.entity ?? null);
}
