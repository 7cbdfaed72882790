import { z } from 'zod';
import { column } from '../column.ts';
import { groundedTable } from '../table.ts';
import { keyOf, text } from '../vocabulary.ts';

/** What somebody said. */
export const quotations = groundedTable({
  name: 'quotations',
  title: 'Quotations',
  description: 'One row is one quotation with its speaker.',
  key: 'quotation_id',
  prefix: 'q',
  identity: ['form'],
  columns: {
    quotation_id: column(keyOf('q'), { title: 'Quotation', description: 'Key.', example: 'q_q3v5k2w7c4mz6xta' }),
    form: column(z.enum(['direct', 'indirect', 'mixed']), {
      title: 'Form',
      description:
        'direct: all in quotation marks; mixed: words in marks inside a reported clause, demand or promise; indirect: one without marks.',
      example: 'direct',
    }),
    text: column(text.nullable(), {
      title: 'Text',
      description:
        "What was said (of a demand or promise its content), without the quotation marks; parts split by the cue are joined with a space; null only where the article's rights forbid to show it.",
      example: 'The water rose faster than anyone expected,',
    }),
    speaker: column(text.nullable(), {
      title: 'Speaker',
      description: 'Canonical name of the speaker, or the words that name them.',
      example: 'Ana Kovač',
    }),
    speaker_entity_id: column(keyOf('e').nullable(), {
      title: 'Speaker (entity)',
      description: 'The speaker, where certain.',
      example: 'e_q3v5k2w7c4mz6xta',
      references: 'entities',
    }),
    speaker_basis: column(z.enum(['name', 'pronoun', 'nominal', 'none']), {
      title: 'Basis of the speaker',
      description: 'What the text uses beside the cue.',
      example: 'name',
    }),
    cue: column(text.nullable(), {
      title: 'Cue',
      description: 'Lemma of the reporting verb, or “according to”.',
      example: 'say',
    }),
    medium: column(text.nullable(), {
      title: 'Medium',
      description: 'Through whom it was said (“told BBC News”, “in a statement”).',
      example: 'BBC News',
    }),
    addressee: column(text.nullable(), {
      title: 'Addressee',
      description: 'To whom it was said.',
      example: 'reporters',
    }),
  },
});
