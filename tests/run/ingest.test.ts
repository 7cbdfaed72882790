import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Bundle, bundle } from '#pipeline/bundle.ts';
import { readChunks, readLines } from '#pipeline/files.ts';
import { type Stretch, stretchesOf } from '#pipeline/ingest/jsonl/stretches.ts';
import { openInThread } from '#pipeline/pool.ts';
import { articlesFile, ingestAll, partsOf } from '#pipeline/run/ingest.ts';

const folder = mkdtempSync(path.join(os.tmpdir(), 'ingest-'));
let code: Bundle;
beforeAll(async () => {
  code = await bundle();
});
afterAll(() => {
  code.remove();
  rmSync(folder, { recursive: true });
});

describe('stretches of a file', () => {
  it('cover it, end behind line feeds and know their first line', async () => {
    const file = path.join(folder, 'any.txt');
    const lines = fc.array(fc.string({ maxLength: 30 }).map((text) => text.replaceAll('\n', ' ')));
    await fc.assert(
      fc.asyncProperty(lines, fc.integer({ min: 1, max: 60 }), async (texts, bytes) => {
        const content = Buffer.from(texts.join('\n'));
        writeFileSync(file, content);
        const stretches: Stretch[] = [];
        for await (const stretch of stretchesOf(readChunks(file), bytes)) stretches.push(stretch);
        expect(Buffer.concat(stretches.map(({ start, end }) => content.subarray(start, end)))).toEqual(content);
        for (const { start, firstLine } of stretches) {
          expect(firstLine).toBe(content.subarray(0, start).toString().split('\n').length);
          expect(start === 0 || content[start - 1] === 10).toBe(true);
        }
      }),
    );
  });
});

/** Articles, rejects and warnings of a raw folder with one file. */
async function ingested(content: Buffer, name = 'wires.jsonl') {
  const raw = mkdtempSync(path.join(folder, 'raw-'));
  const output = mkdtempSync(path.join(folder, 'out-'));
  writeFileSync(path.join(raw, name), content);
  const warnings: string[] = [];
  const progress: number[] = [];
  const pool = openInThread(code.address('worker'));
  const run = {
    ...{ raw, output, maxTextBytes: 2 ** 21, pool, versions: code.versions, onNote: () => undefined },
    onProgress: ({ done }: { done: number }) => progress.push(done),
    onWarning: (message: string) => warnings.push(message),
  };
  const { articleCount, rejects } = await ingestAll(run);
  return { articleCount, rejects, warnings, progress, articles: [...readLines(articlesFile(run))] };
}

const record = (i: number, more: object = {}): string =>
  JSON.stringify({
    url: `https://paper.example/${i}`,
    text: `Item ${i}. ${'The council met in the town hall. '.repeat(60)}`,
    ...more,
  });

it('leaves a large file that cannot be read to its reader, who refuses it', async () => {
  const source = { path: 'gone.jsonl', metadata: [] };
  expect(await partsOf({ raw: folder }, source, 5_000_000)).toEqual([{ ...source, bytes: 5_000_000 }]);
});

describe('a large file of lines', () => {
  it('gives each line its own number, and says a remark once', async () => {
    const lines = Array.from({ length: 1500 }, (_, i) => (i === 1200 ? '{broken' : record(i, { desk: 'city' })));
    const { articles, rejects, warnings, progress } = await ingested(Buffer.from(`\ufeff${lines.join('\n')}`));
    expect(lines.join('').length).toBeGreaterThan(2_500_000);
    const places = articles.map((line) => (JSON.parse(line) as { source_file: string }).source_file);
    const expected = lines.map((_, i) => `wires.jsonl#${i + 1}`).filter((place) => place !== 'wires.jsonl#1201');
    expect(places).toEqual(expected);
    expect(rejects).toMatchObject([{ source_file: 'wires.jsonl', record: 1201, reason_code: 'invalid_json' }]);
    expect(warnings.map((warning) => warning.slice(0, 40))).toEqual(['wires.jsonl: line 1: unknown name "desk"']);
    expect(progress.at(-1)).toBe(1);
  });

  it('is refused once where it holds nothing, or is no UTF-8', async () => {
    const blank = await ingested(Buffer.from(' \n'.repeat(1_500_000)));
    expect(blank.rejects).toMatchObject([{ source_file: 'wires.jsonl', reason_code: 'empty' }]);
    const wide = Buffer.from(`\ufeff${Array.from({ length: 800 }, (_, i) => record(i)).join('\n')}`, 'utf16le');
    const { rejects, articleCount } = await ingested(wide);
    expect(rejects).toMatchObject([{ source_file: 'wires.jsonl', reason_code: 'undecodable' }]);
    expect(articleCount).toBe(0);
  });
});
