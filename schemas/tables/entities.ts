import { z } from 'zod';
import { column } from '../column.ts';
import { table } from '../table.ts';
import { count, country, entityTypes, keyOf, text } from '../vocabulary.ts';

/** Persons, organizations, places, groups. */
export const entities = table({
  name: 'entities',
  title: 'Entities',
  description: 'One row is a person, organization, place or group that articles mention by name.',
  key: 'entity_id',
  prefix: 'e',
  columns: {
    entity_id: column(keyOf('e'), {
      title: 'Entity',
      description: 'Key: hash of type and canonical name, for places with their gazetteer id.',
      example: 'e_q3v5k2w7c4mz6xta',
    }),
    name: column(text, { title: 'Name', description: 'Fullest name found, or the gazetteer’s.', example: 'Ana Kovač' }),
    type: column(entityTypes, { title: 'Type', description: 'Type.', example: 'person' }),
    subtype: column(text.nullable(), {
      title: 'Subtype',
      description: 'Finer type where known: country, city, region, nationality, media, government, party, company.',
      example: 'country',
    }),
    country: column(country.nullable(), {
      title: 'Country',
      description: 'ISO 3166-1 alpha-3 code of the country that it is, lies in or belongs to.',
      example: 'SVN',
    }),
    latitude: column(z.number().min(-90).max(90).nullable(), {
      title: 'Latitude',
      description: 'WGS 84.',
      unit: 'deg',
      example: 46.55,
    }),
    longitude: column(z.number().min(-180).max(180).nullable(), {
      title: 'Longitude',
      description: 'WGS 84.',
      unit: 'deg',
      example: 15.65,
    }),
    gazetteer_id: column(text.nullable(), {
      title: 'Gazetteer id',
      description: 'Name of the gazetteer and the id there.',
      example: 'geonames:3195506',
    }),
    aliases: column(text.nullable(), {
      title: 'Aliases',
      description: 'Other names that articles use, joined with “ | ”.',
      example: 'Kovač',
    }),
    role: column(text.nullable(), {
      title: 'Role',
      description: 'The role printed with it most often.',
      example: 'Interior Minister',
    }),
    link_basis: column(z.enum(['gazetteer', 'document', 'corpus']), {
      title: 'Basis of the link',
      description:
        'What joins its mentions: a gazetteer entry, one article, or the same full name in several articles.',
      example: 'corpus',
    }),
    mention_count: column(count, { title: 'Mentions', description: 'Rows in mentions.', unit: 'rows', example: 12 }),
    article_count: column(count, {
      title: 'Articles',
      description: 'Articles that mention it.',
      unit: 'articles',
      example: 3,
    }),
    origin_count: column(count, {
      title: 'Origins',
      description: 'Independent origins that mention it: copies of one text count once.',
      unit: 'origins',
      example: 2,
    }),
    first_published_on: column(z.iso.date().nullable(), {
      title: 'First published',
      description: 'Earliest known day of publication of an article that mentions it.',
      example: '2026-05-14',
    }),
    last_published_on: column(z.iso.date().nullable(), {
      title: 'Last published',
      description: 'Latest known day of publication of an article that mentions it.',
      example: '2026-05-16',
    }),
  },
});
