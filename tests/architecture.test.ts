import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { extractors } from '#pipeline/extract/extractors.ts';
import { groundedTables } from '#schemas/tables/index.ts';

const root = fileURLToPath(new URL('../', import.meta.url));
const sources = ['pipeline', 'schemas'].flatMap((folder) =>
  readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file))
    .map((file) => path.posix.join(folder, file.split(path.sep).join('/'))),
);
const textOf = (file: string): string => readFileSync(path.join(root, file), 'utf8');

/** Rooms in the order of the work: a room may import itself and the rooms before it. */
const rooms = [
  'schemas',
  'pipeline/resources',
  'pipeline/ingest',
  'pipeline/annotate',
  'pipeline/extract',
  'pipeline/resolve',
  'pipeline/publish',
  'pipeline/verify',
  'pipeline/run',
];
/** Values that every room may use. */
const shared = ['pipeline/span.ts', 'pipeline/identity.ts', 'pipeline/calendar-bins.ts'];
/** The only modules that touch the disk. */
const isDisk = (file: string): boolean => file === 'pipeline/files.ts' || file.startsWith('pipeline/files/');
/** The edge: the only files that may touch disk, clock, processes. */
const edge = [
  ...sources.filter(isDisk),
  'pipeline/cli.ts',
  'pipeline/commands.ts',
  'pipeline/log.ts',
  'pipeline/build.ts',
  'pipeline/bundle.ts',
  'pipeline/pool.ts',
  'pipeline/worker.ts',
  'pipeline/scheduled.ts',
  'pipeline/working.ts',
  'pipeline/resolving.ts',
  'pipeline/run/about.ts',
];
/** Command-line programs that rebuild resources; no build runs them. */
const isTool = (file: string): boolean => /^pipeline\/resources\/(train|build)\//.test(file);

/** Lexicons are parsed by the layers that read them: the two rooms stand side by side. */
const rankOf = (room: string | undefined): number =>
  rooms.indexOf(room === 'pipeline/resources' ? 'pipeline/annotate' : (room ?? ''));

const roomOf = (file: string): string | undefined => rooms.findLast((room) => file.startsWith(`${room}/`));

function importsOf(file: string): string[] {
  return [...textOf(file).matchAll(/(?:from|import)\s+'([^']+)'/g)].map(([, name]) => {
    if (name!.startsWith('#')) return name!.slice(1);
    if (name!.startsWith('.')) return path.posix.normalize(path.posix.join(path.posix.dirname(file), name!));
    return name!;
  });
}

describe('import directions', () => {
  test.each(sources.filter((file) => !edge.includes(file) && !isTool(file)))(
    '%s imports only what comes before it',
    (file) => {
      const room = rankOf(roomOf(file));
      for (const imported of importsOf(file)) {
        if (shared.includes(imported) || !/^(pipeline|schemas)\//.test(imported)) continue;
        if (room === rankOf('pipeline/run')) continue;
        expect(edge, `${file} imports ${imported}`).not.toContain(imported);
        const target = rankOf(roomOf(imported));
        expect(target, `${file} imports ${imported}`).toBeLessThanOrEqual(room === -1 ? 0 : room);
      }
    },
  );

  test.each(sources.filter((file) => !isDisk(file) && !isTool(file)))('%s does not touch the disk', (file) => {
    const outside = importsOf(file).filter((name) => /^node:(fs|child_process|http|https|net)/.test(name));
    // The command that `scheduled` runs for a new release is the operator's.
    expect(outside).toEqual(file === 'pipeline/scheduled.ts' ? ['node:child_process'] : []);
  });
});

test('the explorer runs in a browser: it imports itself, packages and one thing that charts share, and nothing imports it', () => {
  const isExplorer = (file: string): boolean => file.startsWith('pipeline/explorer/');
  for (const file of sources) {
    const ours = importsOf(file).filter(
      (name) => /^(pipeline|schemas|node:)/.test(name) && name !== 'pipeline/calendar-bins.ts',
    );
    for (const imported of ours) {
      expect(isExplorer(imported), `${file} imports ${imported}`).toBe(isExplorer(file));
    }
  }
});

test('of all that threads run, files.ts alone asks where it lies: in their bundle there is one answer', () => {
  const asking = sources.filter((file) => !isTool(file) && textOf(file).includes('import.meta'));
  expect(asking).toEqual(['pipeline/bundle.ts', 'pipeline/files.ts']);
});

describe('stages are pure', () => {
  const impure =
    /\bMath\.random\b|\bDate\.now\b|\bnew Date\(\)|\bprocess\.(env|cwd|hrtime)\b|\bperformance\.now\b|\.localeCompare\b|\.toLocale\w+\(|\bIntl\.(Collator|DateTimeFormat)\b/;
  test.each(sources.filter((file) => !edge.includes(file) && !isTool(file)))('%s', (file) => {
    expect(textOf(file)).not.toMatch(impure);
  });
});

describe('size', () => {
  const lines = sources
    .filter((file) => !isTool(file))
    .map((file) => ({ file, lines: textOf(file).split('\n').length }));

  test('no file is over 400 lines', () => {
    expect(lines.filter((entry) => entry.lines > 400)).toEqual([]);
  });

  test('the median file is under 80 lines', () => {
    const sorted = lines.map((entry) => entry.lines).sort((a, b) => a - b);
    expect(sorted[sorted.length >> 1]).toBeLessThan(80);
  });

  test('the main job fits on one screen', () => {
    expect(textOf('pipeline/build.ts').split('\n').length).toBeLessThanOrEqual(80);
  });
});

describe('extractors', () => {
  test('every extractor that a file defines is in the list', () => {
    const defined = sources
      .filter((file) => file.startsWith('pipeline/extract/'))
      .flatMap((file) => [...textOf(file).matchAll(/= extractor\(\{\s*name: '([^']+)'/g)].map((m) => m[1]));
    expect(extractors.map((e) => e.name).sort()).toEqual(defined.sort());
  });

  test('every grounded table has an extractor, and every extractor a test', () => {
    expect(new Set(extractors.map((e) => e.table.name))).toEqual(new Set(groundedTables.map((t) => t.name)));
    const folder = path.join(root, 'tests/extract');
    const tests = readdirSync(folder).map((file) => readFileSync(path.join(folder, file), 'utf8'));
    for (const { table } of extractors) {
      expect(
        tests.some((text) => new RegExp(`\\b${table.name}\\b`).test(text)),
        table.name,
      ).toBe(true);
    }
  });
});
