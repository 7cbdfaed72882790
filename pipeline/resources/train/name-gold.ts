import { z } from 'zod';
import type { TaggedType } from '#pipeline/annotate/names/tagger/labels.ts';
import type { Gold } from './gold.ts';
import { afterTitles, isTitleOnly, type NameLists, nameWithin, type Range } from './name-rules.ts';
import { anything, longestSpans, mayBeName, type NameSentence, type WordSpan, withSpans } from './name-sentence.ts';

const entity = z.object({ start: z.number(), end: z.number(), type: z.string() });
const flat = z.object({
  id: z.string(),
  text: z.string(),
  tokens: z.array(z.tuple([z.number(), z.number()])),
  entities: z.array(entity),
});
const gumEntity = entity.extend({
  named: z.boolean(),
  head_text: z.string(),
  min_start: z.number().nullish(),
  min_end: z.number().nullish(),
});
const gumDocument = z.object({
  train_ok: z.boolean(),
  text: z.string(),
  tokens: z.array(z.tuple([z.number(), z.number(), z.string()])),
  sentences: z.array(z.object({ start: z.number(), end: z.number() })),
  entities: z.array(gumEntity),
});

interface Token {
  readonly start: number;
  readonly end: number;
  readonly word: string;
}

/** What the readers of annotated names need. */
export interface NameReading {
  readonly lists: NameLists;
  /** Penn tags of a sentence. */
  readonly tagsOf: (words: readonly string[]) => readonly string[];
}

/** Sentences of GUM with the names inside its noun phrases. */
export function gumNames(gold: Gold, reading: NameReading): NameSentence[] {
  const sentences: NameSentence[] = [];
  for (const document of gold.records('gum/train.jsonl').map((record) => gumDocument.parse(record))) {
    if (!document.train_ok) continue;
    const tokens = tokensOf(document.text, document.tokens);
    for (const { start, end } of document.sentences) {
      const here = tokens.filter((token) => token.start >= start && token.end <= end);
      const inside = document.entities.filter((e) => e.named && e.start >= start && e.end <= end);
      sentences.push(gumSentence(here, inside, reading));
    }
  }
  return sentences;
}

const gumTypes: Readonly<Record<string, TaggedType>> = {
  person: 'person',
  organization: 'organization',
  place: 'place',
  event: 'other',
  abstract: 'other',
  object: 'other',
};

function gumSentence(
  tokens: readonly Token[],
  entities: readonly z.infer<typeof gumEntity>[],
  { lists, tagsOf }: NameReading,
): NameSentence {
  const words = tokens.map((token) => token.word);
  const tags = tagsOf(words);
  const spans: WordSpan[] = [];
  const unclear: number[] = [];
  for (const found of entities) {
    const range = rangeOf(tokens, found.min_start ?? found.start, found.min_end ?? found.end);
    if (range === null) continue;
    const head = words.findIndex(
      (word, at) => at >= range.first && at <= range.last && word === found.head_text.split(' ')[0],
    );
    const type = gumTypes[found.type];
    const name = head < 0 ? null : nameWithin(words, range, head, type === 'person', lists);
    if (name === null && type === 'person' && isTitleOnly(words, range, lists)) continue;
    if (name === null) for (let at = range.first; at <= range.last; at++) unclear.push(at);
    else spans.push({ ...name, types: typesOf(words, tags, name, type, lists) });
  }
  const kept = longestSpans([...spans, ...groupSpans(words, spans, lists)]);
  return leaveOpen(withSpans(words, tags, kept, 1), tags, unclear);
}

/** A people, faith or camp is a group, whatever the annotation calls it; kinds this tagger does not know may be anything. */
function typesOf(
  words: readonly string[],
  tags: readonly string[],
  { first, last }: Range,
  type: TaggedType | undefined,
  { groups, countries }: NameLists,
): TaggedType[] {
  const name = words
    .slice(first, last + 1)
    .join(' ')
    .toLowerCase();
  if (countries.has(name)) return ['place'];
  if (type !== 'place' && groups.has(name)) return ['group'];
  if (type === 'place' && groups.has(name)) return ['place', 'group'];
  if (type === 'person' && first === last && tags[first] === 'NNPS') return ['person', 'group'];
  return type === undefined ? ['person', 'organization', 'place', 'other'] : [type];
}

/** Names of peoples, faiths and camps that the annotation leaves out. */
function groupSpans(words: readonly string[], spans: readonly WordSpan[], { groups }: NameLists): WordSpan[] {
  const found: WordSpan[] = [];
  for (let at = 0; at < words.length; at++) {
    if (!/^\p{Lu}/u.test(words[at]!) || spans.some((span) => at >= span.first && at <= span.last)) continue;
    const two = `${words[at]} ${words[at + 1] ?? ''}`.toLowerCase();
    if (groups.has(two)) found.push({ first: at, last: at + 1, types: ['group'] });
    else if (groups.has(words[at]!.toLowerCase())) found.push({ first: at, last: at, types: ['group'] });
  }
  return found;
}

const flatTypes: Readonly<Record<string, TaggedType>> = {
  PER: 'person',
  ORG: 'organization',
  LOC: 'place',
  MISC: 'other',
};

