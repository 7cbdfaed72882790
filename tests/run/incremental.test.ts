import { mkdirSync, readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isSoak, tell } from '../soak/told.ts';
import { withFault } from './faults.ts';
import { buildHere, contentOf, newFolder, versions, writeTree } from './world.ts';

const texts = [
  'The flood killed 14 people in Slovenia on Wednesday, Interior Minister Ana Kovač said.',
  'Ana Kovač, the interior minister, resigned on Monday. “I am tired,” she told Alpine Courier.',
  'Prices rose 3 percent in May, the statistics office in Lisbon said.',
  'Prices rose 3 percent in May, the statistics office in Lisbon said. About 2,300 residents were evacuated.',
  'Nothing happened here.',
];

const names = [
  'a.txt',
  'b.txt',
  'desk/c.md',
  'desk/d.html',
  'desk/e.jsonl',
  'f.txt.gz',
  'desk/source.json',
  'a.meta.json',
];

/** What a file of that name holds, in one of its versions. */
function contentFor(name: string, version: number): string | Uint8Array {
  const text = texts[version % texts.length]!;
  const other = texts[(version + 1) % texts.length]!;
  if (name.endsWith('source.json')) return JSON.stringify({ publisher: `Paper ${version % 2}`, language: 'en' });
  if (name.endsWith('.meta.json'))
    return JSON.stringify({ title: `Title ${version % 2}`, rights: version % 2 ? 'full' : 'snippet' });
  if (name.endsWith('.html'))
    return `<html><body><article><h1>News of the day</h1><p>${text} ${other}</p></article></body></html>`;
  if (name.endsWith('.jsonl'))
    return `${JSON.stringify({ text })}\n${JSON.stringify({ text: `${other} Again.`, seen: version })}\n`;
  return name.endsWith('.gz') ? gzipSync(text) : text;
}

type Step =
  | { readonly kind: 'put'; readonly name: string; readonly version: number }
  | { readonly kind: 'delete'; readonly name: string }
  | { readonly kind: 'touch'; readonly name: string }
  | { readonly kind: 'rename'; readonly name: string; readonly to: string };

const name = fc.constantFrom(...names);
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('put' as const), name, version: fc.nat(9) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('delete' as const), name }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('touch' as const), name }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('rename' as const), name, to: name }) },
);

type Files = Map<string, string | Uint8Array>;

/** Does a step to the files on the disk and to what is known of them. */
function take(step: Step, raw: string, files: Files): void {
  const file = path.join(raw, step.name);
  if (step.kind === 'put') {
    const content = contentFor(step.name, step.version);
    files.set(step.name, content);
    writeTree(raw, { [step.name]: content });
    return;
  }
  if (!files.has(step.name)) return;
  if (step.kind === 'touch') utimesSync(file, 1e9 + files.size, 1e9 + files.size);
  if (step.kind === 'delete') {
    files.delete(step.name);
    rmSync(file);
  }
  if (step.kind === 'rename' && step.to !== step.name && endOf(step.to) === endOf(step.name)) {
    files.set(step.to, files.get(step.name)!);
    files.delete(step.name);
    mkdirSync(path.dirname(path.join(raw, step.to)), { recursive: true });
    renameSync(file, path.join(raw, step.to));
  }
}

const endOf = (name: string): string => name.slice(name.indexOf('.'));

const cleanBuilds = new Map<string, unknown>();

/** The content of a release that is built from these files with nothing before it. */
async function clean(files: Files): Promise<unknown> {
  const key = JSON.stringify(
    [...files].sort(([a], [b]) => (a < b ? -1 : 1)).map(([n, c]) => [n, Buffer.from(c).toString('hex')]),
  );
  const known = cleanBuilds.get(key);
  if (known) return known;
  const output = newFolder();
  await buildHere(writeTree(newFolder(), Object.fromEntries(files)), output);
  const content = contentOf(output);
  rmSync(output, { recursive: true });
  cleanBuilds.set(key, content);
  return content;
}

const runs = isSoak ? 150 : 5;

/** What happens between two builds that end: a run may be cut off first, at some operation of the disk. */
const round = fc.record({
  steps: fc.array(step, { minLength: 1, maxLength: 4 }),
  crash: fc.option(fc.record({ at: fc.integer({ min: 1, max: 500 }), fault: fc.constantFrom('kill', 'cut', 'full') })),
});

