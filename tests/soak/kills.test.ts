import { type ChildProcess, spawn } from 'node:child_process';
import { expect, it } from 'vitest';
import { contentOf, newFolder, writeTree } from '../run/world.ts';
import { isSoak, tell } from './told.ts';

/** Runs that are killed from outside, whatever they are doing. */
const kills = isSoak ? 250 : 3;
/** So often a run may end by itself, and what it leaves is compared with a clean one. */
const runsBetween = 5;

const text = (killed: number): string =>
  `The flood killed ${killed} people in Slovenia on Wednesday, Interior Minister Ana Kovač said. Prices rose 3 percent.`;

/** Some articles, as they are in one of two states of the world. */
const world = (killed: number): string =>
  writeTree(
    newFolder(),
    Object.fromEntries(Array.from({ length: 12 }, (_, i) => [`${i}.txt`, `${text(killed)} This is report ${i}.`])),
  );

const start = (raw: string, output: string): ChildProcess =>
  spawn(
    process.execPath,
    ['--import', 'tsx', 'pipeline/cli.ts', 'build', '--raw', raw, '--output', output, '--jobs', '1', '--quiet'],
    { stdio: ['ignore', 'ignore', 'inherit'] },
  );

const ended = (run: ChildProcess): Promise<number | null> => new Promise((resolve) => run.on('exit', resolve));

async function finish(raw: string, output: string): Promise<number> {
  const from = performance.now();
  expect(await ended(start(raw, output))).toBe(0);
  return performance.now() - from;
}

/** A number below 1 for each draw; the same in every run of the test. */
const draw = (index: number): number => (index * 0.6180339887) % 1;

it('a run that is killed at any time leaves the old release or the new one', { timeout: 1e8 }, async () => {
  const worlds = [world(14), world(15)];
  const clean: unknown[] = [];
  let longest = 0;
  for (const raw of worlds) {
    const output = newFolder();
    longest = Math.max(longest, await finish(raw, output));
    clean.push(contentOf(output));
  }
  const output = newFolder();
  let killed = 0;
  for (let i = 1; killed < kills; i++) {
    const raw = worlds[i % 2]!;
    const run = start(raw, output);
    const end = ended(run);
    const timer = setTimeout(() => run.kill('SIGKILL'), draw(i) * longest);
    if ((await end) === null) killed++;
    clearTimeout(timer);
    expect([null, ...clean], `run ${i}`).toContainEqual(contentOf(output));
    if (i % runsBetween !== 0) continue;
    await finish(raw, output);
    expect(contentOf(output), `after run ${i}`).toEqual(clean[i % 2]);
  }
  tell('processes', killed);
});
