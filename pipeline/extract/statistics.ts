import { statistics } from '#schemas/tables/statistics.ts';
import type { Document } from '../annotate/document.ts';
import { extractor, type Finding } from './extractor.ts';
import { attributionOf } from './statistics/attribution.ts';
import { type Change, changeOf } from './statistics/change.ts';
import { modalityOf, polarityOf } from './statistics/held.ts';
import { type Measure, measureOf } from './statistics/measure.ts';
import { periodOf } from './statistics/period.ts';
import { placeOf } from './statistics/place.ts';
import { sheetOf } from './statistics/sheet.ts';
import { isTelling } from './statistics/telling.ts';
import { type Run, View } from './statistics/view.ts';

/** Rows of `statistics`: “murder rate has dropped by [16%] since 2023”. */
export const statisticsExtractor = extractor({
  name: 'statistics',
  version: 1,
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
        // “lost 190 points, or 0.6%”: the same change in another unit.
        if (i === 0 || !isRestatement(view, views[i - 1]!)) continue;
        changes[i] = { ...changes[i]!, change: changes[i - 1]!.change };
        measures[i] = measures[i - 1]!;
      }
      const bases = new Set(changes.map((change) => change.base));
      for (const [i, view] of views.entries()) {
        // The value before a change is a column of the value after it.
        if (!bases.has(view.quantity) && isTelling(view, changes[i]!, measures[i]!))
          yield statistic(view, changes[i]!, measures[i]!);
      }
    }
  },
});

/** “, or” and no more stands between the two. */
const isRestatement = (view: View, before: View): boolean =>
  view.lower(view.first - 1) === 'or' && view.first - before.end <= 2 && view.quantity.kind !== before.quantity.kind;

/** “rose 32,000 [to 1.41 million]”. */
const isResult = (view: View, before: View, { change, base }: Change): boolean =>
  change !== 'none' && base === null && view.lower(view.first - 1) === 'to' && view.first - before.end <= 2;

function statistic(view: View, change: Change, { measure, subject }: Measure): Finding<typeof statistics> {
  const { quantity, document } = view;
  const place = placeOf(view, { measure, subject });
  const attribution = attributionOf(view);
  const confidence = quantity.confidence * (measure === null ? 0.85 : 1) * (place.basis === 'inferred' ? 0.9 : 1);
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
    per: quantity.per,
    qualifier: quantity.qualifier,
    change: change.change,
    base_value: change.base?.value ?? null,
    ...periodOf(view, change.base),
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
