import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { type Owner, takeLock } from '#pipeline/files/lock.ts';
import { newFolder } from './world.ts';

const folder = newFolder();
const file = path.join(folder, '.lock');
const isHeld = (taken: object): taken is Owner => 'pid' in taken;

/** Takes the lock and gives it back; null where it was free. */
function tryIt(): Owner | null {
  const taken = takeLock(folder);
  if (isHeld(taken)) return taken;
  taken.release();
  return null;
}

it('is held by one at a time, and free again', () => {
  const taken = takeLock(folder);
  expect(tryIt()).toMatchObject({ pid: process.pid });
  if (!isHeld(taken)) taken.release();
  expect(existsSync(file)).toBe(false);
  expect(tryIt()).toBe(null);
});

const dead = spawnSync('true').pid;

it.each([
  ['an owner that is dead', { pid: dead }, null],
  ['an owner whose number another process has now', { born: 'another boot 1' }, null],
  ['another machine that is silent for two hours', { host: 'elsewhere' }, 7_200_000],
])('is taken over from %s', (_, other, silence) => {
  const { release } = takeLock(folder) as { release(): void };
  const mine = JSON.parse(readFileSync(file, 'utf8')) as Owner;
  release();
  writeFileSync(file, JSON.stringify({ ...mine, ...other }));
  if (silence !== null) utimesSync(file, new Date(), new Date(Date.now() - silence));
  expect(tryIt()).toBe(null);
});

it('is taken over where a power cut tore it, and left to another machine that lives', () => {
  writeFileSync(file, '{"pid":');
  expect(tryIt()).toBe(null);
  writeFileSync(file, JSON.stringify({ pid: 1, host: 'elsewhere', born: null, since: '2026-01-01' }));
  expect(tryIt()).toMatchObject({ host: 'elsewhere' });
});

it('is left to a process that lives', async () => {
  const child = spawn('sleep', ['60']);
  const { release } = takeLock(newFolder()) as { release(): void };
  release();
  const owner = { pid: child.pid!, host: (await import('node:os')).hostname(), born: null, since: '2026-01-01' };
  writeFileSync(file, JSON.stringify(owner));
  expect(tryIt()).toMatchObject({ pid: child.pid! });
  const gone = new Promise((resume) => child.once('exit', resume));
  child.kill();
  await gone;
  expect(tryIt()).toBe(null);
});
