import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The project's folder. */
export const project = fileURLToPath(new URL('../', import.meta.url));
export const samples = path.join(project, 'raw');

/** What Node is given to run the command line. */
export const command = ['pipeline/tearsheet.mjs'];

/** The line of counts that a task leaves. */
export const told = (err: string): Record<string, unknown> => JSON.parse(err.trim().split('\n').at(-1)!);

/** Runs the command line to its end. */
export function tearsheet(args: readonly string[], env: Record<string, string> = {}, input = '') {
  const options = {
    cwd: project,
    env: { ...process.env, ...env },
    encoding: 'utf8',
    input,
    maxBuffer: 1 << 28,
  } as const;
  const { status, stdout, stderr } = spawnSync(process.execPath, [...command, ...args], options);
  return { code: status, out: stdout, err: stderr };
}

/**
 * Runs the command line, kills it when it has begun to write its part, and takes the part away; gives what it held where the
 * task was faster than that.
 */
export async function killedTask(args: readonly string[], part: string): Promise<string | null> {
  const killed = spawn(process.execPath, [...command, ...args], { cwd: project });
  const gone = new Promise((resume) => killed.once('exit', resume));
  const folder = path.dirname(part);
  const isWriting = (): boolean => existsSync(folder) && readdirSync(folder).some((name) => name.startsWith('new-'));
  const watch = setInterval(() => isWriting() && killed.kill('SIGKILL'), 1);
  await gone;
  clearInterval(watch);
  const written = existsSync(part) ? readFileSync(part, 'utf8') : null;
  rmSync(part, { force: true });
  return written;
}
