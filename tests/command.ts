import { spawnSync } from 'node:child_process';
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
