import { packShingles } from '#pipeline/extract/shingles.ts';
import type { Sketch } from '#schemas/stages/sketch.ts';
import type { Row } from '#schemas/table.ts';

/** A number from 0 up to one, drawn. */
type Draw = () => number;

/** Articles of which each fifth copies an earlier one. */
const copyEvery = 5;
/** How far behind it the original of a copy lies at most. */
const reach = 2_000;
const shinglesEach = 200;
const namesEach = 9;
const statisticsEach = 4;
const reportsEach = 3;

/** What one made-up article states. */
interface Stated {
  readonly sketch: Omit<Sketch, 'text'>;
  readonly statistics: Row[];
  readonly event_mentions: Row[];
  readonly participants: Row[];
}

/** Rows of an article that are joined. */
export const rowsEach = statisticsEach + reportsEach;

/**
 * What many articles state, made up, the same in every run. Names follow Zipf's law, one country stands in every article, one
 * person in each tenth, each fifth article is a copy. Numbers, measures, days and actors repeat as they do in news, so that
 * figures and events have much to join.
 */
export function* synthetic(count: number): Generator<Stated> {
  for (let i = 0; i < count; i++) {
    const names = namesOf(i, count);
    const event_mentions = reportsOf(i, names);
    const participants = event_mentions.flatMap(victimsOf);
    yield { sketch: sketchOf(i, names), statistics: statisticsOf(i, names), event_mentions, participants };
  }
}

/** Draws that look random and are the same for the same seeds. */
function drawing(...seeds: readonly number[]): Draw {
  let state = seeds.reduce((sum, seed) => mixed(sum ^ mixed(seed + 0x9e3779b9)), 7);
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    return mixed(state) / 2 ** 32;
  };
}

