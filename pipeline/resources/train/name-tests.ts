import { z } from 'zod';
import type { TaggedName } from '#pipeline/annotate/names/tagger.ts';
import type { NameTest } from './score-names.ts';

/** Gold types as the tagger calls them; other types are not measured. */
const types: Readonly<Record<string, TaggedName['type']>> = {
  PER: 'person',
  ORG: 'organization',
  LOC: 'place',
  person: 'person',
  organization: 'organization',
  place: 'place',
};

const entity = z.object({ start: z.number(), end: z.number(), type: z.string() });
const flat = z.object({
  text: z.string(),
  tokens: z.array(z.tuple([z.number(), z.number()])),
  entities: z.array(entity),
});

interface FlatName {
  readonly first: number;
  readonly last: number;
  readonly type: string;
}

/** Sentences of a flat set: the same words and type count as right. */
export function* flatTests(records: readonly unknown[]): Generator<NameTest<FlatName>> {
  for (const { text, tokens, entities } of records.map((record) => flat.parse(record))) {
    const characters = Array.from(text);
    const gold = entities
      .filter((found) => types[found.type] !== undefined)
      .map((found) => ({
        first: tokens.findIndex(([start]) => start === found.start),
        last: tokens.findIndex(([, end]) => end === found.end),
        type: types[found.type]!,
      }));
    const words = tokens.map(([start, end]) => characters.slice(start, end).join(''));
    yield {
      words,
      gold,
      fits: (found, one) => found.first === one.first && found.last === one.last && found.type === one.type,
    };
  }
}

const gumDocument = z.object({
  text: z.string(),
  genre: z.string(),
  tokens: z.array(z.tuple([z.number(), z.number(), z.string()])),
  sentences: z.array(z.object({ start: z.number(), end: z.number() })),
  entities: z.array(
    entity.extend({
      named: z.boolean(),
      head_text: z.string(),
      min_start: z.number().nullish(),
      min_end: z.number().nullish(),
    }),
  ),
});

interface PhraseName {
  readonly start: number;
  readonly end: number;
  readonly headStart: number;
  readonly headEnd: number;
  readonly type: string;
}

/** Sentences of GUM: right is a name of the type that holds the head and lies within the phrase. */
export function* phraseTests(records: readonly unknown[], genre?: string): Generator<NameTest<PhraseName>> {
  for (const document of records.map((record) => gumDocument.parse(record))) {
    if (genre !== undefined && document.genre !== genre) continue;
    const characters = Array.from(document.text);
    const named = document.entities.filter((found) => found.named && types[found.type] !== undefined);
    for (const { start, end } of document.sentences) {
      const tokens = document.tokens.filter((token) => token[0] >= start && token[1] <= end);
      const gold = named
        .filter((found) => found.start >= start && found.end <= end)
        .map((found) => phraseName(characters, found));
      gold.sort((a, b) => a.end - a.start - (b.end - b.start));
      yield {
        words: tokens.map((token) => characters.slice(token[0], token[1]).join('')),
        gold,
        fits: ({ first, last, type }, one) => {
          const [from, to] = [tokens[first]![0], tokens[last]![1]];
          return type === one.type && from <= one.headStart && to >= one.headEnd && from >= one.start && to <= one.end;
        },
      };
    }
  }
}

function phraseName(characters: readonly string[], found: z.infer<typeof gumDocument>['entities'][number]): PhraseName {
  const from = found.min_start ?? found.start;
  const at = characters
    .slice(from, found.min_end ?? found.end)
    .join('')
    .indexOf(found.head_text);
  const headStart = at >= 0 ? from + at : found.start;
  const headEnd = at >= 0 ? headStart + Array.from(found.head_text).length : found.end;
  return { start: found.start, end: found.end, headStart, headEnd, type: types[found.type]! };
}
