import type { EventType } from '#schemas/vocabulary.ts';
import type { Document, EventMention } from '../document.ts';

type Read = Pick<Document, 'tokens' | 'sentences' | 'blocks' | 'mentions' | 'entities' | 'times' | 'dateline'>;

/** What happens at one place and time, so that a report may go on about it without repeating them. */
const bodily = new Set<EventType>(['PROTEST', 'ASSAULT', 'HAZARD', 'ACCIDENT', 'CRIME', 'DEATH']);
/** Sentences of the same paragraph that are looked back at. */
const back = 2;

/** An event whose own sentence gives no date or place has those of a like event told just before, else of headline or dateline. */
export function withBorrowed(document: Read, events: readonly EventMention[]): EventMention[] {
  const bySentence = new Map<number, EventMention[]>();
  for (const event of events) {
    const { sentence } = document.tokens[event.firstToken]!;
    bySentence.set(sentence, [...(bySentence.get(sentence) ?? []), event]);
  }
  const heads = document.sentences.filter(({ block }) => document.blocks[block]!.kind === 'headline');
  const lead = document.sentences.find((s) => document.blocks[s.block]!.kind === 'paragraph' && hasWords(document, s));
  return events.map((event) => {
    const sentence = document.tokens[event.firstToken]!.sentence;
    if (!isTold(document, event) || (event.time !== null && event.place !== null)) return event;
    const before = previous(document, sentence);
    const isLead = lead !== undefined && document.sentences[sentence]!.block === lead.block;
    const sources = [
      ...before.map((at) => ({ at, from: 'paragraph' as const })),
      ...(isLead ? heads.map(({ index }) => ({ at: index, from: 'headline' as const })) : []),
    ];
    const told = sources.flatMap(({ at, from }) => (bySentence.get(at) ?? []).map((other) => ({ other, from })));
    const like = told.filter(({ other, from }) => isTold(document, other, from === 'headline'));
    const isFirst = sentence === lead?.index;
    return {
      ...event,
      ...timeOf(document, event, sentence, like),
      ...placeOf(document, event, sentence, like, isFirst),
    };
  });
}

type Told = { readonly other: EventMention; readonly from: 'paragraph' | 'headline' };

/** Bodily, and held to have happened; headlines say so in the present tense. */
function isTold(
  { tokens }: Read,
  { type, polarity, modality, tense, firstToken }: EventMention,
  isHeadline = false,
): boolean {
  const isHeld = polarity === 'positive' && (modality === 'actual' || modality === 'alleged');
  const isBefore = ['had', "'d", '’d'].includes(tokens[firstToken - 1]?.lower ?? '');
  const isOver = tense === 'past' || tense === 'none' || (tense === 'present' && isHeadline);
  return bodily.has(type) && isHeld && isOver && !isBefore;
}

const hasWords = ({ tokens, dateline }: Read, { endToken }: Document['sentences'][number]): boolean =>
  !dateline || tokens[endToken - 1]!.end > dateline.end;

/** The sentences before in the same paragraph, nearest first. */
function previous({ sentences }: Read, sentence: number): number[] {
  const { block } = sentences[sentence]!;
  return Array.from({ length: back }, (_, k) => sentence - 1 - k).filter((at) => sentences[at]?.block === block);
}

/** The day of the nearest like event, where its own sentence says it and this one names no time and no other place. */
function timeOf(document: Read, event: EventMention, sentence: number, told: readonly Told[]): Partial<EventMention> {
  const { times, tokens } = document;
  const isDated = times.some((t) => tokens[t.firstToken]!.sentence === sentence && t.kind !== 'duration');
  if (event.time !== null || isDated) return {};
  const found = told.find(({ other }) => other.time !== null && other.timeFrom === 'sentence');
  const day = found && times[found.other.time!]!;
  const isDay = day?.precision === 'day' && day.from !== null;
  const where = found?.other.place ?? null;
  const isElsewhere = event.place !== null && (where === null || !agrees(document, sentence, where));
  return found && isDay && !isElsewhere ? { time: found.other.time, timeFrom: found.from } : {};
}

/** The place of the nearest like event, else the dateline's for the first sentence; not where the sentence names another. */
function placeOf(
  document: Read,
  event: EventMention,
  sentence: number,
  told: readonly Told[],
  isFirst: boolean,
): Partial<EventMention> {
  if (event.place !== null) return {};
  const found = told.find(({ other }) => other.place !== null && other.placeFrom === 'sentence');
  if (found && agrees(document, sentence, found.other.place!))
    return { place: found.other.place, placeFrom: found.from };
  const filed = isFirst ? datelinePlace(document) : null;
  return filed !== null && agrees(document, sentence, filed) ? { place: filed, placeFrom: 'dateline' } : {};
}

/** Index into `mentions` of the place at which the report was filed. */
function datelinePlace({ dateline, mentions }: Read): number | null {
  const { place } = dateline ?? {};
  if (!place) return null;
  const found = mentions.findIndex((m) => m.type === 'place' && m.start >= place.start && m.end <= place.end);
  return found === -1 ? null : found;
}

/** Every place and people named in the sentence's own words is that place or its country. */
function agrees({ mentions, entities, tokens, dateline }: Read, sentence: number, place: number): boolean {
  const own = mentions[place]!.entity;
  const known = own === null ? undefined : entities[own];
  const filed = dateline?.end ?? 0;
  return mentions.every((m) => {
    if (tokens[m.firstToken]!.sentence !== sentence || m.form !== 'name' || m.start < filed) return true;
    if (m.type !== 'place' && m.type !== 'group') return true;
    if (m.entity === own) return true;
    const other = m.entity === null ? undefined : entities[m.entity];
    const isCountry = other?.subtype === 'country' || other?.subtype === 'nationality';
    return isCountry && known?.country != null && other?.country === known.country;
  });
}
