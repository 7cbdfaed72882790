import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { ingest, ingestLines } from '#pipeline/ingest/index.ts';
import { rawLines } from '#pipeline/ingest/jsonl/lines.ts';
import { layerReader } from '#pipeline/ingest/layers.ts';
import { limitsFor } from '#pipeline/ingest/source.ts';
import { all, articleOf, articlesIn, bytesOf, chunked, ingestAll, prose, rejectsIn, warningsIn } from './sources.ts';

const line = (values: object): string => JSON.stringify(values);
const good = (title: string): string => line({ title, text: `${title}. ${prose}` });

describe('an article a line', () => {
  test('mark, CRLF, blank lines and no end of line at the end', async () => {
    const content = `\ufeff${good('A')}\r\n\r\n \t\n${good('B')}\n${good('C')}`;
    for (const chunk of [1, 7, 1 << 16]) {
      const outcomes = await ingestAll({ 'w.jsonl': content }, limitsFor(), chunk);
      expect(articlesIn(outcomes).map(({ title, source_file }) => [title, source_file])).toEqual([
        ['A', 'w.jsonl#1'],
        ['B', 'w.jsonl#4'],
        ['C', 'w.jsonl#5'],
      ]);
      expect(outcomes).toHaveLength(3);
    }
  });

  test('the hash of a line is that of its bytes without its end', async () => {
    const [first, second] = articlesIn(await ingestAll({ 'w.ndjson.gz': gzipSync(`${good('A')}\r\n${good('A')}`) }));
    expect(first!.source_sha256).toBe(second!.source_sha256);
    expect(first!.format).toBe('jsonl');
  });

  test('a record beats the page in it, which beats sidecar and folder', async () => {
    const html = `<p>${prose}</p><p><a href="/x">Read more</a></p>`;
    const article = await articleOf({
      'w.jsonl': line({ title: 'Flood', html }),
      'w.meta.json': line({ title: 'all', publisher: 'Northline' }),
      'source.json': line({ publisher: 'none', license: 'CC0-1.0' }),
    });
    expect(article).toMatchObject({ title: 'Flood', publisher: 'Northline', license: 'CC0-1.0', text: prose });
    expect(article.outline).toEqual([{ kind: 'paragraph', start: 0, end: prose.length }]);
  });

  test.each([
    ['{"text": "x"', 'invalid_json', /^w\.jsonl line 2: not JSON/],
    ['[1]', 'invalid_json', /line 2: not a JSON object/],
    ['null', 'invalid_json', /line 2: not a JSON object/],
    ['{"title": "x"}', 'empty', /line 2: has neither text nor html/],
    ['{"text": " \\n"}', 'empty', /line 2: holds no text/],
    ['{"text": 7}', 'invalid_metadata', /line 2: text must be a string/],
    ['{"text": "x", "html": "y"}', 'invalid_metadata', /line 2: text and html are both given/],
    [line({ text: prose, published_on: '2026-02-30' }), 'invalid_metadata', /line 2: published_on "2026-02-30" must/],
    [`{"text": "${prose} \\ud800 half"}`, 'undecodable', /line 2: half a character \(\\ud800\) at UTF-16 offset 147/],
    [`{"text": "${prose} \\u0000"}`, 'binary', /line 2: NUL at UTF-16 offset 147/],
    [Buffer.from([0x7b, 0x22, 0xff, 0x22]), 'undecodable', /line 2: not UTF-8 at byte 2/],
    [line({ text: prose.repeat(20) }), 'too_large', /line 2: over the limit of 2000 bytes/],
    [line({ text: prose, x: 'y'.repeat(20_000) }), 'too_large', /line 2: over the limit of 16000 bytes/],
    [line({ html: '<html><body><a href="/">Home</a></body></html>' }), 'no_article', /line 2: a page without/],
    [
      line({ text: prose, language: 'de' }),
      'unsupported_language',
      /line 2: declared to be in another language \(de\)/,
    ],
  ])('a broken line is refused and the rest goes on: %s', async (broken, code, message) => {
    const content = Buffer.concat([bytesOf(`${good('A')}\n`), bytesOf(broken), bytesOf(`\n${good('C')}\n`)]);
    const outcomes = await ingestAll({ 'w.jsonl': content }, limitsFor(2000));
    expect(articlesIn(outcomes).map(({ title }) => title)).toEqual(['A', 'C']);
    expect(rejectsIn(outcomes)).toMatchObject([{ source_file: 'w.jsonl', record: 2, reason_code: code }]);
    expect(rejectsIn(outcomes)[0]!.message).toMatch(message);
  });

  test('keys that name the prototype are unknown names', async () => {
    const outcomes = await ingestAll({
      'w.jsonl': `{"__proto__": {"title": "x"}, "text": "${prose}", "id": 1}\n{"id": 2, "text": "${prose} "}`,
    });
    expect(warningsIn(outcomes).map((message) => message.split(' is not')[0])).toEqual([
      'w.jsonl: line 1: unknown name "__proto__"',
      'w.jsonl: line 1: unknown name "id"',
    ]);
    expect(articlesIn(outcomes).map(({ title }) => title)).toEqual([null, null]);
  });

  test.each([
    ['\n \r\n', 'empty', /holds no line/],
    [Buffer.from('\ufeff{}', 'utf16le'), 'undecodable', /UTF-16 at byte 0, but JSON Lines are UTF-8/],
  ])('a file without records is refused as a whole', async (content, code, message) => {
    const outcomes = await ingestAll({ 'w.jsonl': content });
    expect(outcomes).toMatchObject([{ record: null, reason_code: code, message: expect.stringMatching(message) }]);
  });

  test('gzip that breaks off gives what came before it', async () => {
    const whole = gzipSync(Array.from({ length: 2000 }, (_, i) => good(`Report ${i}`)).join('\n'));
    const outcomes = await ingestAll({ 'w.jsonl.gz': whole.subarray(0, whole.length - 400) });
    expect(articlesIn(outcomes).length).toBeGreaterThan(10);
    expect(outcomes.at(-1)).toMatchObject({ reason_code: 'corrupt_gzip', record: null });
  });
});

describe('lines of a stream', () => {
  test('one longer than the limit is dropped, not held', async () => {
    const bytes = bytesOf('abcde\nabcdef\nabcde\r\nabcdef\r\nx');
    for (const chunk of [1, 3, 100]) {
      const lines = await all(rawLines(chunked(bytes, chunk), 5));
      expect(lines.map((raw) => raw.bytes && Buffer.from(raw.bytes).toString())).toEqual([
        'abcde',
        null,
        'abcde',
        null,
        'x',
      ]);
      expect(lines.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5]);
    }
  });

  test('articles come before the file ends', async () => {
    let given = 0;
    async function* open(): AsyncGenerator<Uint8Array> {
      for (; given < 1000; given++) yield bytesOf(`${good(`Report ${given}`)}\n`);
    }
    const context = { limits: limitsFor(), readLayer: layerReader(() => Promise.reject(new Error('none'))) };
    for await (const outcome of ingest({ path: 'w.jsonl', metadata: [], open }, context)) {
      expect(outcome).toMatchObject({ title: 'Report 0' });
      break;
    }
    expect(given).toBeLessThan(5);
  });

  test('records on standard input are named after the stream', async () => {
    const outcomes = await all(ingestLines(chunked(bytesOf(`${good('A')}\n{\n`)), 'stdin', limitsFor()));
    expect(outcomes).toMatchObject([
      { source_file: 'stdin.ndjson#1', title: 'A' },
      { source_file: 'stdin.ndjson', record: 2, reason_code: 'invalid_json' },
    ]);
  });
});