/** Sentences of a flat set of names (PER, ORG, LOC, MISC). */
export function flatNames(records: readonly unknown[], { lists, tagsOf }: NameReading): NameSentence[] {
  return records.map((record) => {
    const { text, tokens: spans, entities } = flat.parse(record);
    const tokens = splitTokens(tokensOf(text, spans));
    const words = tokens.map((token) => token.word);
    const tags = tagsOf(words);
    const named: WordSpan[] = [];
    for (const found of entities) {
      const range = rangeOf(tokens, found.start, found.end);
      const type = flatTypes[found.type];
      if (range === null || type === undefined) continue;
      const article = range.last > range.first && /^the$/i.test(words[range.first]!) ? 1 : 0;
      const first =
        type === 'person'
          ? Math.min(range.last, afterTitles(words, range.first, range.last, lists))
          : range.first + article;
      named.push({ first, last: range.last, types: typesOf(words, tags, { first, last: range.last }, type, lists) });
    }
    const spansKept = longestSpans([...named, ...groupSpans(words, named, lists)]);
    return withSpans(words, tags, spansKept, 1);
  });
}

const report = z.object({
  source: z.string(),
  text: z.string(),
  entities: z.array(entity.extend({ confidence: z.number(), offset_mismatch: z.unknown().optional() })),
});
const reportTypes: Readonly<Record<string, TaggedType>> = {
  Person: 'person',
  Organisation: 'organization',
  Location: 'place',
  Nationality: 'group',
};

/** Sentences of re3d, but for the source that may not be learned from. */
export function reportNames(records: readonly unknown[], { lists, tagsOf }: NameReading): NameSentence[] {
  const sentences: NameSentence[] = [];
  for (const { source, text, entities } of records.map((record) => report.parse(record))) {
    if (source === 'BBC Online') continue;
    for (const tokens of roughSentences(text)) {
      const words = tokens.map((token) => token.word);
      const tags = tagsOf(words);
      const spans: WordSpan[] = [];
      for (const found of entities) {
        const type = reportTypes[found.type];
        const range = rangeOf(tokens, found.start, found.end);
        if (type === undefined || range === null || found.confidence < 0.5 || found.offset_mismatch) continue;
        const name = mayBeName(words[range.last]!, tags[range.last]!)
          ? nameWithin(words, range, range.last, type === 'person', lists)
          : null;
        if (name !== null) spans.push({ ...name, types: typesOf(words, tags, name, type, lists) });
      }
      const kept = longestSpans([...spans, ...groupSpans(words, spans, lists)]);
      sentences.push(withSpans(words, tags, kept, anything));
    }
  }
  return sentences;
}

/** Lets proper nouns in phrases that hold no clear name be anything, unless a name covers them. */
function leaveOpen(sentence: NameSentence, tags: readonly string[], unclear: readonly number[]): NameSentence {
  for (const at of unclear) {
    if (sentence.allowed[at] === 1 && mayBeName(sentence.words[at]!, tags[at]!)) sentence.allowed[at] = anything;
  }
  return sentence;
}

function tokensOf(text: string, spans: readonly (readonly [number, number, ...unknown[]])[]): Token[] {
  const characters = Array.from(text);
  return spans.map(([start, end]) => ({ start, end, word: characters.slice(start, end).join('') }));
}

/** Splits words at hyphens between letters, and possessives off, as the treebanks do. */
function splitTokens(tokens: readonly Token[]): Token[] {
  return tokens.flatMap((token) => piecesOf(token.word, token.start));
}

const pieces = /(?<=\p{L}{2})['’]s$|(?:[^-–'’\s]|(?<!\p{L}\p{L})-|['’](?!s$))+|[-–'’]/giu;

/** The pieces of a word, with their offsets in code points. */
export function piecesOf(word: string, start: number): Token[] {
  if (/^['’]\p{L}{0,2}$/u.test(word)) return [{ start, end: start + word.length, word }];
  const found: Token[] = [];
  for (const match of word.matchAll(pieces)) {
    const at = start + Array.from(word.slice(0, match.index)).length;
    found.push({ start: at, end: at + Array.from(match[0]).length, word: match[0] });
  }
  return found;
}

const roughToken =
  /\p{Lu}\.(?:\p{Lu}\.)+|(?:Mr|Mrs|Ms|Dr|Lt|Gen|Col|Sgt|Maj|Sen|Rep|St|Gov|Dec|Jan|Feb|Nov|Oct|Sept|Aug)\.|[\p{L}\p{M}]+|\d+(?:[.,:]\d+)*|['’]s\b|\S/gu;

/** Rough sentences of plain text, good enough to learn names from. */
export function roughSentences(text: string): Token[][] {
  const sentences: Token[][] = [[]];
  let [codeUnits, points] = [0, 0];
  let lineEnd = text.indexOf('\n');
  for (const match of text.matchAll(roughToken)) {
    points += Array.from(text.slice(codeUnits, match.index)).length;
    codeUnits = match.index;
    const current = sentences.at(-1)!;
    const closed = /^[.?!]$/.test(current.at(-1)?.word ?? '') && /^["“'‘(]?\p{Lu}/u.test(match[0]);
    const newLine = lineEnd >= 0 && match.index > lineEnd;
    if (newLine) lineEnd = text.indexOf('\n', match.index);
    const token = { start: points, end: points + Array.from(match[0]).length, word: match[0] };
    if (current.length > 0 && (closed || newLine)) sentences.push([token]);
    else current.push(token);
  }
  return sentences.filter((sentence) => sentence.length > 0);
}

function rangeOf(tokens: readonly Token[], start: number, end: number): { first: number; last: number } | null {
  const first = tokens.findIndex((token) => token.end > start);
  if (first < 0 || tokens[first]!.start >= end) return null;
  let last = first;
  while (last + 1 < tokens.length && tokens[last + 1]!.start < end) last++;
  return { first, last };
}