describe('a build that goes on from the one before', () => {
  it('gives the bytes of a clean one, whatever came, went, changed, moved or crashed', {
    timeout: 3_600_000,
  }, async () => {
    const rounds = fc.array(round, { minLength: 1, maxLength: 4 });
    await fc.assert(
      fc.asyncProperty(rounds, async (rounds) => {
        const [raw, output] = [newFolder(), newFolder()];
        const files: Files = new Map();
        take({ kind: 'put', name: 'a.txt', version: 0 }, raw, files);
        take({ kind: 'put', name: 'desk/e.jsonl', version: 1 }, raw, files);
        for (const { steps, crash } of [{ steps: [], crash: null }, ...rounds]) {
          for (const one of steps) take(one, raw, files);
          if (crash) await withFault(crash.at, crash.fault, output, () => buildHere(raw, output));
          await buildHere(raw, output);
          expect(contentOf(output)).toEqual(await clean(files));
        }
        rmSync(raw, { recursive: true });
        rmSync(output, { recursive: true });
      }),
      { numRuns: runs },
    );
    tell('sequences', runs);
  });

  const raw = newFolder();
  const output = newFolder();
  const cache = path.join(output, '.cache', 'extract');
  const rowsOf = (table: string): Record<string, unknown>[] =>
    JSON.parse(readFileSync(path.join(output, 'latest', 'json', `${table}.json`), 'utf8'));
  writeTree(raw, { 'a.txt': texts[0]!, 'b.txt': texts[2]!, 'c.txt': texts[4]! });

  it('does nothing where nothing has changed, and says again what was odd', async () => {
    writeTree(raw, { 'lost.meta.json': '{}' });
    const first = await buildHere(raw, output);
    expect(first).toMatchObject({ status: 'published', counts: { articles: 3 } });
    utimesSync(path.join(raw, 'a.txt'), 1e9, 1e9);
    const again = await buildHere(raw, output);
    expect(again).toMatchObject({ status: 'unchanged', counts: { articles: 3 } });
    expect(again.said.stages.size).toBe(0);
    expect(again.said.warnings).toEqual(first.said.warnings);
    expect(again.said.warnings).toHaveLength(1);
  });

  it('reads a new article alone; one that was moved is not read again', async () => {
    const before = statSync(cache).size;
    writeTree(raw, { 'd.txt': texts[1]! });
    await buildHere(raw, output);
    const grown = statSync(cache).size;
    expect(grown).toBeGreaterThan(before);
    renameSync(path.join(raw, 'a.txt'), path.join(raw, 'moved.txt'));
    await buildHere(raw, output);
    expect(statSync(cache).size).toBe(grown);
    expect(rowsOf('statistics').map((row) => row.source_file)).toContain('moved.txt');
  });

  it('drops the rows of an article that was deleted', async () => {
    expect(rowsOf('mentions').some((row) => row.source_file === 'moved.txt')).toBe(true);
    rmSync(path.join(raw, 'moved.txt'));
    await buildHere(raw, output);
    expect(rowsOf('mentions').some((row) => row.source_file === 'moved.txt')).toBe(false);
  });

  it('reads all again with another extractor, and says so', async () => {
    const { said, status } = await buildHere(raw, output, { versions: { ...versions, extract: 'e2', all: 'a2' } });
    expect(status).toBe('unchanged');
    expect(said.notes).toContainEqual(
      expect.stringMatching(/^extract: the code or its word lists have changed; \d+ results/),
    );
  });

  it('works without its cache, and with one that is damaged', async () => {
    const content = contentOf(output);
    rmSync(path.join(output, '.cache'), { recursive: true });
    expect(await buildHere(raw, output)).toMatchObject({ status: 'unchanged' });
    for (const file of ['extract', 'ingest', 'last.json']) {
      const bytes = readFileSync(path.join(output, '.cache', file));
      for (let at = 40; at < bytes.length; at += 97) bytes[at]! ^= 0x55;
      writeFileSync(path.join(output, '.cache', file), bytes);
    }
    expect(await buildHere(raw, output)).toMatchObject({ status: 'unchanged' });
    expect(contentOf(output)).toEqual(content);
  });

  it('mends a release that lost a file', async () => {
    const content = contentOf(output);
    rmSync(path.join(output, 'latest', 'csv', 'mentions.csv'));
    expect(await buildHere(raw, output)).toMatchObject({ status: 'published' });
    expect(contentOf(output)).toEqual(content);
  });
});