function mixed(value: number): number {
  let hash = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

const below = (draw: Draw, most: number): number => Math.floor(draw() * most);
/** The first of many is drawn twice as often as the second. */
const zipf = (draw: Draw, most: number): number => Math.floor(most ** draw()) - 1;
const pick = <T>(draw: Draw, list: readonly T[]): T => list[below(draw, list.length)]!;

/** A key of two numbers. */
function keyOf(prefix: string, kind: number, number: number): string {
  const first = mixed(mixed(kind + 1) ^ number);
  const second = mixed(mixed(number + 77) ^ first);
  return `${prefix}_${first.toString(32).padStart(7, '0')}${second.toString(32).padStart(7, '0')}${(number % 1024).toString(32).padStart(2, '0')}`;
}

/** The article whose text an article has: its own, or that of an earlier one. */
function originalOf(article: number): number {
  if (article % copyEvery !== copyEvery - 1) return article;
  const earlier = article - 1 - below(drawing(1, article), Math.min(article, reach));
  return earlier % copyEvery === copyEvery - 1 ? earlier - 1 : earlier;
}

const syllables = ['ba', 'ri', 'no', 'te', 'lu', 'ka', 'so', 'mi', 'da', 've', 'pa', 'go', 'ne', 'ti', 'ru', 'la'];

function word(number: number): string {
  let name = '';
  for (let rest = number + 16; rest > 0; rest >>>= 4) name += syllables[rest & 15];
  return name[0]!.toUpperCase() + name.slice(1);
}

type Named = Sketch['entities'][number];

const entity = (entity_id: string, name: string, type: Named['type'], more: Partial<Named> = {}): Named => ({
  entity_id,
  name,
  type,
  subtype: null,
  country: null,
  latitude: null,
  longitude: null,
  gazetteer_id: null,
  link_basis: 'document',
  aliases: [name],
  roles: [],
  ...more,
});

const roles = ['minister', 'mayor', 'striker', 'singer', 'chief executive', 'spokesman', 'professor'];

function person(draw: Draw, count: number, article: number): Named {
  const number = article % 10 === 0 ? 0 : zipf(draw, 2 * count);
  const last = word(number % Math.max(50, count >> 3));
  if (draw() < 0.1) return entity(keyOf('e', 10 + (number % 7), article), last, 'person');
  const name = `${word(number >> 2)} ${last}`;
  const told = draw() < 0.3 ? [pick(draw, roles)] : [];
  return entity(keyOf('e', 2, number), name, 'person', { aliases: [name, last], roles: told });
}

function organization(draw: Draw, count: number, article: number): Named {
  const number = zipf(draw, count);
  const first = word(number);
  if (draw() < 0.3) return entity(keyOf('e', 20 + (number % 7), article), first, 'organization');
  const name = `${first} ${pick(draw, ['Bank', 'Group', 'Council', 'Union'])}`;
  return entity(keyOf('e', 3, number), name, 'organization', { aliases: draw() < 0.5 ? [name, first] : [name] });
}

const countries = ['SVN', 'PRT', 'IRL', 'BIH', 'BEL', 'SWE', 'ITA', 'NOR'];

function place(number: number): Named {
  const isCountry = number < countries.length;
  return entity(keyOf('e', 4, number), word(number * 37), 'place', {
    subtype: isCountry ? 'country' : 'city',
    country: countries[number % countries.length]!,
    latitude: (number % 90) / 2,
    longitude: number % 180,
    gazetteer_id: `Q${number}`,
    link_basis: 'gazetteer',
  });
}

/** Names of an article: the first country, a few other places, persons, organizations. */
function namesOf(article: number, count: number): Named[] {
  const original = originalOf(article);
  const draw = drawing(2, original);
  const all = [place(0)];
  for (let i = 1; i < namesEach; i++) {
    const kind = i % 3;
    if (kind === 0) all.push(place(zipf(draw, 3_000)));
    else all.push(kind === 1 ? person(draw, count, original) : organization(draw, count, original));
  }
  return [...new Map(all.map((one) => [one.entity_id, one])).values()];
}

/** A day of two years. */
function dayOf(article: number): string {
  const day = below(drawing(3, originalOf(article)), 730) + (originalOf(article) === article ? 0 : 1);
  return new Date(Date.UTC(2024, 0, 1 + day)).toISOString().slice(0, 10);
}

/** Shingles of its own, and some that many texts share; a copy lacks a few and has a few others. */
function shinglesOf(article: number): Uint32Array {
  const original = originalOf(article);
  const drawn = new Set<number>();
  const draw = drawing(4, original);
  for (let i = 0; i < shinglesEach; i++) {
    const isCommon = draw() < 0.1;
    drawn.add(isCommon ? mixed(zipf(draw, 1e6)) : Math.floor(draw() * 2 ** 32));
  }
  if (original !== article) {
    const other = drawing(5, article);
    const kept = [...drawn].slice(below(other, 60));
    drawn.clear();
    for (const one of kept) drawn.add(one);
    for (let i = below(other, 30); i > 0; i--) drawn.add(Math.floor(other() * 2 ** 32));
  }
  return Uint32Array.from(drawn).sort();
}

function sketchOf(article: number, entities: Named[]): Omit<Sketch, 'text'> {
  const id = keyOf('a', 1, article);
  const hash = (kind: number): string =>
    keyOf('x', kind, article)
      .slice(2)
      .padEnd(64, '0')
      .replace(/[^0-9a-f]/g, '7');
  return {
    record_type: 'sketch',
    article: {
      article_id: id,
      title: null,
      subtitle: null,
      byline: null,
      publisher: `Paper ${article % 300}`,
      url: `https://paper.example/${article}`,
      language: 'en',
      published_on: dayOf(article),
      published_on_basis: 'metadata',
      dateline_place: null,
      source_file: 'synthetic.jsonl',
      source_sha256: hash(6),
      metadata_sha256: null,
      text_sha256: hash(7),
      format: 'jsonl',
      char_count: 1,
      word_count: 1,
      sentence_count: 1,
      story_id: null,
      duplicate_of: null,
      copy_kind: null,
      similarity: null,
      origin: null,
      rights: 'snippet',
      mention_count: 0,
      statistic_count: 0,
      event_count: 0,
      quotation_count: 0,
    },
    entities,
    shingles: packShingles(shinglesOf(article)),
    mention_count: Object.fromEntries(entities.map(({ entity_id }, i) => [entity_id, 1 + (i % 4)])),
  };
}

const measures = ['people killed', 'unemployment rate', 'inflation', 'sales', 'price', 'residents', 'profit', 'homes'];

function statisticsOf(article: number, names: readonly Named[]): Row[] {
  const draw = drawing(8, originalOf(article));
  const [id, day] = [keyOf('a', 1, article), dayOf(article)];
  return Array.from({ length: statisticsEach }, (_, i): Row => {
    const measure = zipf(draw, 4_000);
    const where =
      draw() < 0.6
        ? pick(
            draw,
            names.filter(({ type }) => type === 'place'),
          )
        : null;
    const who = draw() < 0.4 ? pick(draw, names) : null;
    const percent = measure % 2 === 1;
    const period = draw() < 0.5 ? day : null;
    return {
      statistic_id: keyOf('s', article, i),
      figure_id: null,
      measure: measures[measure] ?? `${word(measure)} cases`,
      subject: who?.name ?? null,
      subject_entity_id: who?.entity_id ?? null,
      value_text: '14',
      value: percent ? below(draw, 400) / 10 : zipf(draw, 100_000),
      value_low: null,
      value_high: null,
      unit: percent ? '%' : null,
      unit_text: null,
      kind: percent ? 'percent' : 'count',
      currency: null,
      currency_basis: null,
      per: null,
      qualifier: draw() < 0.2 ? 'approximate' : 'exact',
      change: 'none',
      base_value: null,
      period_text: period,
      period_start: period,
      period_end: period,
      period_precision: 'day',
      period_basis: 'stated',
      place: where?.name ?? null,
      place_entity_id: where?.entity_id ?? null,
      place_basis: 'stated',
      polarity: 'positive',
      modality: 'actual',
      attributed_to: null,
      attributed_to_entity_id: null,
      attribution_basis: 'none',
      article_id: id,
      published_on: day,
      char_start: 100 * i,
      char_end: 100 * i + 2,
      quote: '14',
      sentence: 'Some words that were printed, as many as a short sentence has.',
    };
  });
}

const types = ['ASSAULT', 'CONSULT', 'DEATH', 'LEGAL', 'REQUEST', 'AGREE', 'PROTEST', 'APPOINT'];

function reportsOf(article: number, names: readonly Named[]): Row[] {
  const draw = drawing(9, originalOf(article));
  const actors = names.filter(({ type }) => type !== 'place');
  const [id, printed] = [keyOf('a', 1, article), dayOf(article)];
  return Array.from({ length: reportsEach }, (_, i): Row => {
    const by = draw() < 0.7 ? pick(draw, actors) : null;
    const to = draw() < 0.5 ? pick(draw, names) : null;
    const where =
      draw() < 0.5
        ? pick(
            draw,
            names.filter(({ type }) => type === 'place'),
          )
        : null;
    const day = draw() < 0.7 ? printed : null;
    return {
      event_mention_id: keyOf('em', article, i),
      event_id: null,
      event_type: pick(draw, types),
      event_mode: null,
      event_context: null,
      quad_class: null,
      actor: by?.name ?? 'police',
      actor_entity_id: by?.entity_id ?? null,
      recipient: to?.name ?? null,
      recipient_entity_id: to?.entity_id ?? null,
      date_text: day,
      date_start: day,
      date_end: day,
      date_precision: day && 'day',
      date_basis: 'stated',
      date_found_in: null,
      place: where?.name ?? null,
      place_entity_id: where?.entity_id ?? null,
      place_found_in: null,
      polarity: 'positive',
      modality: 'actual',
      tense: 'past',
      article_id: id,
      published_on: printed,
      char_start: 100 * (50 + i),
      char_end: 100 * (50 + i) + 2,
      quote: '14',
      sentence: 'Some words that were printed, as many as a short sentence has.',
    };
  });
}

const victimsOf = ({ event_mention_id, event_type, article_id, char_start }: Row): Row[] =>
  event_type === 'DEATH'
    ? [
        {
          event_mention_id: event_mention_id!,
          role: 'victim',
          article_id: article_id!,
          char_start: (char_start! as number) - 5000,
          char_end: (char_start! as number) - 4990,
        },
      ]
    : [];
