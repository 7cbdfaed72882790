import { z } from 'zod';
import { column } from '../column.ts';
import { groundedTable } from '../table.ts';
import { basis, datePrecision, keyOf, text } from '../vocabulary.ts';

/** Expressions of time. */
export const dates = groundedTable({
  name: 'dates',
  title: 'Dates',
  description: 'One row is one expression of time: a date, a time of day, a duration or a set (“every week”).',
  key: 'date_id',
  prefix: 'd',
  identity: ['kind'],
  columns: {
    date_id: column(keyOf('d'), { title: 'Date', description: 'Key.', example: 'd_q3v5k2w7c4mz6xta' }),
    kind: column(z.enum(['date', 'time', 'duration', 'set']), {
      title: 'Kind',
      description: 'The TIMEX3 type, in lower case.',
      example: 'date',
    }),
    value: column(text.nullable(), {
      title: 'Value',
      description:
        'TIMEX3 value, spelled in EDTF/ISO 8601; X for what is not stated (XXXX-04-13 is April 13 of an unstated year); null where nothing is known.',
      example: '2025-01',
    }),
    start: column(z.iso.date().nullable(), {
      title: 'First day',
      description: 'First day of the period meant, where it is known.',
      example: '2025-01-01',
    }),
    end: column(z.iso.date().nullable(), {
      title: 'Last day',
      description: 'Last day of the period meant, where it is known.',
      example: '2025-01-31',
    }),
    precision: column(datePrecision.nullable(), {
      title: 'Precision',
      description: 'How fine the expression is.',
      example: 'month',
    }),
    basis: column(basis, {
      title: 'Basis',
      description:
        'stated: the text says it; relative: reckoned from the known day of publication; inferred: from other dates of the text; none: not resolved.',
      example: 'stated',
    }),
  },
});
