import { z } from 'zod';
import { column } from '../column.ts';
import { groundedTable } from '../table.ts';
import { country, keyOf, sectors, text, traitBasis } from '../vocabulary.ts';

/** Roles in events. */
export const participants = groundedTable({
  name: 'participants',
  title: 'Participants',
  description: 'One row is one role in one event mention.',
  key: 'participant_id',
  prefix: 'p',
  identity: ['event_mention_id', 'role'],
  columns: {
    participant_id: column(keyOf('p'), { title: 'Participant', description: 'Key.', example: 'p_q3v5k2w7c4mz6xta' }),
    event_mention_id: column(keyOf('em'), {
      title: 'Event mention',
      description: 'The event mention in which the role is played.',
      example: 'em_q3v5k2w7c4mz6xta',
      references: 'event_mentions',
    }),
    role: column(z.enum(['actor', 'recipient', 'victim', 'instrument', 'topic']), {
      title: 'Role',
      description: 'What the participant is in the event.',
      example: 'actor',
    }),
    participant: column(text, {
      title: 'Participant name',
      description: 'Canonical name, or the words of the text.',
      example: 'Ana Kovač',
    }),
    entity_id: column(keyOf('e').nullable(), {
      title: 'Entity',
      description: 'The participant, where it is a known entity.',
      example: 'e_q3v5k2w7c4mz6xta',
      references: 'entities',
    }),
    sector: column(sectors.nullable(), {
      title: 'Sector',
      description:
        'Walk of life that an actor, recipient or victim acts for; null for a country as such and where the text does not say.',
      example: 'government',
    }),
    sector_basis: column(traitBasis, {
      title: 'Basis of the sector',
      description:
        'What tells the sector: the name itself, the role that the article gives the person, or the words that describe it.',
      example: 'role',
    }),
    country: column(country.nullable(), {
      title: 'Country',
      description:
        'ISO 3166-1 alpha-3 code of the country that an actor, recipient or victim is, lies in, belongs to or acts for.',
      example: 'SVN',
    }),
    country_basis: column(traitBasis, {
      title: 'Basis of the country',
      description:
        'What tells the country: the name itself, the role that the article gives the person, or the words that describe it.',
      example: 'name',
    }),
  },
});
