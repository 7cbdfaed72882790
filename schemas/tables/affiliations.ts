import { z } from 'zod';
import { column } from '../column.ts';
import { groundedTable } from '../table.ts';
import { keyOf, text } from '../vocabulary.ts';

/** Roles of persons in organizations and countries. */
export const affiliations = groundedTable({
  name: 'affiliations',
  title: 'Affiliations',
  description: 'One row is a role that an article gives to a person, with the organization or country where stated.',
  key: 'affiliation_id',
  prefix: 'af',
  identity: ['person', 'role', 'organization'],
  columns: {
    affiliation_id: column(keyOf('af'), { title: 'Affiliation', description: 'Key.', example: 'af_q3v5k2w7c4mz6xta' }),
    person_entity_id: column(keyOf('e').nullable(), {
      title: 'Person (entity)',
      description: 'The person.',
      example: 'e_q3v5k2w7c4mz6xta',
      references: 'entities',
    }),
    person: column(text, { title: 'Person', description: 'Canonical name of the person.', example: 'Ana Kovač' }),
    role: column(text, {
      title: 'Role',
      description: 'The role as printed, without “former”.',
      example: 'Interior Minister',
    }),
    organization_entity_id: column(keyOf('e').nullable(), {
      title: 'Organization (entity)',
      description: 'The organization or country.',
      example: 'e_q3v5k2w7c4mz6xta',
      references: 'entities',
    }),
    organization: column(text.nullable(), {
      title: 'Organization',
      description: 'Name of the organization or country; null where the article states a role alone.',
      example: 'Slovenia',
    }),
    is_former: column(z.boolean(), {
      title: 'Former',
      description: 'The article says that the role is over (former, ex-, late).',
      example: false,
    }),
  },
});
