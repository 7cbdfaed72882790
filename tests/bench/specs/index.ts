import path from 'node:path';
import type { Document } from '#pipeline/annotate/document.ts';
import { annotate } from '#pipeline/annotate/index.ts';
import type { Resources } from '#pipeline/resources/index.ts';
import { articleOf } from '../../document.ts';
import { readSpecs, type SpecCase } from './cases.ts';
import { type Finding, judge, type Verdict } from './judge.ts';
import { numbersIn, percentagesIn, rangesIn, ranksIn } from './numbers.ts';
import { timesIn, withCapitals } from './times.ts';
import { agesIn, measuresIn, type UnitOf } from './units.ts';

/** One file: how many of its cases pass, and why the others do not. */
export interface SpecRow {
  readonly file: string;
  readonly cases: number;
  readonly passed: number;
  readonly reasons: Readonly<Record<string, number>>;
}

type Reader = (document: Document, resources: Resources, unitOf: UnitOf) => Finding[];

const readers: readonly (readonly [file: RegExp, read: Reader])[] = [
  [/Number_NumberModel/, numbersIn],
  [/Number_Ordinal/, ranksIn],
  [/Number_Percent/, percentagesIn],
  [/Number_NumberRange/, rangesIn],
  [/AgeModel/, agesIn],
  [/CurrencyModel/, (document, _, unitOf) => measuresIn(document, 'money', unitOf)],
  [/(?:Dimension|Temperature)Model/, (document, _, unitOf) => measuresIn(document, 'measurement', unitOf)],
  [/DateTime/, timesIn],
];

/** Runs the specifications of Recognizers-Text in `gold/recognizers_specs`; `show` gets each case that fails. */
export function measureSpecs(
  gold: string,
  resources: Resources,
  show: (file: string, verdict: Verdict, spec: SpecCase) => void = () => {},
): SpecRow[] {
  const read = (text: string, day: string | null) => annotate(articleOf(text, { published_on: day }), resources);
  const unitOf = unitReader((text) => read(text, null));
  return readSpecs(path.join(gold, 'recognizers_specs')).map(({ name, cases }) => {
    const reader = readers.find(([file]) => file.test(name))?.[1];
    if (!reader) throw new Error(`no reader for the specifications ${name}; add one to tests/bench/specs/index.ts`);
    const reasons: Record<string, number> = {};
    let passed = 0;
    for (const spec of cases) {
      const day = spec.reference_datetime?.slice(0, 10) ?? null;
      const judged = (text: string) => judge(spec, reader(read(text, day), resources, unitOf));
      const plain = judged(spec.text);
      const mayNeed = reader === timesIn && plain !== 'passed' && withCapitals(spec.text) !== spec.text;
      const verdict = mayNeed && judged(withCapitals(spec.text)) === 'passed' ? 'needs a capital' : plain;
      if (verdict === 'passed') passed++;
      else {
        reasons[verdict] = (reasons[verdict] ?? 0) + 1;
        show(name, verdict, spec);
      }
    }
    return { file: name, cases: cases.length, passed, reasons };
  });
}

/** Reads a unit's name by our own reader: what “1 pence” comes to. */
function unitReader(read: (text: string) => Document): UnitOf {
  const known = new Map<string, ReturnType<UnitOf>>();
  return (name) => {
    const before = known.get(name);
    if (before !== undefined) return before;
    const plural = name.length === 1 ? `100 °${name}` : `100 ${name}`;
    const [quantity] = read(`It is ${plural}.`).quantities;
    const code = quantity?.per ? `${quantity.unit}/${quantity.per}` : quantity?.unit;
    const found = code == null ? null : { code, factor: (quantity!.value ?? 100) / 100 };
    known.set(name, found);
    return found;
  };
}
