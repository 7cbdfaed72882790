import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { z } from 'zod';
import type { Scored } from './measured.ts';
import { scoredSets } from './sets.ts';

/** Where scorers outside the project and their gold lie. */
export interface Scorer {
  readonly program: string;
  /** Folder of the gold. */
  readonly gold: string;
  readonly jobs: number;
}

const result = z.object({
  set: z.string(),
  message: z.string().optional(),
  documents: z.object({ gold: z.number() }).nullish(),
  lines: z
    .array(
      z.object({
        kind: z.enum(['prf', 'share', 'plain']),
        label: z.string(),
        gold: z.number().optional(),
        total: z.number().optional(),
        p: z.number().optional(),
        r: z.number().optional(),
        f1: z.number().optional(),
        value: z.union([z.number(), z.string()]).optional(),
        unit: z.string().optional(),
      }),
    )
    .optional(),
});
type Result = z.infer<typeof result>;

/** Sets for which the scorer finds gold; null where there is no scorer. */
export function availableSets(scorer: Scorer): Set<string> | null {
  if (!existsSync(scorer.program)) return null;
  const { stdout } = run(scorer, ['--list'], 'pipe');
  const lines = stdout.split('\n').map((line) => line.split(/\s+/));
  return new Set(lines.filter(([name, file]) => name !== '' && file !== 'absent').map(([name]) => name!));
}

/** Builds a project's release for each set and scores it; a set that cannot be scored is left out and reported. */
export function scoreProject(
  scorer: Scorer,
  project: string,
  sets: readonly string[],
  report: (message: string) => void,
): Map<string, Scored> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'tearsheet-scores-'));
  try {
    const file = path.join(folder, 'scores.json');
    const { stderr } = run(
      scorer,
      [...sets, '--project', project, '--jobs', String(scorer.jobs), '--json', file],
      'inherit',
    );
    if (!existsSync(file)) {
      report(`the scorer gave no figures: ${stderr.trim()}`);
      return new Map();
    }
    return shownLines(z.array(result).parse(JSON.parse(readFileSync(file, 'utf8'))), report);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Keeps of the scorer's results the lines that the document shows. */
export function shownLines(results: readonly Result[], report: (message: string) => void): Map<string, Scored> {
  const scores = new Map<string, Scored>();
  for (const { set, message, documents, lines = [] } of results) {
    if (message !== undefined) {
      report(`${set}: not scored: ${message.split('\n')[0]}`);
      continue;
    }
    const metrics = scoredSets.find((known) => known.set === set)?.metrics ?? [];
    const shown = metrics.flatMap(({ label }) => lines.filter((line) => line.label === label).slice(0, 1));
    if (shown.length < metrics.length)
      report(`${set}: the scorer has not all of the lines ${metrics.map(({ label }) => label).join(', ')}`);
    scores.set(set, { documents: documents?.gold ?? 0, lines: shown.map(lineOf) });
  }
  return scores;
}

function lineOf({ label, gold, total, p, r, f1, value, unit }: NonNullable<Result['lines']>[number]) {
  const fraction = typeof value === 'number' ? (unit === '%' ? value / 100 : value) : 0;
  return {
    label,
    gold: gold ?? total ?? null,
    p: rounded(p ?? null),
    r: rounded(r ?? null),
    value: rounded(f1 ?? fraction)!,
  };
}

const rounded = (value: number | null): number | null => (value === null ? null : Math.round(value * 1e5) / 1e5);

/** Runs the scorer; what it prints is given back, or shown. */
function run({ program, gold }: Scorer, more: readonly string[], stdout: 'pipe' | 'inherit') {
  return spawnSync(process.execPath, [program, ...more, '--gold', gold], {
    encoding: 'utf8',
    stdio: ['ignore', stdout, 'pipe'],
  });
}
