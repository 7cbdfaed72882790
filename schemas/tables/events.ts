import { z } from 'zod';
import { column } from '../column.ts';
import { table } from '../table.ts';
import { count, country, datePrecision, eventModality, eventTypes, keyOf, quadClasses, text } from '../vocabulary.ts';

/** Happenings, however many reports. */
export const events = table({
  name: 'events',
  title: 'Events',
  description: 'One row is one happening, however many reports of it there are.',
  key: 'event_id',
  prefix: 'ev',
  columns: {
    event_id: column(keyOf('ev'), { title: 'Event', description: 'Key.', example: 'ev_q3v5k2w7c4mz6xta' }),
    event_type: column(eventTypes, {
      title: 'Type',
      description: 'As in event_mentions; of the first report where reports of one family of types differ.',
      example: 'REQUEST',
    }),
    event_mode: column(text.nullable(), {
      title: 'Mode',
      description: 'As in event_mentions; null where reports differ.',
      example: 'assist',
    }),
    quad_class: column(quadClasses.nullable(), {
      title: 'Quad class',
      description: 'As in event_mentions.',
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
    place: column(text.nullable(), { title: 'Place', description: 'Where it happened.', example: 'Maribor' }),
    place_entity_id: column(keyOf('e').nullable(), {
      title: 'Place (entity)',
      description: 'The place, where it is a known entity.',
      example: 'e_q3v5k2w7c4mz6xta',
      references: 'entities',
    }),
    country: column(country.nullable(), {
      title: 'Country',
      description: 'ISO 3166-1 alpha-3 code of the place.',
      example: 'SVN',
    }),
    latitude: column(z.number().min(-90).max(90).nullable(), {
      title: 'Latitude',
      description: 'WGS 84, of the place.',
      unit: 'deg',
      example: 46.55,
    }),
    longitude: column(z.number().min(-180).max(180).nullable(), {
      title: 'Longitude',
      description: 'WGS 84, of the place.',
      unit: 'deg',
      example: 15.65,
    }),
    modality: column(eventModality, {
      title: 'Modality',
      description: 'The firmest modality of its reports.',
      example: 'actual',
    }),
    differs: column(text.nullable(), {
      title: 'Differs',
      description:
        'What its reports state differently, joined with “ | ”: event_type, event_mode, actor, recipient, date, place, modality, tense; null where they agree.',
      example: 'recipient | place',
    }),
    mention_count: column(count, {
      title: 'Reports',
      description: 'Rows in event_mentions.',
      unit: 'rows',
      example: 4,
    }),
    article_count: column(count, {
      title: 'Articles',
      description: 'Articles that report it.',
      unit: 'articles',
      example: 3,
    }),
    origin_count: column(count, {
      title: 'Origins',
      description: 'Independent origins that report it: copies of one text count once.',
      unit: 'origins',
      example: 2,
    }),
    first_published_on: column(z.iso.date().nullable(), {
      title: 'First published',
      description: 'Earliest known day of publication of a report.',
      example: '2026-05-14',
    }),
  },
});
