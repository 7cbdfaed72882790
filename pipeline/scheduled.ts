import { spawnSync } from 'node:child_process';
import path from 'node:path';
import type { Published } from './build.ts';
import { readIfPresent, writeFile } from './files.ts';
import type { Log } from './log.ts';
import type { Progress } from './run/context.ts';
import { messageOf } from './run/summary.ts';

/** Keeps silence during a run and remembers what the line at its end tells. */
export interface RunRecord {
  readonly log: Log;
  /** The line: what was published, what differs, how long each stage took. */
  sum(outcome: { readonly status: string } | null, problem: unknown, code: number): object;
}

/** Warnings that the line shows; the number of all is given too. */
const shown = 10;

export function runRecord(): RunRecord {
  const startedAt = new Date();
  const warnings: string[] = [];
  const notes: string[] = [];
  const clock = stageClock();
  return {
    log: {
      progress: clock.tick,
      warn: (message) => void warnings.push(message),
      info: (message) => void notes.push(message),
      error: () => undefined,
      done: () => undefined,
    },
    sum: (outcome, problem, code) => ({
      status: outcome?.status ?? 'failed',
      exit_code: code,
      ...publishedFacts(outcome),
      ...(problem === null ? {} : { error: messageOf(problem).split('\n')[0] }),
      warning_count: warnings.length,
      warnings: warnings.slice(0, shown),
      notes,
      started_at: startedAt,
      seconds: inSeconds(Date.now() - startedAt.getTime()),
      stage_seconds: clock.seconds(),
    }),
  };
}

function publishedFacts(outcome: object | null): object {
  if (outcome && 'problems' in outcome) return { problem_count: (outcome.problems as unknown[]).length };
  if (!outcome || !('release' in outcome)) return outcome ?? {};
  const { release, folder, counts, changes, unexpectedRejects, removed } = outcome as Published;
  const total = (op: string): number =>
    (changes?.counts ?? []).filter((one) => one.op === op).reduce((sum, { count }) => sum + count, 0);
  return {
    release,
    folder,
    counts,
    changes: changes && { rows_added: total('added'), rows_removed: total('removed'), cells_changed: total('changed') },
    unexpected_rejects: unexpectedRejects.length,
    releases_removed: removed,
  };
}

/** Measures stages by what they report: each ends with its last report. */
function stageClock(): { tick(progress: Progress): void; seconds(): Record<string, number> } {
  const start = performance.now();
  const ends = new Map<string, number>();
  return {
    tick: ({ stage }) => void ends.set(stage, performance.now()),
    seconds: () => {
      let before = start;
      return Object.fromEntries(
        [...ends].map(([stage, end]) => {
          const entry = [stage, inSeconds(end - before)] as const;
          before = end;
          return entry;
        }),
      );
    },
  };
}

const inSeconds = (ms: number): number => Math.round(ms) / 1000;

/**
 * Runs a shell command for a release that it has not been run for with success; false where it fails. A run that was cut
 * off between publishing and telling is made up for by the next.
 */
export function announce(command: string, output: string, { release, folder }: Published): boolean {
  const marker = path.join(output, '.cache', 'announced');
  if (Buffer.from(readIfPresent(marker) ?? '').toString() === release) return true;
  const env = { ...process.env, TEARSHEET_RELEASE: release, TEARSHEET_FOLDER: path.resolve(folder) };
  // What the command prints is no part of the one line on stdout.
  const { status } = spawnSync(command, { shell: true, env, stdio: ['ignore', 2, 2] });
  if (status === 0) writeFile(marker, release);
  return status === 0;
}
