import type { Document, Quantity } from '#pipeline/annotate/document.ts';
import type { SpecResult } from './cases.ts';
import type { Finding } from './judge.ts';
import { isClose, quantitiesIn } from './numbers.ts';

/** What a unit's name means: our code for it and what one of it comes to. */
export type UnitOf = (name: string) => { readonly code: string | null; readonly factor: number } | null;

/** Money, measures and temperatures. */
export const measuresIn = (document: Document, kind: 'money' | 'measurement', unitOf: UnitOf): Finding[] =>
  quantitiesIn(document, kind, (quantity, { resolution }) => {
    const unit = resolution?.isoCurrency
      ? { code: String(resolution.isoCurrency), factor: 1 }
      : unitOf(String(resolution?.unit));
    if (unit === null) return false;
    const code = quantity.per === null ? quantity.unit : `${quantity.unit}/${quantity.per}`;
    const isUnit = unit.code === code || unit.code === quantity.unit;
    return isUnit && isClose(quantity.value, Number(resolution?.value) * unit.factor);
  });

const ages: Readonly<Record<string, string>> = { Year: 'a', Month: 'mo', Week: 'wk', Day: 'd', Age: 'a' };

/** Ages. */
export const agesIn = (document: Document): Finding[] =>
  quantitiesIn(document, 'age', (quantity: Quantity, { resolution }: SpecResult) => {
    const isUnit = ages[String(resolution?.unit)] === quantity.unit;
    return isUnit && isClose(quantity.value, Number(resolution?.value));
  });
