import type { z } from 'zod';

/** What a column says about itself in every format. `unit` is UCUM or a plain noun; `references` names a table whose key it holds. */
export interface ColumnMeta<S extends z.ZodType> {
  readonly title: string;
  readonly description: string;
  readonly unit?: string;
  readonly example: z.output<S>;
  readonly references?: string;
}

/** A described column. Wrap the finished schema, last: `.nullable()` and the like drop what was said before them. */
export function column<S extends z.ZodType>(schema: S, { example, ...meta }: ColumnMeta<S>): S {
  return schema.meta({ ...meta, examples: [example] });
}
