import { arrow } from './arrow.ts';
import { csv } from './csv.ts';
import { excel } from './excel.ts';
import type { Format } from './format.ts';
import { json } from './json.ts';
import { parquet } from './parquet.ts';

/** Every format in which every table is published. A new one is a file and a line here. */
export const formats: readonly Format[] = [csv, excel, json, arrow, parquet];
