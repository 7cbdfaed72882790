import type { LayoutLexicon } from '../resources/layout.ts';
import type { Span } from '../span.ts';
import { dayOfLine, isoDay, parsePrintedDay } from './dates.ts';
import type { Dateline, Lexical } from './document.ts';

type Read = Pick<Lexical, 'text' | 'blocks'>;
type Lexicons = { readonly layout: LayoutLexicon };

/** A lead or a date may stand before the paragraph that has the dateline. */
const firstParagraphs = 3;

/** The dateline at the head of the body: "MARIBOR, Slovenia, May 14 (Northline) — ", or a line with the date alone. */
export function findDateline({ text, blocks }: Read, { layout }: Lexicons): Dateline | null {
  const heads = blocks.filter(({ kind }) => kind === 'paragraph').slice(0, firstParagraphs);
  for (const block of heads) {
    const found = readDateline(text, block, layout);
    if (found !== null) return found;
  }
  for (const { start, end } of heads) {
    const day = dayOfLine(text.slice(start, Math.min(end, start + 100)), layout);
    const date = day && isoDay(day);
    if (date !== null) return { start, end, place: null, date, origin: null };
  }
  return null;
}

const longest = 140;
const separator = /\s(?:--?|–|—|―)\s+|\s?[–—―]\s?|--/;

function readDateline(text: string, block: Span, layout: LayoutLexicon): Dateline | null {
  const head = text.slice(block.start, Math.min(block.end, block.start + longest));
  const dash = separator.exec(head);
  const dashed = dash && readHead(head.slice(0, dash.index), layout, false);
  const end = dash ? dash.index + dash[0].length : 0;
  if (dashed && /^["“‘'([]*[\p{Lu}\p{N}]/u.test(head.slice(end))) {
    return placed(dashed, block.start, block.start + head.slice(0, end).trimEnd().length);
  }
  const credit = /^[^()]{0,60}\([^()]{2,40}\)(?=\s?["“‘]?\p{Lu})/u.exec(head);
  const credited = credit && readHead(credit[0], layout, true);
  return credit && credited ? placed(credited, block.start, block.start + credit[0].length) : null;
}

interface Head {
  readonly placeLength: number;
  readonly date: string | null;
  readonly origin: string | null;
}

const placed = ({ placeLength, date, origin }: Head, start: number, end: number): Dateline => ({
  start,
  end,
  place: placeLength === 0 ? null : { start, end: start + placeLength },
  date,
  origin,
});

/** Reads place, day and credit, if the words are nothing else. Without a dash the credit must be a known agency's. */
function readHead(head: string, layout: LayoutLexicon, needsAgency: boolean): Head | null {
  const match = /^([^()]*)(?:\(([^()]{2,60})\))?\s*$/.exec(head);
  if (match === null) return null;
  const [, body = '', credit] = match;
  const agency = layout.agencies.get((credit ?? '').trim().toLowerCase());
  if (needsAgency && agency === undefined) return null;
  const isNamed = credit !== undefined && /^\p{Lu}[\p{L}\p{N}&.'’/ -]*$/u.test(credit) && !layout.notPlaces.has(credit);
  if (credit !== undefined && agency === undefined && !isNamed) return null;
  const parts = body.trimEnd().replace(/,$/, '').split(',');
  const [dayAt, day] = dayIn(parts, layout);
  const place = parts.slice(0, dayAt).join(',');
  const isEmpty = place.trim() === '';
  if (isEmpty ? agency === undefined : !isPlace(place, layout, agency !== undefined || day !== null)) return null;
  const origin = agency ?? credit?.trim() ?? null;
  return { placeLength: isEmpty ? 0 : place.length, date: day && isoDay(day), origin };
}

/** Where among the parts the day starts, and the day. */
function dayIn(parts: readonly string[], layout: LayoutLexicon): [number, ReturnType<typeof parsePrintedDay>] {
  for (let at = 0; at < parts.length; at++) {
    const day = parsePrintedDay(parts.slice(at).join(' '), layout);
    if (day !== null) return [at, day];
  }
  return [parts.length, null];
}

/** The city in capitals, or as any name where agency or day leave no doubt; then perhaps state and country. */
function isPlace(place: string, { notPlaces }: LayoutLexicon, isCertain: boolean): boolean {
  const [city = '', ...regions] = place.split(',').map((part) => part.trim());
  if (notPlaces.has(city) || regions.length > 2 || wordCount(city) > 4) return false;
  const plain = city.replace(/ (?:and|de|du|la|on|St) /gu, ' ').replace(/^(?:St|Mc|Mac)\.?/, '');
  const isNamed =
    /^\p{Lu}[\p{Lu}\p{M}.'’/ -]+$/u.test(plain) || (isCertain && /^\p{Lu}[\p{L}\p{M}.'’/ -]+$/u.test(city));
  return isNamed && regions.every((region) => /^\p{Lu}[\p{L}\p{M}.'’ -]+$/u.test(region) && wordCount(region) <= 3);
}

const wordCount = (words: string): number => words.split(' ').length;
