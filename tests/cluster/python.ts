import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { project } from './releases.ts';

const requirements = path.join(project, 'tests/cluster/requirements.txt');

/** A Python with Spark and the schemas of Kubernetes: CLUSTER_PYTHON, else an environment made once; null where none can be had. */
export function pythonForClusters(): string | null {
  if (process.env.CLUSTER_PYTHON) return process.env.CLUSTER_PYTHON;
  const hash = createHash('sha256').update(readFileSync(requirements)).digest('hex').slice(0, 12);
  const folder = path.join(project, 'node_modules/.cache/tearsheet-cluster', hash);
  const [inside, complete] = [path.join(folder, 'bin/python'), path.join(folder, 'complete')];
  if (existsSync(complete)) return inside;
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(path.dirname(folder), { recursive: true });
  const succeeds = (command: string, ...args: string[]): boolean =>
    spawnSync(command, args, { stdio: 'ignore' }).status === 0;
  if (!succeeds('python3', '-m', 'venv', folder)) return null;
  if (!succeeds(inside, '-m', 'pip', 'install', '--quiet', '--requirement', requirements)) return null;
  writeFileSync(complete, '');
  return inside;
}
