import os from 'node:os';
import { Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import type { Published, Refused } from './build.ts';
import type { Bundle } from './bundle.ts';
import { type Owner, takeLock } from './files/lock.ts';
import { isFolder } from './files.ts';
import { type Log, openLog } from './log.ts';
import { openPool, type Pool } from './pool.ts';
import { type ResolveOptions, runResolve, usageOfResolve } from './resolving.ts';
import { describeAnchored, describeOutcome, describeOwner, describeProblems, messageOf } from './run/summary.ts';
import { announce, runRecord } from './scheduled.ts';
import { runExtract, runIngest, usageOf, type WorkOptions } from './working.ts';

/** What the process says by its exit code. */
const exit = { ok: 0, rejects: 1, usage: 2, refused: 3, failed: 4, busy: 5, hook: 6 } as const;

const codes = `
Exit codes:
  0  published, or nothing changed
  1  published, with rejects that raw/expected-rejects.json does not list
  2  wrong usage
  3  verify found problems; nothing was published
  4  the disk or the program failed; the last release is untouched
  5  another run works in the output folder
  6  published, but the command of --on-publish failed; the next run tries it again`;

interface Common {
  readonly quiet: boolean;
  readonly jsonLog: boolean;
}

interface BuildOptions extends Common {
  readonly raw: string;
  readonly output: string;
  readonly jobs: number;
  readonly maxText: number;
  readonly keep: number | null;
}

interface VerifyOptions extends Omit<BuildOptions, 'raw' | 'keep'> {
  readonly raw: string | null;
}

interface ScheduledOptions extends BuildOptions {
  readonly onPublish: string | null;
}

const wholeNumber = (text: string): number => {
  if (!/^[1-9][0-9]{0,9}$/.test(text)) throw new InvalidArgumentError('Give a whole number from 1.');
  return Number(text);
};

function program(compiled: Bundle): Command {
  const quiet = new Option('--quiet', 'print warnings and errors only').default(false);
  const jsonLog = new Option('--json-log', 'print one JSON object a line').default(false);
  const output = new Option('--output <dir>', 'folder that holds the releases').default('output');
  const cli = new Command('tearsheet')
    .description('Turns news articles into datasets in which every row carries its tear sheet.')
    .exitOverride()
    .configureHelp({ showGlobalOptions: true });

  const building = (name: string, description: string): Command =>
    cli
      .command(name)
      .description(description)
      .option('--raw <dir>', 'folder with the articles', 'raw')
      .addOption(output)
      .option('--jobs <n>', 'worker threads', wholeNumber, os.availableParallelism())
      .option('--max-text <bytes>', 'largest text of an article; larger ones are rejected', wholeNumber, 2 ** 21)
      .addOption(
        new Option('--keep <n>', 'remove all but so many releases').argParser(wholeNumber).default(null, 'all'),
      )
      .addHelpText('after', codes);

  building('build', 'Build the articles of a folder into a verified release.')
    .addOption(quiet)
    .addOption(jsonLog)
    .action(async (options: BuildOptions) => finish(await runBuild(compiled, options, logFor(options))));

  building('scheduled', 'Build for a timer: silent, with one line of JSON on stdout at the end.')
    .addOption(new Option('--on-publish <command>', 'shell command to run after a new release').default(null, 'none'))
    .action(async (options: ScheduledOptions) => finish(await runScheduled(compiled, options)));

  cli
    .command('verify')
    .description(
      'Check the published release from its written bytes; with --raw, find every row in the articles again.',
    )
    .addOption(output)
    .addOption(
      new Option('--raw <dir>', 'folder with the articles that it was made from').default(null, 'not looked at'),
    )
    .option('--max-text <bytes>', 'largest text of an article, as it was built', wholeNumber, 2 ** 21)
    .option('--jobs <n>', 'worker threads', wholeNumber, os.availableParallelism())
    .addOption(quiet)
    .addOption(jsonLog)
    .addHelpText('after', codes)
    .action(async (options: VerifyOptions) => finish(await runVerify(compiled, options, logFor(options))));

  building('publish', 'Make the release of what tasks of a cluster extracted: resolve, publish, verify.')
    .requiredOption('--parts <dir>', 'folder with the part files of extract')
    .addOption(quiet)
    .addOption(jsonLog)
    .action(async (options: BuildOptions & { parts: string }) =>
      finish(await runBuild(compiled, options, logFor(options), options.parts)),
    );

  const working = (name: string, description: string): Command =>
    cli
      .command(name)
      .description(`${description} One JSON line of counts goes to stderr (docs/scaling.md).`)
      .addOption(new Option('--raw <dir>', 'read this folder, not stdin').default(null, 'stdin'))
      .addOption(
        new Option('--source <name>', 'stdin is this file of the folder').default(null, 'records, a line each'),
      )
      .option('--first-line <n>', 'number of the first line of --source', wholeNumber, 1)
      .addOption(
        new Option('--shard [I/N]', 'one share of the work; without I/N, as the engine says').default(null, 'all'),
      )
      .option('--max-text <bytes>', 'largest text of an article; larger ones are rejected', wholeNumber, 2 ** 21);

  working(
    'ingest',
    'Read records (JSON lines with text or html) on stdin; write articles and rejects as JSON lines.',
  ).action(async (options: WorkOptions) => runWork(compiled, options, runIngest));

  working('extract', 'Read articles (JSON lines of ingest) on stdin; write what they state as JSON lines.')
    .option('--jobs <n>', 'worker threads', wholeNumber, 1)
    .addOption(new Option('--parts <dir>', 'write a part file here, unless it is there').default(null, 'stdout'))
    .action(async (options: WorkOptions) => runWork(compiled, options, runExtract));

  cli
    .command('resolve')
    .description(
      'Join claims on stdin, whole keys at a time; or with --parts, one step of joining what tasks extracted. One JSON line of counts goes to stderr (docs/scaling.md).',
    )
    .addOption(new Option('--parts <dir>', 'folder with the part files of extract').default(null, 'stdin to stdout'))
    .option('--deal', 'do what takes all articles at once, and lay out the rest for partitions', false)
    .addOption(
      new Option('--partition [I/N]', 'join one share of the rest; without I/N, as the engine says').default(
        null,
        'stdin',
      ),
    )
    .option('--max-text <bytes>', 'largest text of an article, as it was extracted', wholeNumber, 2 ** 21)
    .action(async (options: ResolveOptions) => {
      const problem = usageOfResolve(options);
      if (problem === null) return runResolve(options, compiled);
      return refuseUsage(problem);
    });
  return cli;
}

const logFor = (options: Common): Log => openLog({ quiet: options.quiet, json: options.jsonLog });

function finish(code: number): void {
  process.exitCode = code;
}

async function runBuild(
  compiled: Bundle,
  options: BuildOptions,
  log: Log,
  parts: string | null = null,
): Promise<number> {
  const { outcome, code } = await buildLocked(compiled, options, log, parts);
  log.done();
  if (outcome.status === 'busy') log.error(describeOwner(options.output, outcome.owner));
  else if (outcome.status === 'usage') log.error(outcome.message);
  else if (outcome.status === 'refused') for (const line of describeProblems(outcome.problems)) log.error(line);
  else log.info(describeOutcome(outcome), { release: outcome.release, counts: outcome.counts });
  return code;
}

type Outcome = Published | Refused | { status: 'busy'; owner: Owner } | { status: 'usage'; message: string };

/** Builds, from parts where a folder of them is named, while no other run works in the output folder. */
async function buildLocked(
  compiled: Bundle,
  options: BuildOptions,
  log: Log,
  parts: string | null = null,
): Promise<{ outcome: Outcome; code: number }> {
  if (parts === null && !isFolder(options.raw)) {
    const message = `${options.raw}: no such folder; name the folder with the articles by --raw`;
    return { outcome: { status: 'usage', message }, code: exit.usage };
  }
  const startedAt = new Date();
  const lock = takeLock(options.output);
  if (!('release' in lock)) return { outcome: { status: 'busy', owner: lock }, code: exit.busy };
  try {
    return await withPool(compiled, options.jobs, log, async (pool) => {
      const { build, publishParts } = await compiled.load<typeof import('./build.ts')>('build');
      const { raw, output, maxText: maxTextBytes, jobs, keep } = options;
      const { versions } = compiled;
      const { progress: onProgress, warn: onWarning, info: onNote } = log;
      const told = { onProgress, onWarning, onNote };
      const given = { raw, output, maxTextBytes, pool, versions, jobs, keep, startedAt, ...told };
      const outcome = await (parts === null ? build(given) : publishParts(given, parts));
      if (outcome.status === 'refused') return { outcome, code: exit.refused };
      return { outcome, code: outcome.unexpectedRejects.length > 0 ? exit.rejects : exit.ok };
    });
  } finally {
    lock.release();
  }
}

/** Builds in silence, tells whoever asked for it of a new release, and sums up the run in one line. */
async function runScheduled(compiled: Bundle, options: ScheduledOptions): Promise<number> {
  const record = runRecord();
  let code: number = exit.failed;
  let outcome: Outcome | null = null;
  let problem: unknown = null;
  try {
    ({ outcome, code } = await buildLocked(compiled, options, record.log));
    if (options.onPublish !== null && 'release' in outcome && !announce(options.onPublish, options.output, outcome)) {
      code = exit.hook;
    }
  } catch (error) {
    problem = error;
    process.stderr.write(`error: ${messageOf(error)}\n`);
  }
  process.stdout.write(`${JSON.stringify(record.sum(outcome, problem, code))}\n`);
  return code;
}

async function runVerify(compiled: Bundle, options: VerifyOptions, log: Log): Promise<number> {
  const { raw, output, maxText: maxTextBytes } = options;
  if (raw !== null && !isFolder(raw)) {
    log.error(`${raw}: no such folder; name the folder with the articles by --raw`);
    return exit.usage;
  }
  return withPool(compiled, options.jobs, log, async (pool) => {
    const { checkRelease, anchorRelease } = await compiled.load<typeof import('./run/verify.ts')>('run/verify');
    const { release, problems } = await checkRelease(output, pool, log.progress);
    log.done();
    for (const line of describeProblems(problems)) log.error(line);
    if (problems.length > 0) return exit.refused;
    if (release === null) {
      log.error(`${output}: no release here; run build first`);
      return exit.usage;
    }
    log.info(`${release}: every row, quote, reference and checksum is right`, { release });
    if (raw === null) return exit.ok;
    const told = { onProgress: log.progress, onWarning: log.warn, onNote: log.info };
    const anchored = await anchorRelease({ raw, maxTextBytes, pool, versions: compiled.versions, ...told }, output);
    log.done();
    for (const line of describeProblems(anchored.problems)) log.error(line);
    log.info(`${raw}: ${describeAnchored(anchored)}`, { found: anchored.found });
    return anchored.problems.length > 0 ? exit.refused : exit.ok;
  });
}

/** Lends a pool of workers, and clears it away. */
async function withPool<T>(compiled: Bundle, jobs: number, log: Log, use: (pool: Pool) => Promise<T>): Promise<T> {
  const pool = openPool(jobs, compiled.address('worker'));
  try {
    return await use(pool);
  } finally {
    log.done();
    await pool.close();
  }
}

/** Does the work of a task, after a look at what it is asked. */
async function runWork(
  compiled: Bundle,
  options: WorkOptions,
  run: (options: WorkOptions, compiled: Bundle) => Promise<void>,
): Promise<void> {
  const problem = usageOf(options);
  if (problem === null) return run(options, compiled);
  refuseUsage(problem);
}

function refuseUsage(problem: string): void {
  process.stderr.write(`error: ${problem}\n`);
  finish(exit.usage);
}

/** Runs the command that the arguments name, and leaves what it came to as the process's exit code. */
export async function runCommand(compiled: Bundle): Promise<void> {
  try {
    await program(compiled).parseAsync();
  } catch (error) {
    if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? exit.ok : exit.usage;
    else {
      process.stderr.write(`error: ${messageOf(error)}\n`);
      process.exitCode = exit.failed;
    }
  }
}
