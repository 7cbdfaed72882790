import { z } from 'zod';
import { column } from '../column.ts';
import { table } from '../table.ts';
import { change, count, keyOf, statisticKinds, text } from '../vocabulary.ts';

/** The same measure, subject, place and period across articles. */
export const figures = table({
  name: 'figures',
  title: 'Figures',
  description: 'One row is one measure of one subject, place and period, with every statement of it reconciled.',
  key: 'figure_id',
  prefix: 'f',
  columns: {
    figure_id: column(keyOf('f'), { title: 'Figure', description: 'Key.', example: 'f_q3v5k2w7c4mz6xta' }),
    measure: column(text, { title: 'Measure', description: 'What is counted or measured.', example: 'people killed' }),
    subject: column(text.nullable(), { title: 'Subject', description: 'Whose measure it is.', example: 'Slovenia' }),
    subject_entity_id: column(keyOf('e').nullable(), {
      title: 'Subject (entity)',
      description: 'The subject, where it is a known entity.',
      example: 'e_q3v5k2w7c4mz6xta',
      references: 'entities',
    }),
    place: column(text.nullable(), { title: 'Place', description: 'Where it holds.', example: 'Slovenia' }),
    place_entity_id: column(keyOf('e').nullable(), {
      title: 'Place (entity)',
      description: 'The place, where it is a known entity.',
      example: 'e_q3v5k2w7c4mz6xta',
      references: 'entities',
    }),
    period_start: column(z.iso.date().nullable(), {
      title: 'Period from',
      description: 'First day of the period.',
      example: '2025-01-01',
    }),
    period_end: column(z.iso.date().nullable(), {
      title: 'Period to',
      description: 'Last day of the period.',
      example: '2025-01-31',
    }),
    unit: column(text.nullable(), { title: 'Unit', description: 'As in statistics.', example: '%' }),
    kind: column(statisticKinds, { title: 'Kind', description: 'What kind of quantity it is.', example: 'count' }),
    change: column(change, { title: 'Change', description: 'The figure is a rise or a fall.', example: 'none' }),
    low: column(z.number(), { title: 'Low', description: 'Lowest value stated.', example: 14 }),
    best: column(z.number(), {
      title: 'Best',
      description: 'Value of the latest statements; of these the one with most independent origins.',
      example: 16,
    }),
    high: column(z.number(), { title: 'High', description: 'Highest value stated.', example: 17 }),
    statement_count: column(count, {
      title: 'Statements',
      description: 'Statements of it in statistics; what copies of one text repeat counts once.',
      unit: 'statements',
      example: 4,
    }),
    article_count: column(count, {
      title: 'Articles',
      description: 'Articles that state it.',
      unit: 'articles',
      example: 4,
    }),
    origin_count: column(count, {
      title: 'Origins',
      description: 'Independent origins that state it: copies of one text count once.',
      unit: 'origins',
      example: 3,
    }),
    agreement: column(z.enum(['single', 'agree', 'conflict']), {
      title: 'Agreement',
      description:
        'single: one origin; agree: several origins, values equal after rounding, or a toll that rose from report to report; conflict: they differ.',
      example: 'agree',
    }),
  },
});
