import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { expect } from 'vitest';
import { readResource } from '#pipeline/files.ts';
import { inputFormats } from '#pipeline/ingest/formats.ts';
import { loadResources } from '#pipeline/resources/index.ts';
import { extractArticle } from '#pipeline/run/article.ts';
import { codePointIndex } from '#pipeline/verify/code-points.ts';
import { type Article, ingested } from '#schemas/stages/article.ts';
import { articlesIn, bytesOf, ingestAll, prose } from '../ingest/sources.ts';
import { page, record } from '../ingest/warc/archive.ts';
import { isSoak } from './told.ts';

/** Damaged files in all; a million by `make soak`. */
const inputs = Number(process.env.SOAK_INPUTS ?? (isSoak ? 1_000_000 : 600));
/** Every file is read; of so many one is extracted, too. */
const extractedOf = isSoak ? 12 : 1;

const story = `${prose} “We lost everything,” said Ana Ruiz, mayor of Bilbao. Prices rose 3.5% to €2 billion in May 2026.`;

/** A sound file of each format, to be damaged. */
const sound: Readonly<Record<string, string>> = {
  txt: `Flood in the lower town\n\nBILBAO, May 4 (Northline) - ${story}`,
  md: `---\ntitle: Flood\npublished_on: 2026-05-04\n---\n# Flood\n\n${story}\n\n- ${prose}`,
  html: `<!doctype html><html lang="en"><head><title>Flood</title><script type="application/ld+json">{"@type":"NewsArticle","headline":"Flood","datePublished":"2026-05-04"}</script></head><body><article><h1>Flood</h1><p>${story}</p><ul><li>${prose}</li></ul></article></body></html>`,
  jsonl: `${JSON.stringify({ text: story, title: 'Flood', published_on: '2026-05-04' })}\n${JSON.stringify({ html: `<p>${story}</p>` })}\n`,
  warc: record({ body: page('Flood', story) }).toString(),
};

/** What attackers and broken programs put into files. */
const hostile = fc.constantFrom(
  ...[
    '__proto__',
    '{"__proto__":{"polluted":1}}',
    'constructor',
    'prototype',
    '\0',
    '\ufeff',
    '\u202e',
    '\u2028',
    '\ud800',
  ],
  ...[
    '=HYPERLINK("http://x","y")',
    '@SUM(1)',
    "'; DROP TABLE",
    '<script>alert(1)</script>',
    '<!--',
    ']]>',
    '<svg/onload=x>',
  ],
  ...[
    '!!js/function "x"',
    '&a [*a, *a]',
    '<<: *a',
    '- '.repeat(500),
    '['.repeat(2000),
    '{"a":'.repeat(500),
    '<div>'.repeat(500),
  ],
  ...[
    '\r',
    '\n\n\n',
    '"',
    '\\',
    '../../etc/passwd',
    '%00',
    '1e999',
    '9'.repeat(400),
    '-0',
    'NaN',
    '𝟙𝟚𝟛',
    '“'.repeat(300),
    '. '.repeat(300),
  ],
  ...[
    'on 31 February 2026',
    'in the year 0',
    '1/0 percent',
    '$'.repeat(99),
    ', '.repeat(400),
    'said '.repeat(200),
    'a'.repeat(9000),
  ],
);

interface Damage {
  readonly at: number;
  readonly drop: number;
  readonly put: string | Uint8Array;
}

const damage: fc.Arbitrary<Damage> = fc.record({
  at: fc.nat(1000),
  drop: fc.oneof(fc.constant(0), fc.nat(40), fc.constant(100_000)),
  put: fc.oneof(hostile, hostile, fc.uint8Array({ maxLength: 4 }), fc.string({ unit: 'binary', maxLength: 6 })),
});

function damaged(content: string, damages: readonly Damage[]): Uint8Array {
  let bytes = Buffer.from(content);
  for (const { at, drop, put } of damages) {
    const from = Math.floor((at / 1000) * bytes.length);
    bytes = Buffer.concat([bytes.subarray(0, from), bytesOf(put), bytes.subarray(from + drop)]);
  }
  return bytes;
}

const formats = inputFormats.flatMap(({ name, extensions }) => extensions.map((end) => [name, end] as const));
const resources = loadResources(readResource);

/** Names of formats and their extensions, of those that `choose` takes. */
export const formatsFor = (choose: (name: string) => boolean): (readonly [name: string, extension: string])[] =>
  formats.filter(([name]) => choose(name));

/** Files of a format, damaged: each gives articles or rejects, no reader fails, and every row stands where it says. Gives their number. */
export async function fuzz(name: string, end: string): Promise<number> {
  const content = sound[name === 'markdown' ? 'md' : name === 'text' ? 'txt' : name];
  expect(content, name).toBeDefined();
  let tried = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(damage, { maxLength: 4 }), fc.boolean(), async (damages, isPacked) => {
      const bytes = damaged(content!, damages);
      const files = { [`x${end}${isPacked ? '.gz' : ''}`]: isPacked ? gzipSync(bytes) : bytes };
      const outcomes = await ingestAll({ ...files, 'source.json': '{"language": "en"}' });
      const records = outcomes.filter(({ record_type }) => record_type !== 'warning');
      expect(records.length).toBeGreaterThan(0);
      for (const record of records) ingested.parse(record);
      if (tried++ % extractedOf === 0) articlesIn(outcomes).forEach(expectGrounded);
      expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
    }),
    { numRuns: Math.ceil(inputs / formats.length) },
  );
  return tried;
}

function expectGrounded(article: Article): void {
  const extracted = extractArticle(article, resources);
  if (extracted.record_type === 'reject') throw new Error(extracted.message);
  const text = codePointIndex(article.text);
  for (const row of Object.values(extracted.rows).flat()) {
    expect(text.slice(Number(row.char_start), Number(row.char_end))).toBe(row.quote);
  }
}
