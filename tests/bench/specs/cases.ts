import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';

const result = z.object({
  type: z.string().nullish(),
  text: z.string(),
  start: z.number().nullish(),
  end: z.number().nullish(),
  resolution: z.record(z.string(), z.unknown()).nullish(),
  value: z.union([z.record(z.string(), z.unknown()), z.string()]).nullish(),
});
const specCase = z.object({
  id: z.string(),
  text: z.string(),
  results: z.array(result),
  reference_datetime: z.string().nullish(),
});

/** A sentence of Recognizers-Text's specifications with what its readers must find there. */
export type SpecCase = z.infer<typeof specCase>;
export type SpecResult = z.infer<typeof result>;

/** One file of specifications. */
export interface SpecFile {
  readonly name: string;
  readonly cases: readonly SpecCase[];
}

/** Every file of specifications in a folder, by name. */
export function readSpecs(folder: string): SpecFile[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.jsonl'))
    .sort()
    .map((name) => ({
      name: name.replace(/\.jsonl$/, '').replace('_English', ''),
      cases: readFileSync(path.join(folder, name), 'utf8')
        .split('\n')
        .filter((line) => line !== '')
        .map((line) => specCase.parse(JSON.parse(line))),
    }));
}

/** Where a result stands in its text; one without offsets stands where its words first do. */
export function spanOf({ start, end, text }: SpecResult, whole: string): readonly [number, number] {
  if (start != null && end != null) return [start, end];
  const at = whole.toLowerCase().indexOf(text.toLowerCase());
  return [at, at + text.length];
}
