import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

// Checks releases with other people's validators and readers: `npm run interop -- [FOLDER OF A RELEASE …]`.

const here = fileURLToPath(new URL('./', import.meta.url));
const root = path.join(here, '..', '..');
const cache = path.join(root, 'node_modules', '.cache', 'tearsheet-interop');
const say = (line: string): boolean => process.stdout.write(`${line}\n`);

interface Ran {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

function run(command: string, args: readonly string[], timeout?: number): Ran {
  const { status, stdout, stderr, error } = spawnSync(command, args, { encoding: 'utf8', maxBuffer: 1 << 26, timeout });
  return { code: error ? null : status, out: stdout ?? '', err: error ? error.message : (stderr ?? '') };
}

/** A Python that the packages run on; null where there is none. */
function pythonHere(): string | null {
  const probe = 'import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 11))';
  return ['python3', 'python'].find((name) => run(name, ['-c', probe]).code === 0) ?? null;
}

/** Milliseconds that packages may take to come; without them their checks are skipped. */
const longestInstall = 400_000;

/** The Python of an environment that holds what a list of requirements names; made once for each state of the list. */
function environment(python: string, list: string): { python: string } | { problem: string } {
  const requirements = path.join(here, list);
  const hash = createHash('sha256')
    .update(readFileSync(requirements))
    .update(run(python, ['-VV']).out)
    .digest('hex');
  const folder = path.join(cache, hash.slice(0, 12));
  const inside = path.join(folder, 'bin', 'python');
  const complete = path.join(folder, 'complete');
  if (existsSync(complete)) return { python: inside };
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(cache, { recursive: true });
  say(`installing ${list} …`);
  const made = run(python, ['-m', 'venv', folder]);
  if (made.code !== 0) return { problem: `no virtual environment: ${lastLine(made)}` };
  const patience = ['--timeout', '15', '--retries', '1'];
  const pip = [
    '-m',
    'pip',
    'install',
    '--quiet',
    '--disable-pip-version-check',
    ...patience,
    '--requirement',
    requirements,
  ];
  const installed = run(inside, pip, longestInstall);
  if (installed.code !== 0) return { problem: `pip could not install ${list}: ${lastLine(installed)}` };
  writeFileSync(`${complete}.new`, '');
  renameSync(`${complete}.new`, complete);
  return { python: inside };
}

const lastLine = ({ out, err }: Ran): string => (err.trim() || out).trim().split('\n').at(-1) ?? '';

/** Runs a script that prints a verdict a line; true where all are good. */
function verdicts(python: string, script: string, release: string): boolean {
  const ran = run(python, [path.join(here, script), release]);
  let isGood = ran.code === 0;
  for (const line of ran.out.trim().split('\n').filter(Boolean)) {
    const { tool, ok, message } = JSON.parse(line) as { tool: string; ok: boolean | null; message: string };
    say(`${ok === null ? 'skipped' : ok ? 'valid  ' : 'INVALID'}  ${tool}: ${message}`);
    if (ok === false) isGood = false;
  }
  if (ran.code !== 0) say(`FAILED   ${script}: ${lastLine(ran)}`);
  return isGood;
}

/** Runs a script that prints for people; true where it ends well. */
function printed(python: string, script: string, args: readonly string[]): boolean {
  const ran = run(python, [path.join(here, script), ...args]);
  say(ran.out.trimEnd());
  if (ran.code !== 0) say(`FAILED   ${script}: ${lastLine(ran)}`);
  return ran.code === 0;
}

/** LibreOffice, by which spreadsheets are tried; null where there is none. */
const office = (): string | null =>
  ['soffice', 'libreoffice'].find((name) => run(name, ['--version']).code === 0) ?? null;

function check(release: string, python: string): boolean {
  say(`\n== ${release}`);
  let isGood = true;
  const modern = environment(python, 'requirements.txt');
  if ('problem' in modern) say(`skipped  frictionless, csvw, mlcroissant and all readers: ${modern.problem}`);
  else isGood = verdicts(modern.python, 'validate.py', release) && isGood;
  const older = environment(python, 'requirements-jsonschema3.txt');
  if ('problem' in older) say(`skipped  cffconvert, datapackage (v1): ${older.problem}`);
  else isGood = verdicts(older.python, 'validate_old.py', release) && isGood;
  if ('python' in modern) isGood = printed(modern.python, 'readers.py', [release]) && isGood;
  const soffice = office();
  if (soffice === null) say('skipped  spreadsheets: LibreOffice (soffice) is not here');
  else isGood = printed(python, 'spreadsheet.py', [release, soffice]) && isGood;
  return isGood;
}

/** A release of an article that is written to be misread: formulas, leading zeros, words for null, other scripts. */
function hostileRelease(): string {
  const output = path.join(cache, 'hostile');
  const command = ['--import', 'tsx', path.join(root, 'pipeline', 'cli.ts'), 'build', '--quiet'];
  const built = run(process.execPath, [...command, '--raw', path.join(here, 'raw'), '--output', output]);
  if (built.code !== 0) say(`FAILED   build of tests/interop/raw: ${lastLine(built)}`);
  return path.join(output, 'latest');
}

const named = process.argv.slice(2).map((folder) => path.resolve(folder));
const folders = named.length > 0 ? named : [path.join(root, 'output', 'latest'), hostileRelease()];
const missing = folders.find((folder) => !existsSync(path.join(folder, 'datapackage.json')));
const python = pythonHere();
if (missing !== undefined) {
  say(`${missing}: no release here; run make first, or name the folder of a release`);
  process.exitCode = 2;
} else if (python === null) {
  say('skipped: no Python 3.11 or newer with venv is here; no validator and no reader was run');
} else {
  const good = folders.map((folder) => check(folder, python));
  process.exitCode = good.every(Boolean) ? 0 : 1;
}
