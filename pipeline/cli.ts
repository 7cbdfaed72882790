import os from 'node:os';
import { Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import { type Bundle, bundle } from './bundle.ts';
import { isFolder } from './files.ts';
import { type Log, openLog } from './log.ts';
import { openPool, type Pool } from './pool.ts';
import { describeOutcome, describeProblems } from './run/summary.ts';

/** What the process says by its exit code. */
const exit = { ok: 0, rejects: 1, usage: 2, refused: 3, failed: 4 } as const;

const codes = `
Exit codes:
  0  published, or nothing changed
  1  published, with rejects that raw/expected-rejects.json does not list
  2  wrong usage
  3  verify found problems; nothing was published
  4  the disk or the program failed; the last release is untouched`;

interface Common {
  readonly quiet: boolean;
  readonly jsonLog: boolean;
}

interface BuildOptions extends Common {
  readonly raw: string;
  readonly output: string;
  readonly jobs: number;
  readonly maxText: number;
}

const wholeNumber = (text: string): number => {
  if (!/^[1-9][0-9]{0,9}$/.test(text)) throw new InvalidArgumentError('Give a whole number from 1.');
  return Number(text);
};

function program(): Command {
  const quiet = new Option('--quiet', 'print warnings and errors only').default(false);
  const jsonLog = new Option('--json-log', 'print one JSON object a line').default(false);
  const output = new Option('--output <dir>', 'folder that holds the releases').default('output');
  const cli = new Command('tearsheet')
    .description('Turns news articles into datasets in which every row carries its tear sheet.')
    .exitOverride()
    .configureHelp({ showGlobalOptions: true });

  cli
    .command('build')
    .description('Build the articles of a folder into a verified release.')
    .option('--raw <dir>', 'folder with the articles', 'raw')
    .addOption(output)
    .option('--jobs <n>', 'worker threads', wholeNumber, os.availableParallelism())
    .option('--max-text <bytes>', 'largest text of an article; larger ones are rejected', wholeNumber, 2 * 1024 * 1024)
    .addOption(quiet)
    .addOption(jsonLog)
    .addHelpText('after', codes)
    .action(async (options: BuildOptions) => finish(await runBuild(options, logFor(options))));

  cli
    .command('verify')
    .description('Check the published release from its written bytes.')
    .addOption(output)
    .option('--jobs <n>', 'worker threads', wholeNumber, os.availableParallelism())
    .addOption(quiet)
    .addOption(jsonLog)
    .addHelpText('after', codes)
    .action(async (options: BuildOptions) => finish(await runVerify(options, logFor(options))));

  cli
    .command('ingest')
    .description('Read records (JSON lines with text or html) on stdin; write articles and rejects as JSON lines.')
    .action(async () => pipe('ingestFilter'));

  cli
    .command('extract')
    .description('Read articles (JSON lines of ingest) on stdin; write what they state as JSON lines.')
    .action(async () => pipe('extractFilter'));
  return cli;
}

const logFor = (options: Common): Log => openLog({ quiet: options.quiet, json: options.jsonLog });

function finish(code: number): void {
  process.exitCode = code;
}

async function runBuild(options: BuildOptions, log: Log): Promise<number> {
  if (!isFolder(options.raw)) {
    log.error(`${options.raw}: no such folder; name the folder with the articles by --raw`);
    return exit.usage;
  }
  return withPool(options.jobs, log, async (code, pool) => {
    const { build } = await code.load<typeof import('./build.ts')>('build');
    const outcome = await build({
      raw: options.raw,
      output: options.output,
      maxTextBytes: options.maxText,
      pool,
      versions: code.versions,
      jobs: options.jobs,
      startedAt: new Date(),
      onProgress: log.progress,
      onWarning: log.warn,
      onNote: log.info,
    });
    log.done();
    if (outcome.status === 'refused') {
      for (const line of describeProblems(outcome.problems)) log.error(line);
      return exit.refused;
    }
    log.info(describeOutcome(outcome), { release: outcome.release, counts: outcome.counts });
    return outcome.unexpectedRejects.length > 0 ? exit.rejects : exit.ok;
  });
}

async function runVerify(options: BuildOptions, log: Log): Promise<number> {
  return withPool(options.jobs, log, async (code, pool) => {
    const { checkRelease } = await code.load<typeof import('./run/verify.ts')>('run/verify');
    const { release, problems } = await checkRelease(options.output, pool, log.progress);
    log.done();
    for (const line of describeProblems(problems)) log.error(line);
    if (problems.length > 0) return exit.refused;
    if (release === null) {
      log.error(`${options.output}: no release here; run build first`);
      return exit.usage;
    }
    log.info(`${release}: every row, quote, reference and checksum is right`, { release });
    return exit.ok;
  });
}

/** Lends the compiled pipeline and a pool of its workers, and clears both away. */
async function withPool(jobs: number, log: Log, use: (code: Bundle, pool: Pool) => Promise<number>): Promise<number> {
  const code = await bundle();
  try {
    const pool = openPool(jobs, code.address('worker'));
    try {
      return await use(code, pool);
    } finally {
      log.done();
      await pool.close();
    }
  } finally {
    code.remove();
  }
}

/** Runs a line filter from stdin to stdout, waiting where the reader is slow. */
async function pipe(name: keyof typeof import('./run/filters.ts')): Promise<void> {
  const code = await bundle();
  try {
    const filters = await code.load<typeof import('./run/filters.ts')>('run/filters');
    for await (const line of filters[name](process.stdin)) {
      if (!process.stdout.write(`${line}\n`)) await new Promise((resume) => process.stdout.once('drain', resume));
    }
  } finally {
    code.remove();
  }
}

try {
  await program().parseAsync();
} catch (error) {
  if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? exit.ok : exit.usage;
  else {
    process.stderr.write(`error: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
    process.exitCode = exit.failed;
  }
}
