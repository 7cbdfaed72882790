import { z } from 'zod';
import { column } from '../column.ts';
import { groundedTable } from '../table.ts';
import { basis, change, datePrecision, keyOf, placeBasis, polarity, statisticKinds, text } from '../vocabulary.ts';

/** Stated quantities. */
export const statistics = groundedTable({
  name: 'statistics',
  title: 'Statistics',
  description: 'One row is one quantity that an article states.',
  key: 'statistic_id',
  prefix: 's',
  identity: ['kind', 'unit'],
  resolved: ['figure_id'],
  columns: {
    statistic_id: column(keyOf('s'), { title: 'Statistic', description: 'Key.', example: 's_q3v5k2w7c4mz6xta' }),
    figure_id: column(keyOf('f').nullable(), {
      title: 'Figure',
      description: 'The figure that this statement belongs to; null where measure or value are not known well enough.',
      example: 'f_q3v5k2w7c4mz6xta',
      references: 'figures',
    }),
    measure: column(text.nullable(), {
      title: 'Measure',
      description: 'What is counted or measured, in the words of the text.',
      example: 'people killed',
    }),
    subject: column(text.nullable(), {
      title: 'Subject',
      description: 'Whose measure it is, where stated.',
      example: 'Slovenia',
    }),
    subject_entity_id: column(keyOf('e').nullable(), {
      title: 'Subject (entity)',
      description: 'The subject, where it is a known entity.',
      example: 'e_q3v5k2w7c4mz6xta',
      references: 'entities',
    }),
    value_text: column(text.nullable(), {
      title: 'Value as printed',
      description: "The number's own words; null only where the article's rights forbid to show them.",
      example: '1.2 million',
    }),
    value: column(z.number().nullable(), {
      title: 'Value',
      description: 'The number, scale words multiplied out; null for ranges.',
      example: 1200000,
    }),
    value_low: column(z.number().nullable(), {
      title: 'Low',
      description: 'Lower end of a range or bound.',
      example: 10,
    }),
    value_high: column(z.number().nullable(), {
      title: 'High',
      description: 'Upper end of a range or bound.',
      example: 15,
    }),
    unit: column(text.nullable(), {
      title: 'Unit',
      description: 'UCUM code, ISO 4217 code for money, % for percent, else null (a count).',
      example: '%',
    }),
    unit_text: column(text.nullable(), {
      title: 'Unit as printed',
      description: 'The words of the unit or the counted noun.',
      example: 'people',
    }),
    kind: column(statisticKinds, { title: 'Kind', description: 'What kind of quantity it is.', example: 'count' }),
    currency: column(
      z
        .string()
        .regex(/^[A-Z]{3}$/)
        .nullable(),
      { title: 'Currency', description: 'ISO 4217 code.', example: 'EUR' },
    ),
    currency_basis: column(z.enum(['stated', 'outlet', 'country', 'default']).nullable(), {
      title: 'Basis of the currency',
      description:
        'stated: sign or words name it; outlet, country: a bare “$” (or “pesos”) is that of the outlet, or of the country that the article speaks of; default: what it usually means.',
      example: 'stated',
    }),
    per: column(text.nullable(), { title: 'Per', description: 'The denominator of a rate.', example: 'year' }),
    qualifier: column(z.enum(['exact', 'approximate', 'at_least', 'at_most', 'more_than', 'less_than', 'range']), {
      title: 'Qualifier',
      description: 'Hedge or bound stated with the number; exact where none is.',
      example: 'at_least',
    }),
    change: column(change, {
      title: 'Change',
      description: 'The text states the number as a rise or a fall.',
      example: 'fall',
    }),
    base_value: column(z.number().nullable(), {
      title: 'Base value',
      description: 'The value before the change, where stated.',
      example: 5.2,
    }),
    period_text: column(text.nullable(), {
      title: 'Period as printed',
      description: 'The words that state the period.',
      example: 'in January 2025',
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
    period_precision: column(datePrecision.nullable(), {
      title: 'Period precision',
      description: 'How fine the period is stated.',
      example: 'month',
    }),
    period_basis: column(basis, {
      title: 'Basis of the period',
      description: 'How the period is known.',
      example: 'stated',
    }),
    place: column(text.nullable(), { title: 'Place', description: 'Where the number holds.', example: 'Slovenia' }),
    place_entity_id: column(keyOf('e').nullable(), {
      title: 'Place (entity)',
      description: 'The place, where it is a known entity.',
      example: 'e_q3v5k2w7c4mz6xta',
      references: 'entities',
    }),
    place_basis: column(placeBasis, {
      title: 'Basis of the place',
      description: 'How the place is known.',
      example: 'stated',
    }),
    polarity: column(polarity, {
      title: 'Polarity',
      description: 'negative: the text denies the number (“denied that 12 were killed”).',
      example: 'positive',
    }),
    modality: column(z.enum(['actual', 'estimated', 'projected', 'target', 'possible', 'conditional']), {
      title: 'Modality',
      description: 'How the text holds the number.',
      example: 'actual',
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
    attribution_basis: column(z.enum(['stated', 'quotation', 'none']), {
      title: 'Basis of the attribution',
      description:
        'stated: the sentence names the source; quotation: the number stands in a quotation of that speaker.',
      example: 'quotation',
    }),
  },
});
