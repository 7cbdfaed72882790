import { z } from 'zod';
import { column } from '../column.ts';
import { table } from '../table.ts';
import { keyOf, text } from '../vocabulary.ts';

/** What differs from the release before. */
export const changes = table({
  name: 'changes',
  title: 'Changes',
  description:
    'One row is one cell that differs from the release before, one row that was added or removed, or one entity, figure or event that became another. Empty in a first release.',
  key: 'change_id',
  prefix: 'ch',
  identity: ['release', 'table', 'row_id', 'op', 'column', 'new_value'],
  columns: {
    change_id: column(keyOf('ch'), { title: 'Change', description: 'Key.', example: 'ch_q3v5k2w7c4mz6xta' }),
    release: column(text, {
      title: 'Previous release',
      description: 'The release that this one is compared with.',
      example: '2026-05-15-1a2b3c4d',
    }),
    table: column(text, { title: 'Table', description: 'Name of the table.', example: 'statistics' }),
    row_id: column(text, { title: 'Row', description: 'Key of the row.', example: 's_q3v5k2w7c4mz6xta' }),
    op: column(z.enum(['added', 'removed', 'changed']), {
      title: 'Operation',
      description:
        'What happened to it. A key that changed: what belonged to the entity, figure or event belongs to that of new_value now, all of it (merged; the row was removed) or some (split).',
      example: 'changed',
    }),
    column: column(text.nullable(), {
      title: 'Column',
      description: 'The column, where a cell changed; the key, where a row merged or split.',
      example: 'value',
    }),
    old_value: column(text.nullable(), {
      title: 'Old value',
      description: 'The cell before, as in CSV; null where it was null or there was no row.',
      example: '12',
    }),
    new_value: column(text.nullable(), {
      title: 'New value',
      description: 'The cell now, as in CSV; null where it is null or there is no row.',
      example: '14',
    }),
    cause: column(z.enum(['source', 'pipeline']), {
      title: 'Cause',
      description: 'source: an article or its metadata changed; pipeline: the code or its resources changed.',
      example: 'source',
    }),
  },
});
