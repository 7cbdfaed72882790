import { spawn, spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { tables } from '#schemas/tables/index.ts';

const project = fileURLToPath(new URL('../', import.meta.url));
const samples = path.join(project, 'raw');
const scratch = mkdtempSync(path.join(os.tmpdir(), 'tearsheet-'));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

interface Ran {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

function tearsheet(args: readonly string[], env: Record<string, string> = {}, input?: string): Ran {
  const run = spawnSync(process.execPath, ['pipeline/tearsheet.mjs', ...args], {
    cwd: project,
    env: { ...process.env, ...env },
    encoding: 'utf8',
    maxBuffer: 1 << 28,
    ...(input === undefined ? {} : { input }),
  });
  return { code: run.status, out: run.stdout, err: run.stderr };
}

const release = (output: string): string => path.join(output, 'latest');
const rowsOf = (output: string, table: string): Record<string, unknown>[] =>
  JSON.parse(readFileSync(path.join(release(output), 'json', `${table}.json`), 'utf8'));

/** Every file of a release by path, but for the one that holds the clock. */
function bytesOf(output: string): Record<string, string> {
  const files = readdirSync(release(output), { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  const named = files.map((entry) => path.join(entry.parentPath, entry.name)).sort();
  return Object.fromEntries(
    named
      .map((file) => [path.relative(release(output), file), readFileSync(file, 'base64')] as const)
      .filter(([name]) => name !== 'build.json' && name !== 'SHA256SUMS'),
  );
}

/** Columns that no sample fills: no file of many articles has a refused line, and reports of one event agree. */
const emptyHere: Readonly<Record<string, readonly string[]>> = { rejects: ['record'], events: ['differs'] };

describe('the samples', () => {
  const output = path.join(scratch, 'samples');
  let built: Ran;
  beforeAll(() => {
    built = tearsheet(['build', '--raw', samples, '--output', output, '--jobs', '2']);
  });

  test('are published, and every reject was expected', () => {
    expect(built.err).not.toContain('warning');
    expect(built.code).toBe(0);
    const expected = JSON.parse(readFileSync(path.join(samples, 'expected-rejects.json'), 'utf8')) as object[];
    expect(rowsOf(output, 'rejects')).toHaveLength(expected.length);
  });

  test('every table is there in every format', () => {
    for (const { name } of tables) {
      for (const file of [
        `csv/${name}.csv`,
        `excel/${name}.csv`,
        `json/${name}.json`,
        `arrow/${name}.arrow`,
        `parquet/${name}.parquet`,
        `schema/${name}.schema.json`,
      ]) {
        expect(readFileSync(path.join(release(output), file)).length, file).toBeGreaterThan(0);
      }
    }
  });

  test('no table but changes is empty, and every column of a table holds something somewhere', () => {
    for (const table of tables.filter((t) => t.name !== 'changes')) {
      const rows = rowsOf(output, table.name);
      expect(rows.length, table.name).toBeGreaterThan(0);
      // No sample of many articles in one file has a refused line; the filter test below does.
      const empty = Object.keys(rows[0]!).filter((column) => rows.every((row) => row[column] === null));
      expect(empty, table.name).toEqual(emptyHere[table.name] ?? []);
    }
  });

  test('a newcomer sees corroboration, a conflict, a duplicate and a reject', () => {
    const figures = rowsOf(output, 'figures');
    expect(figures.some((f) => f.agreement === 'agree' && Number(f.origin_count) >= 3)).toBe(true);
    expect(figures.some((f) => f.agreement === 'conflict' && f.low === 11 && f.high === 14)).toBe(true);
    expect(rowsOf(output, 'articles').some((a) => a.duplicate_of !== null)).toBe(true);
    expect(
      rowsOf(output, 'rejects')
        .map((r) => r.reason_code)
        .sort(),
    ).toEqual(['same_text', 'unsupported_language']);
  });

  test('verify finds nothing wrong, and finds what is broken afterwards', () => {
    expect(tearsheet(['verify', '--output', output]).code).toBe(0);
    const broken = path.join(scratch, 'broken');
    cpSync(output, broken, { recursive: true, verbatimSymlinks: true });
    const file = path.join(release(broken), 'csv', 'statistics.csv');
    writeFileSync(file, readFileSync(file, 'utf8').replace('2300', '2301'));
    const verified = tearsheet(['verify', '--output', broken]);
    expect(verified.code).toBe(3);
    expect(verified.err).toContain('csv/statistics.csv');
  });

  test('built again: nothing changed, same release', () => {
    const before = readdirSync(path.join(output, 'releases'));
    const again = tearsheet(['build', '--raw', samples, '--output', output, '--jobs', '1']);
    expect(again.code).toBe(0);
    expect(again.err).toContain('nothing changed');
    expect(readdirSync(path.join(output, 'releases'))).toEqual(before);
  });

  test('one job, another time zone, locale and folder: the same bytes', () => {
    const moved = path.join(scratch, 'elsewhere', 'raw');
    cpSync(samples, moved, { recursive: true });
    const other = path.join(scratch, 'other');
    const env = { TZ: 'Pacific/Kiritimati', LC_ALL: 'tr_TR.UTF-8', LANG: 'tr_TR.UTF-8' };
    expect(tearsheet(['build', '--raw', moved, '--output', other, '--jobs', '1', '--quiet'], env).code).toBe(0);
    expect(bytesOf(other)).toEqual(bytesOf(output));
  });

  test.each(tables.map((t) => t.name))('golden: csv/%s.csv', async (name) => {
    const csv = readFileSync(path.join(release(output), 'csv', `${name}.csv`), 'utf8');
    await expect(csv).toMatchFileSnapshot(path.join(project, 'tests', 'golden', 'samples', `${name}.csv`));
  });
});

describe('the command', () => {
  test('an unknown option is wrong usage', () => {
    expect(tearsheet(['build', '--nonsense']).code).toBe(2);
    expect(tearsheet(['build', '--jobs', 'many']).code).toBe(2);
    expect(tearsheet(['build', '--raw', path.join(scratch, 'absent')]).code).toBe(2);
  });

  test.each(['build', 'scheduled', 'verify', 'ingest', 'extract'])('%s --help says what it does', (name) => {
    const { code, out } = tearsheet([name, '--help']);
    expect(code).toBe(0);
    expect(out).toContain(`tearsheet ${name}`);
  });

  test('ingest and extract are filters over JSON lines', () => {
    const record = {
      text: 'The Ministry of Health said on Monday that 12 people had died in Lagos.',
      language: 'en',
      rights: 'full',
      published_on: '2026-05-14',
    };
    const ingested = tearsheet(['ingest'], {}, `${JSON.stringify(record)}\n{"broken\n`);
    const lines = ingested.out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(lines.map((line) => line.record_type)).toEqual(['article', 'reject']);
    expect(lines[1]).toMatchObject({ reason_code: 'invalid_json', record: 2 });
    const extracted = JSON.parse(tearsheet(['extract'], {}, `${JSON.stringify(lines[0])}\n`).out);
    expect(extracted.rows.statistics).toMatchObject([{ value: 12, quote: '12' }]);
  });

  test('--json-log prints one object a line', () => {
    const output = path.join(scratch, 'json-log');
    const { err } = tearsheet(['build', '--raw', samples, '--output', output, '--jobs', '1', '--json-log']);
    for (const line of err.trim().split('\n')) expect(() => JSON.parse(line)).not.toThrow();
  });
});

describe('a batch with bad files', () => {
  test('rejects them one by one and publishes the rest, with exit code 1', () => {
    const raw = path.join(scratch, 'bad', 'raw');
    cpSync(path.join(samples, 'northline-wire'), raw, { recursive: true });
    writeFileSync(path.join(raw, 'empty.txt'), '');
    writeFileSync(path.join(raw, 'image.png'), new Uint8Array([137, 80, 78, 71, 0, 1, 2]));
    writeFileSync(path.join(raw, 'latin.txt'), new Uint8Array([99, 97, 102, 0xe9, 32, 110]));
    symlinkSync('/etc/hostname', path.join(raw, 'outside.txt'));
    const output = path.join(scratch, 'bad', 'output');
    const { code, err } = tearsheet(['build', '--raw', raw, '--output', output, '--jobs', '2']);
    expect(code).toBe(1);
    expect(err).toContain('not expected');
    const codes = Object.fromEntries(rowsOf(output, 'rejects').map((r) => [r.source_file, r.reason_code]));
    expect(codes).toEqual({
      'empty.txt': 'empty',
      'image.png': 'unknown_format',
      'latin.txt': 'undecodable',
      'outside.txt': 'path_outside',
    });
    expect(rowsOf(output, 'articles')).toHaveLength(1);
  });

  test('the same text twice is one article; at two addresses it is two, and a copy', () => {
    const raw = path.join(scratch, 'twice', 'raw');
    cpSync(path.join(samples, 'unsorted'), raw, { recursive: true });
    const text = readFileSync(path.join(raw, 'market-hall.txt'));
    writeFileSync(path.join(raw, 'other.txt'), text);
    writeFileSync(
      path.join(raw, 'other.meta.json'),
      JSON.stringify({ url: 'https://copy.example/market-hall', language: 'en' }),
    );
    const output = path.join(scratch, 'twice', 'output');
    tearsheet(['build', '--raw', raw, '--output', output, '--jobs', '1', '--quiet']);
    const articles = rowsOf(output, 'articles');
    expect(articles).toHaveLength(2);
    expect(articles.filter((a) => a.duplicate_of !== null)).toHaveLength(1);
    const rejects = rowsOf(output, 'rejects');
    expect(rejects).toMatchObject([{ source_file: 'received-twice.txt', reason_code: 'same_text' }]);
    expect(rejects[0]!.message).toContain(
      String(articles.find((a) => a.source_file === 'market-hall.txt')!.article_id),
    );
  });
});

describe('scheduled runs', () => {
  const raw = path.join(scratch, 'scheduled', 'raw');
  const output = path.join(scratch, 'scheduled', 'output');
  const told = path.join(scratch, 'scheduled', 'told.txt');
  const run = (...more: string[]) => {
    const { code, out, err } = tearsheet(['scheduled', '--raw', raw, '--output', output, '--jobs', '1', ...more]);
    expect(out.trim().split('\n')).toHaveLength(1);
    return { code, err, line: JSON.parse(out) as Record<string, unknown> };
  };

  test('say one line, tell of a release once it is there, and remove old ones', () => {
    cpSync(path.join(samples, 'northline-wire'), raw, { recursive: true });
    const hook = ['--on-publish', `echo "$TEARSHEET_RELEASE" >> '${told}'; echo noise`];
    const first = run(...hook);
    expect(first).toMatchObject({
      code: 0,
      err: 'noise\n',
      line: { status: 'published', exit_code: 0, changes: null },
    });
    expect(Object.keys(first.line.stage_seconds as object)).toContain('extract');
    expect(run(...hook)).toMatchObject({ code: 0, err: '', line: { status: 'unchanged' } });
    expect(readFileSync(told, 'utf8')).toBe(`${first.line.release}\n`);

    writeFileSync(path.join(raw, 'more.txt'), 'Prices rose 3 percent in May, the statistics office in Lisbon said.');
    const failing = run('--keep', '1', '--on-publish', 'exit 3');
    expect(failing).toMatchObject({ code: 6, line: { status: 'published', releases_removed: [first.line.release] } });
    expect(failing.line.changes).toMatchObject({ rows_removed: 0 });
    expect(readdirSync(path.join(output, 'releases'))).toEqual([failing.line.release]);
    // The command that failed is tried again, though nothing has changed.
    expect(run(...hook)).toMatchObject({ code: 0, line: { status: 'unchanged' } });
    expect(readFileSync(told, 'utf8')).toContain(String(failing.line.release));
  });

  test('keep off a folder in which another run works, and say who it is', () => {
    const host = os.hostname();
    writeFileSync(path.join(output, '.lock'), JSON.stringify({ pid: process.pid, host, born: null, since: 'noon' }));
    expect(run()).toMatchObject({ code: 5, line: { status: 'busy', owner: { pid: process.pid } } });
    const { code, err } = tearsheet(['build', '--raw', raw, '--output', output]);
    expect(code).toBe(5);
    expect(err).toContain(`process ${process.pid} on ${host} works here since noon`);
    rmSync(path.join(output, '.lock'));
  });

  test('that are killed leave the release as it was and nothing in the temporary folder; the next one goes on', async () => {
    writeFileSync(path.join(raw, 'third.txt'), 'Ana Ruiz was named minister of health on Monday.');
    const temporary = mkdtempSync(path.join(scratch, 'tmp-'));
    const before = readFileSync(path.join(release(output), 'build.json'));
    const args = ['pipeline/tearsheet.mjs', 'scheduled', '--raw', raw, '--output', output];
    const child = spawn(process.execPath, args, {
      cwd: project,
      env: { ...process.env, TMPDIR: temporary },
      stdio: 'ignore',
    });
    const gone = new Promise((resume) => child.once('exit', resume));
    while (!existsSync(path.join(output, '.work')) && child.exitCode === null)
      await new Promise((resume) => setTimeout(resume, 5));
    child.kill('SIGKILL');
    await gone;
    expect(existsSync(path.join(output, '.lock'))).toBe(true);
    expect(readFileSync(path.join(release(output), 'build.json'))).toEqual(before);
    expect(readdirSync(temporary).filter((name) => name.startsWith('tearsheet'))).toEqual([]);
    expect(run()).toMatchObject({ code: 0, line: { status: 'published', counts: { articles: 3 } } });
    expect(readdirSync(output).sort()).toEqual(['.cache', 'latest', 'releases']);
  });

  test('say what is wrong with the disk in a line', () => {
    const { code, err } = tearsheet(['build', '--raw', raw, '--output', path.join(raw, 'more.txt', 'out')]);
    expect(code).toBe(4);
    expect(err.trim().split('\n')).toHaveLength(1);
  });
});
