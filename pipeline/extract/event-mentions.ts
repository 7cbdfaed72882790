import type { OwnColumns } from '#schemas/table.ts';
import { eventMentions } from '#schemas/tables/event-mentions.ts';
import type { EventType } from '#schemas/vocabulary.ts';
import type { Document, EventMention, Participant } from '../annotate/document.ts';
import { extractor, type Finding } from './extractor.ts';

type Columns = OwnColumns<typeof eventMentions>;

const quadrants: readonly (readonly [NonNullable<Columns['quad_class']>, readonly EventType[]])[] = [
  ['verbal_cooperation', ['AGREE', 'CONSULT', 'SUPPORT', 'CONCEDE']],
  ['material_cooperation', ['COOPERATE', 'AID', 'RETREAT']],
  ['verbal_conflict', ['REQUEST', 'ACCUSE', 'REJECT', 'THREATEN']],
  ['material_conflict', ['PROTEST', 'SANCTION', 'MOBILIZE', 'COERCE', 'ASSAULT']],
];

/** PLOVER's quadrant of a type; null for the types that PLOVER lacks. */
export const quadClassOf = (type: EventType): Columns['quad_class'] =>
  quadrants.find(([, types]) => types.includes(type))?.[0] ?? null;

/** Rows of `event_mentions`, as `participants` needs them for its keys. */
export function findEventMentions(document: Document): Finding<typeof eventMentions>[] {
  return document.events.map((event) => ({
    span: { start: event.start, end: event.end },
    confidence: event.confidence,
    row: rowOf(document, event),
  }));
}

/** Reports of events: one row is one trigger. */
export const eventMentionsExtractor = extractor({
  name: 'event-mentions',
  version: 7,
  table: eventMentions,
  find: findEventMentions,
});

/** Canonical name of a participant that is a known entity, else its words; of a people its words ("Kurds", not "Kurdish"). */
export function nameOf({ text, mentions, entities }: Document, { mention, start, end }: Participant): string {
  const entity = mention === null ? null : mentions[mention]!.entity;
  const known = entity === null ? undefined : entities[entity];
  const isPeople = known?.type === 'group' && mentions[mention!]!.form === 'name';
  return known && !isPeople ? known.name : text.slice(start, end);
}

/** Key of the entity behind a mention, or null. */
export function entityIdOf({ mentions, entities }: Document, mention: number | null): string | null {
  const entity = mention === null ? null : mentions[mention]!.entity;
  return entity === null ? null : (entities[entity]?.entity_id ?? null);
}

function rowOf(document: Document, event: EventMention): Columns {
  const { text, times, mentions } = document;
  const time = event.time === null ? null : times[event.time]!;
  const place = event.place === null ? null : mentions[event.place]!;
  const speaker = event.attributedTo;
  return {
    event_type: event.type,
    event_mode: event.mode,
    event_context: event.contexts.length > 0 ? event.contexts.join(' | ') : null,
    quad_class: quadClassOf(event.type),
    ...partyOf(document, event, 'actor'),
    ...partyOf(document, event, 'recipient'),
    date_text: time && text.slice(time.start, time.end),
    date_start: time?.from ?? null,
    date_end: time?.to ?? null,
    date_precision: time?.precision ?? null,
    date_basis: time === null ? 'none' : event.timeFrom === 'sentence' ? time.basis : 'inferred',
    date_found_in: event.timeFrom ?? 'none',
    place: place && text.slice(place.start, place.end),
    place_entity_id: entityIdOf(document, event.place),
    place_basis: place === null ? 'none' : event.placeFrom === 'sentence' ? 'stated' : 'inferred',
    place_found_in: event.placeFrom ?? 'none',
    polarity: event.polarity,
    modality: event.modality,
    tense: event.tense,
    attributed_to: speaker && speakerOf(document, event, speaker),
    attributed_to_entity_id: entityIdOf(document, event.attributedMention),
  };
}

const speakerOf = (
  document: Document,
  { attributedMention }: EventMention,
  { start, end }: { start: number; end: number },
) => nameOf(document, { role: 'actor', mention: attributedMention, start, end, firstToken: 0, endToken: 0 });

/** Several in one role are joined; one that is named twice counts once. */
function partyOf<R extends 'actor' | 'recipient'>(
  document: Document,
  { participants }: EventMention,
  role: R,
): { [K in R | `${R}_entity_id`]: string | null } {
  const players = participants.filter((p) => p.role === role);
  const names = [...new Set(players.map((p) => nameOf(document, p)))];
  const ids = players.map((p) => entityIdOf(document, p.mention));
  const party = {
    [role]: names.length > 0 ? names.join(' | ') : null,
    [`${role}_entity_id`]: ids.find((id) => id !== null) ?? null,
  };
  return party as { [K in R | `${R}_entity_id`]: string | null };
}
