import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import { Command, CommanderError } from 'commander';
import { readResource } from '#pipeline/files.ts';
import { loadResources } from '#pipeline/resources/index.ts';
import { measureChains } from './chains.ts';
import { today } from './clock.ts';
import { compromiseTagger } from './compromise-tags.ts';
import { measureCoreference } from './coreference.ts';
import { openCorpus } from './corpus.ts';
import { measureCurve } from './curve.ts';
import { measureExplorer } from './explorer.ts';
import { type Measured, measured, nothing, type Scored } from './measured.ts';
import { measureModels } from './models.ts';
import { measureOperations } from './operations.ts';
import { operationsPage } from './operations-page.ts';
import { findPeer, type Peer, withPeerProject } from './peer.ts';
import { qualityPage } from './quality-page.ts';
import { measureResolving } from './resolve.ts';
import { availableSets, type Scorer, scoreProject } from './scorer.ts';
import { scoredSets } from './sets.ts';
import { measureSpecs } from './specs/index.ts';
import { measureSpeed } from './speed.ts';
import { speedPage } from './speed-page.ts';
import { measureTreebanks } from './treebanks.ts';

interface Options {
  readonly scorer: string;
  readonly gold: string;
  readonly corpus: string;
  readonly articles?: number;
  readonly jobs: number;
  readonly set: readonly string[];
  readonly peers: boolean;
  readonly generated: number;
  readonly release: string;
}

/** What was asked for, and who else is measured. */
interface Run {
  readonly options: Options;
  /** Found when first asked for. */
  peer(): Peer | null;
}

type Part = (run: Run) => Promise<Partial<Measured>> | Partial<Measured>;

const say = (message: string): void => void process.stdout.write(`${message}\n`);

/** What can be measured, by the name that the command line knows. What cannot be measured here stays as it was. */
const parts: Readonly<Record<string, Part>> = {
  ...{ speed, operations, resolve, explorer, models, treebanks, coreference, chains, specs, scores, curve, pages },
};
/** All but the curve, which trains the name tagger again and again, operations and resolve, which want a machine that does nothing else, and the explorer of a release. */
const usual = ['speed', 'models', 'treebanks', 'coreference', 'chains', 'specs', 'scores'];
const store = 'docs/measured.json';

function scores({ options, peer }: Run): Partial<Measured> {
  const scorer: Scorer = { program: options.scorer, gold: options.gold, jobs: options.jobs };
  const available = availableSets(scorer);
  if (available === null)
    return skip('scores', `no scorer at ${options.scorer}; name one by --scorer or TEARSHEET_SCORER`);
  const asked = scoredSets.filter(({ set }) => options.set.length === 0 || options.set.includes(set));
  const sets = asked.filter(({ set }) => available.has(set));
  for (const { set } of asked) if (!available.has(set)) skip('scores', `${set} has no gold here`);
  if (sets.length === 0) return {};
  const ours = scoreProject(
    scorer,
    process.cwd(),
    sets.map(({ set }) => set),
    say,
  );
  const other = options.peers ? peer() : null;
  const shared = sets.filter(({ set, peers }) => peers.includes('compromise') && ours.has(set)).map(({ set }) => set);
  const theirs =
    other === null || shared.length === 0
      ? new Map<string, Scored>()
      : withPeerProject(other, (project) => scoreProject(scorer, project, shared, say));
  const fresh = [...ours].map(([set, figures]) => {
    const peers = other !== null && theirs.has(set) ? { [`${other.name} ${other.version}`]: theirs.get(set)! } : {};
    return [set, { date: today(), ours: figures, peers }] as const;
  });
  return { scores: Object.fromEntries(fresh) };
}

async function treebanks({ options, peer }: Run): Promise<Partial<Measured>> {
  if (!existsSync(`${options.gold}/gum/dev.conllu`)) return skip('treebanks', `no gum/dev.conllu in ${options.gold}`);
  const other = options.peers ? peer() : null;
  const rows = measureTreebanks(options.gold, other === null ? null : await compromiseTagger(other));
  return { treebanks: { date: today(), peer: other === null ? null : `${other.name} ${other.version}`, rows } };
}

function coreference({ options }: Run): Partial<Measured> {
  if (!existsSync(`${options.gold}/gap/development.jsonl`)) return skip('coreference', `no gap in ${options.gold}`);
  return { coreference: { date: today(), ...measureCoreference(options.gold) } };
}

function chains({ options }: Run): Partial<Measured> {
  if (!existsSync(`${options.gold}/meantime/open.jsonl`)) return skip('chains', `no meantime in ${options.gold}`);
  return { chains: { date: today(), ...measureChains(options.gold) } };
}

function specs({ options }: Run): Partial<Measured> {
  if (!existsSync(`${options.gold}/recognizers_specs`)) return skip('specs', `no recognizers_specs in ${options.gold}`);
  const rows = measureSpecs(options.gold, loadResources(readResource));
  for (const { file, passed, cases } of rows) say(`${file}: ${passed} of ${cases}`);
  return { specs: { date: today(), rows } };
}

