import { z } from 'zod';
import type { Document } from '#pipeline/annotate/document.ts';
import { overlaps } from '#pipeline/span.ts';
import { documentOf, recordsOf, unitsOf } from './documents.ts';
import { harmonic } from './metrics.ts';

const span = z.object({ start: z.int(), end: z.int(), text: z.string() });
const name = span.extend({ coref: z.boolean() });
const record = z.object({ id: z.string(), text: z.string(), pronoun: span, a: name, b: name });

/** Decisions "this pronoun means this name", two in each passage. */
interface Decisions {
  right: number;
  wrong: number;
  missed: number;
}

/** Rates in percent; `bias` is the feminine F1 over the masculine one. */
export interface GapScore {
  readonly overall: GapRates;
  readonly masculine: GapRates;
  readonly feminine: GapRates;
  readonly bias: number;
}

interface GapRates {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
}

/** One wrong or missed decision, for people to look at. */
type Report = (kind: 'wrong' | 'missed', id: string, name: string) => void;

/** GAP's measure on a file of its passages: is each of the two names in the pronoun's cluster? */
export function scoreGap(folder: string, path: string, report: Report = () => {}): GapScore {
  const masculine: Decisions = { right: 0, wrong: 0, missed: 0 };
  const feminine: Decisions = { right: 0, wrong: 0, missed: 0 };
  for (const row of recordsOf(folder, path)) {
    const { id, text, pronoun, a, b } = record.parse(row);
    const document = documentOf(text);
    const units = unitsOf(text);
    const counts = /^(?:he|him|his)$/i.test(pronoun.text) ? masculine : feminine;
    const entity = document.mentions.find((m) => m.form === 'pronoun' && overlaps(m, units(pronoun)))?.entity ?? null;
    for (const { coref, ...at } of [a, b]) {
      const isFound = entity !== null && isNamed(document, entity, units(at));
      if (isFound && coref) counts.right++;
      else if (isFound || coref) {
        counts[isFound ? 'wrong' : 'missed']++;
        report(isFound ? 'wrong' : 'missed', id, at.text);
      }
    }
  }
  const [m, f] = [ratesOf(masculine), ratesOf(feminine)];
  const both = { right: 0, wrong: 0, missed: 0 };
  for (const key of ['right', 'wrong', 'missed'] as const) both[key] = masculine[key] + feminine[key];
  return { overall: ratesOf(both), masculine: m, feminine: f, bias: m.f1 === 0 ? 0 : f.f1 / m.f1 };
}

const isNamed = ({ mentions }: Document, entity: number, at: { start: number; end: number }): boolean =>
  mentions.some((m) => m.form === 'name' && m.entity === entity && overlaps(m, at));

function ratesOf({ right, wrong, missed }: Decisions): GapRates {
  const precision = right + wrong === 0 ? 0 : (100 * right) / (right + wrong);
  const recall = right + missed === 0 ? 0 : (100 * right) / (right + missed);
  return { precision, recall, f1: harmonic(precision, recall) };
}
