import { z } from 'zod';
import { column } from '../column.ts';
import { groundedTable } from '../table.ts';
import {
  basis,
  datePrecision,
  eventModality,
  eventTypes,
  foundIn,
  keyOf,
  placeBasis,
  polarity,
  quadClasses,
  text,
} from '../vocabulary.ts';

/** Reports of events. */
export const eventMentions = groundedTable({
  name: 'event_mentions',
  title: 'Event mentions',
  description: 'One row is one report of an event; the quote is its trigger.',
  key: 'event_mention_id',
  prefix: 'em',
  identity: ['event_type', 'event_mode'],
  resolved: ['event_id'],
  columns: {
    event_mention_id: column(keyOf('em'), {
      title: 'Event mention',
      description: 'Key.',
      example: 'em_q3v5k2w7c4mz6xta',
    }),
    event_id: column(keyOf('ev').nullable(), {
      title: 'Event',
      description: 'The happening that it reports; null for what did not happen (negated, hypothetical).',
      example: 'ev_q3v5k2w7c4mz6xta',
      references: 'events',
    }),
    event_type: column(eventTypes, {
      title: 'Type',
      description:
        "One of PLOVER's sixteen types, or HAZARD, ACCIDENT, CRIME, LEGAL, ELECTION, APPOINT, BUSINESS, DEATH.",
      example: 'REQUEST',
    }),
    event_mode: column(text.nullable(), {
      title: 'Mode',
      description: "PLOVER's mode of the type.",
      example: 'assist',
    }),
    event_context: column(text.nullable(), {
      title: 'Context',
      description: "PLOVER's contexts that the sentence itself supports, joined with “ | ”.",
      example: 'military',
    }),
    quad_class: column(quadClasses.nullable(), {
      title: 'Quad class',
      description: "PLOVER's quadrant; null for the types that PLOVER lacks.",
      example: 'verbal_conflict',
    }),
    actor: column(text.nullable(), {
      title: 'Actor',
      description: 'Who did it; several joined with “ | ”.',
      example: 'Ana Kovač',
    }),
    actor_entity_id: column(keyOf('e').nullable(), {
      title: 'Actor (entity)',
      description: 'The first actor that is a known entity.',
      example: 'e_q3v5k2w7c4mz6xta',
      references: 'entities',
    }),
    recipient: column(text.nullable(), {
      title: 'Recipient',
      description: 'To whom; several joined with “ | ”.',
      example: 'Slovenia',
    }),
    recipient_entity_id: column(keyOf('e').nullable(), {
      title: 'Recipient (entity)',
      description: 'The first recipient that is a known entity.',
      example: 'e_q3v5k2w7c4mz6xta',
      references: 'entities',
    }),
    date_text: column(text.nullable(), {
      title: 'Date as printed',
      description: 'The words that state the date.',
      example: 'on Thursday',
    }),
    date_start: column(z.iso.date().nullable(), {
      title: 'From',
      description: 'First possible day.',
      example: '2026-05-14',
    }),
    date_end: column(z.iso.date().nullable(), {
      title: 'To',
      description: 'Last possible day.',
      example: '2026-05-14',
    }),
    date_precision: column(datePrecision.nullable(), {
      title: 'Date precision',
      description: 'How fine the date is.',
      example: 'day',
    }),
    date_basis: column(basis, {
      title: 'Basis of the date',
      description:
        'How the date is known; inferred where another sentence states it; never the publication date in disguise.',
      example: 'relative',
    }),
    date_found_in: column(foundIn, {
      title: 'Date found in',
      description:
        'Where the date stands: in the sentence, else with a like event in the paragraph before it or the headline.',
      example: 'sentence',
    }),
    place: column(text.nullable(), { title: 'Place', description: 'Where it happened.', example: 'Maribor' }),
    place_entity_id: column(keyOf('e').nullable(), {
      title: 'Place (entity)',
      description: 'The place, where it is a known entity.',
      example: 'e_q3v5k2w7c4mz6xta',
      references: 'entities',
    }),
    place_basis: column(placeBasis, {
      title: 'Basis of the place',
      description: 'How the place is known; inferred where it stands outside the sentence.',
      example: 'stated',
    }),
    place_found_in: column(foundIn, {
      title: 'Place found in',
      description:
        'Where the place stands: in the sentence, else with a like event in the paragraph before it or the headline, else in the dateline.',
      example: 'sentence',
    }),
    polarity: column(polarity, {
      title: 'Polarity',
      description: 'negative: the text says that it did not happen.',
      example: 'positive',
    }),
    modality: column(eventModality, {
      title: 'Modality',
      description: 'How the text holds the event.',
      example: 'actual',
    }),
    tense: column(z.enum(['past', 'present', 'future', 'none']), {
      title: 'Tense',
      description: 'Tense of the trigger or its verb.',
      example: 'past',
    }),
    attributed_to: column(text.nullable(), {
      title: 'Attributed to',
      description: 'Who says so, where stated.',
      example: 'Ana Kovač',
    }),
    attributed_to_entity_id: column(keyOf('e').nullable(), {
      title: 'Attributed to (entity)',
      description: 'Who says so, where it is a known entity.',
      example: 'e_q3v5k2w7c4mz6xta',
      references: 'entities',
    }),
  },
});