function models(): Partial<Measured> {
  return { models: { date: today(), files: measureModels() } };
}

async function speed({ options, peer }: Run): Promise<Partial<Measured>> {
  const corpus = openCorpus(options.corpus, options.articles ?? Number.POSITIVE_INFINITY);
  const timed = await measureSpeed(corpus, options.peers ? peer() : null, say);
  const few = options.articles === undefined ? '' : ` --articles ${options.articles}`;
  return { speed: { ...timed, command: `npm run bench -- speed${few}` } };
}

async function operations({ options }: Run): Promise<Partial<Measured>> {
  return { operations: await measureOperations(options.corpus, options.generated, say) };
}

function resolve({ options }: Run): Partial<Measured> {
  return { resolving: measureResolving(options.articles, kept().resolving, say) };
}

async function explorer({ options }: Run): Promise<Partial<Measured>> {
  if (!existsSync(options.release)) return skip('explorer', `no release at ${options.release}; name one by --release`);
  const found = await measureExplorer(options.release, say);
  return found ? { explorer: found } : skip('explorer', 'no browser here');
}

function curve({ options }: Run): Partial<Measured> {
  if (!existsSync(`${options.gold}/gum/train.jsonl`)) return skip('curve', `no gum/train.jsonl in ${options.gold}`);
  const points = measureCurve(options.gold, (point) => say(JSON.stringify(point)));
  return { curve: { date: today(), points } };
}

/** Measures nothing: the pages are written anew from what was measured before. */
function pages(): Partial<Measured> {
  return {};
}

function skip(part: string, why: string): Partial<Measured> {
  say(`skipped ${part}: ${why}; its figures stay as they were`);
  return {};
}

async function bench(names: readonly string[], options: Options): Promise<void> {
  let peer: Peer | null | undefined;
  const findOnce = (): Peer | null => {
    if (peer === undefined) peer = findPeer();
    if (peer === null) say('no peer: compromise is not installed and could not be');
    return peer;
  };
  for (const name of names.length > 0 ? names : usual) {
    say(`== ${name}`);
    keep(await parts[name]!({ options, peer: findOnce }));
  }
  say('wrote docs/QUALITY.md, docs/BENCHMARKS.md and docs/OPERATIONS.md');
}

/** What was measured before. */
const kept = (): Measured => (existsSync(store) ? measured.parse(JSON.parse(readFileSync(store, 'utf8'))) : nothing);

/** Adds figures to those of other parts and earlier days, and writes the pages. */
function keep(fresh: Partial<Measured>): void {
  const before = kept();
  const found = { ...before, ...fresh, scores: { ...before.scores, ...fresh.scores } };
  mkdirSync('docs', { recursive: true });
  writeFileSync(store, `${JSON.stringify(found, null, 1)}\n`);
  writeFileSync('docs/QUALITY.md', qualityPage(found));
  writeFileSync('docs/BENCHMARKS.md', speedPage(found));
  writeFileSync('docs/OPERATIONS.md', operationsPage(found));
}

const shared = process.env.TEARSHEET_SHARED ?? '../shared';
const sets = (value: string, before: readonly string[]): string[] => {
  if (!scoredSets.some(({ set }) => set === value)) throw new Error(`no such set: ${value}`);
  return [...before, value];
};
const program = new Command('bench')
  .description(
    'Measures quality, speed and operations, and writes docs/QUALITY.md, docs/BENCHMARKS.md and docs/OPERATIONS.md.',
  )
  .argument('[parts...]', `what to measure: ${Object.keys(parts).join(', ')} (default: ${usual.join(', ')})`)
  .option('--scorer <file>', 'scorer outside the project', process.env.TEARSHEET_SCORER ?? `${shared}/score/score.mjs`)
  .option('--gold <folder>', 'annotated texts', `${shared}/gold`)
  .option('--corpus <file>', 'articles to time, JSON lines with text', `${shared}/gold/bulk/bbc.jsonl`)
  .option('--articles <n>', 'time at most so many articles', Number)
  .option('--jobs <n>', 'worker threads of the builds that are scored', Number, os.availableParallelism())
  .option('--generated <n>', 'operations: build so many generated articles as well', Number, 0)
  .option('--release <folder>', 'explorer: the release that is opened', 'output/latest')
  .option('--set <name>', 'score this set alone (may be repeated)', sets, [])
  .option('--no-peers', 'leave the other programs out')
  .exitOverride()
  .action(async (names: string[], options: Options) => {
    const unknown = names.filter((name) => parts[name] === undefined);
    if (unknown.length > 0)
      throw new Error(`no such part: ${unknown.join(', ')}; parts: ${Object.keys(parts).join(', ')}`);
    await bench(names, options);
  });

try {
  await program.parseAsync();
} catch (error) {
  if (!(error instanceof CommanderError))
    process.stderr.write(`error: ${error instanceof Error ? error.message : error}\n`);
  process.exitCode = error instanceof CommanderError && error.exitCode === 0 ? 0 : 2;
}
