import { appendFileSync, cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { samples, tearsheet } from './command.ts';

const scratch = mkdtempSync(path.join(os.tmpdir(), 'tearsheet-kept-'));
const [raw, clean] = [path.join(scratch, 'raw'), path.join(scratch, 'clean')];
const build = (output: string) => tearsheet(['build', '--raw', raw, '--output', output, '--jobs', '2']);
const tables = ['articles', 'entities', 'figures', 'events', 'statistics', 'event_mentions'];
const csv = (output: string): string[] =>
  tables.map((table) => readFileSync(path.join(output, 'latest', 'csv', `${table}.csv`), 'utf8'));

describe('what joining kept is damaged', () => {
  const before = path.join(scratch, 'before');
  beforeAll(() => {
    cpSync(samples, raw, { recursive: true });
    expect(build(before).code).toBe(0);
    appendFileSync(
      path.join(raw, 'drava-valley-gazette/2026-05-15-ruse-counts-losses.txt'),
      '\n\nIt rained on Monday.\n',
    );
    expect(build(clean).code).toBe(0);
  }, 120_000);
  afterAll(() => rmSync(scratch, { recursive: true, force: true }));

  it.each(['figures', 'told', 'roll-ids'])(
    'in %s, the next build says so and joins all anew',
    { timeout: 60_000 },
    (kept) => {
      const output = path.join(scratch, kept);
      cpSync(before, output, { recursive: true, verbatimSymlinks: true });
      const folder = path.join(output, '.cache', 'resolve');
      const file = path.join(folder, readdirSync(folder).find((name) => name.startsWith(`${kept}.`))!);
      const bytes = readFileSync(file);
      bytes[60]! ^= 1;
      writeFileSync(file, bytes);
      const { code, err } = build(output);
      expect(err).toContain('what was kept of earlier runs is damaged');
      expect(code).toBe(0);
      expect(csv(output)).toEqual(csv(clean));
    },
  );
});
