import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { crawl } from '../ingest/warc/crawl.ts';

/** The project's folder. */
export const project = fileURLToPath(new URL('../../', import.meta.url));

/** What is built: CLUSTER_RAW, else the samples, a file of many lines, and an archive with broken records. */
export function rawFolder(scratch: string): string {
  if (process.env.CLUSTER_RAW) return path.resolve(process.env.CLUSTER_RAW);
  const raw = path.join(scratch, 'raw');
  cpSync(path.join(project, 'raw'), raw, { recursive: true });
  const folder = path.join(raw, 'northline-wire');
  const texts = readdirSync(folder)
    .filter((name) => name.endsWith('.txt'))
    .map((name) => readFileSync(path.join(folder, name), 'utf8'));
  const lines = Array.from({ length: 60 }, (_, n) => {
    const text = `${texts[n % texts.length]}\n\nThis is report ${n} of 60.`;
    return n % 20 === 7 ? '{"broken' : JSON.stringify({ url: `https://many.example/${n % 50}`, text });
  });
  const many = path.join(raw, 'many');
  mkdirSync(many);
  writeFileSync(path.join(many, 'source.json'), '{"publisher": "Many", "rights": "full"}');
  writeFileSync(path.join(many, 'lines of text.jsonl'), lines.join('\n'));
  writeFileSync(path.join(many, 'crawl.warc.gz'), Buffer.concat([...crawl(39, 1 << 18)].map(({ bytes }) => bytes)));
  return raw;
}

/** Builds on this machine alone; CLUSTER_ALONE names an output folder where that was done. */
export function builtAlone(scratch: string, raw: string): string {
  if (process.env.CLUSTER_ALONE) return path.resolve(process.env.CLUSTER_ALONE);
  const output = path.join(scratch, 'alone');
  tearsheet('build', '--raw', raw, '--output', output, '--quiet');
  return output;
}

/** How long a run of the corpus may take. */
export const patience = 1_800_000;

/** Runs the command line; throws where it ends with more than rejects. */
function tearsheet(...args: string[]): void {
  const { status, stderr } = spawnSync(process.execPath, ['--import', 'tsx', 'pipeline/cli.ts', ...args], {
    cwd: project,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  if (status !== 0 && status !== 1) throw new Error(`${args.join(' ')}: ${status}\n${stderr}`);
}

/** Checksums of a release's files, without those that know the clock or the release before. */
export function sumsOf(output: string): string[] {
  const sums = readFileSync(path.join(output, 'latest', 'SHA256SUMS'), 'utf8')
    .trim()
    .split('\n');
  return sums.filter((line) => !/ \*?(?:build\.json|README\.md|CHANGES\.md|\w+\/changes\.\w+)$/.test(line));
}

/** Names of part files that are whole. */
export const partsIn = (folder: string): string[] =>
  existsSync(folder) ? readdirSync(folder).filter((name) => /^part-/.test(name)) : [];
