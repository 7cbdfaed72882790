import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';

/**
 * Draws rows of a release for an audit and prints each below its sentence:
 * `node --import tsx tests/bench/draw.ts --seed 7 --count 100 output/latest/json/statistics.json`.
 * A seed orders the rows by a hash of seed and key, so the same rows are drawn wherever they are published.
 */
function main(): void {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { seed: { type: 'string', default: '1' }, count: { type: 'string', default: '100' } },
  });
  const [file] = positionals;
  if (file === undefined) throw new Error('which table of a release?');
  const drawn = rowsOf(file)
    .map((row) => ({ row, order: orderOf(values.seed, keyOf(row)) }))
    .sort((a, b) => (a.order < b.order ? -1 : 1))
    .slice(0, Number(values.count));
  for (const [index, { row }] of drawn.entries()) process.stdout.write(`${shown(row, index + 1)}\n`);
}

type Row = Readonly<Record<string, unknown>>;

const rowsOf = (file: string): Row[] => JSON.parse(readFileSync(file, 'utf8')) as Row[];

/** A table's key is its first column. */
const keyOf = (row: Row): string => String(Object.values(row)[0]);

const orderOf = (seed: string, key: string): string => createHash('sha256').update(`${seed} ${key}`).digest('hex');

const left = new Set(['sentence', 'quote', 'url', 'publisher', 'text_sha256', 'extractor', 'article_id', 'figure_id']);

/** The sentence, and below it every column that says something. */
function shown(row: Row, number: number): string {
  const columns = Object.entries(row).filter(([name, value]) => value !== null && !left.has(name));
  const text = String(row.sentence).replace(/\s+/g, ' ');
  return `#${number} ${text}\n   [${row.quote}] ${columns.map(([name, value]) => `${name}=${value}`).join(' ')}`;
}

main();
