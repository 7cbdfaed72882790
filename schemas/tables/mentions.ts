import { z } from 'zod';
import { column } from '../column.ts';
import { groundedTable } from '../table.ts';
import { entityTypes, keyOf, text } from '../vocabulary.ts';

/** References to entities. */
export const mentions = groundedTable({
  name: 'mentions',
  title: 'Mentions',
  description: 'One row is one reference to a person, organization, place or group.',
  key: 'mention_id',
  prefix: 'm',
  identity: ['type', 'form'],
  columns: {
    mention_id: column(keyOf('m'), { title: 'Mention', description: 'Key.', example: 'm_q3v5k2w7c4mz6xta' }),
    entity_id: column(keyOf('e').nullable(), {
      title: 'Entity',
      description: 'Who or what is meant; null where that is not certain.',
      example: 'e_q3v5k2w7c4mz6xta',
      references: 'entities',
    }),
    type: column(entityTypes, { title: 'Type', description: 'Type of what is mentioned.', example: 'person' }),
    form: column(z.enum(['name', 'nominal', 'pronoun']), {
      title: 'Form',
      description: 'A name, a description (“the minister”) or a pronoun.',
      example: 'name',
    }),
    role: column(text.nullable(), {
      title: 'Role',
      description: 'Role or title printed with this mention.',
      example: 'Interior Minister',
    }),
  },
});
