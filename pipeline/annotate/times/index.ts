import type { Resources } from '../../resources/index.ts';
import type { Document, Lexical, TimeExpression } from '../document.ts';
import { readIsoDay } from './calendar.ts';
import { timeParsers } from './parsers/index.ts';
import { TimeReader } from './reader.ts';
import type { Found } from './reading.ts';
import { timeRefiners } from './refiners.ts';
import { resolve } from './resolve.ts';
import { tenseAround } from './tense.ts';

type Read = Lexical & Pick<Document, 'dateline' | 'publishedOn'>;

/** Expressions of time, in text order, not overlapping. */
export function findTimes(document: Read, resources: Resources): TimeExpression[] {
  const anchor = document.publishedOn === null ? null : readIsoDay(document.publishedOn);
  return document.sentences.flatMap(({ firstToken, endToken }) => {
    const reader = new TimeReader(document.tokens, firstToken, endToken, resources.times, resources.numbers);
    let found = readSentence(reader);
    if (found.length === 0) return [];
    for (const refine of timeRefiners) found = withoutOverlap(refine(reader, found));
    return ground(reader, found, anchor);
  });
}

/** The longest reading at each token, from left to right. */
function readSentence(reader: TimeReader): Found[] {
  const out: Found[] = [];
  for (let at = reader.first; at < reader.end; ) {
    let best: Found | null = null;
    for (const parse of reader.mayBegin(at) ? timeParsers : []) {
      const found = parse(reader, at);
      if (found && found.end <= reader.end && (best === null || found.end > best.end)) best = found;
    }
    if (best) out.push(best);
    at = best ? best.end : at + 1;
  }
  return out;
}

/** Where two share a token, the longer stands, of equals the earlier. */
function withoutOverlap(found: readonly Found[]): Found[] {
  const out: Found[] = [];
  for (const next of found) {
    const last = out.at(-1);
    if (!last || last.end <= next.first) out.push(next);
    else if (next.end - next.first > last.end - last.first) out[out.length - 1] = next;
  }
  return out;
}

function ground(reader: TimeReader, found: readonly Found[], anchor: number | null): TimeExpression[] {
  let day: string | null = null;
  return found.map(({ first, end, reading, confidence }) => {
    const tense = tenseAround(reader, first, end);
    const resolved = resolve(reading, { anchor, tense, day });
    if (resolved.kind === 'date' && resolved.precision === 'day' && resolved.from !== null) day = resolved.from;
    return {
      firstToken: first,
      endToken: end,
      start: reader.tokens[first]!.start,
      end: reader.tokens[end - 1]!.end,
      ...resolved,
      confidence: resolved.basis === 'stated' ? confidence : confidence * 0.9,
    };
  });
}
