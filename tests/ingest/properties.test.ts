import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { inputFormats } from '#pipeline/ingest/formats.ts';
import { markdownOutline } from '#pipeline/ingest/markdown/outline.ts';
import { ingested } from '#schemas/stages/article.ts';
import { articlesIn, bytesOf, ingestAll, prose } from './sources.ts';

const extensions = inputFormats.flatMap((format) => format.extensions).flatMap((end) => [end, `${end}.gz`]);

/** Bytes that come close to what each format expects. */
const anyBytes = fc.oneof(
  fc.uint8Array({ maxLength: 300 }),
  fc.string({ unit: 'binary', maxLength: 300 }).map(bytesOf),
  fc
    .array(
      fc.constantFrom(
        '---\n',
        'title: x\n',
        '{"text": "',
        '"}',
        '\\ud83d',
        '<p>',
        '</div>',
        '<html>',
        '<body>',
        '\r\n',
        '# ',
        '- ',
        '\ufeff',
        '\u202e',
        '\u{1f600}',
        '\0',
        '<script type="application/ld+json">',
        '{"@graph":[',
        prose,
      ),
      { maxLength: 12 },
    )
    .map((parts) => bytesOf(parts.join(''))),
);

describe('any bytes', () => {
  test.each(extensions)('as %s give an article or a reject, with the outline inside the text', async (end) => {
    await fc.assert(
      fc.asyncProperty(anyBytes, fc.boolean(), fc.integer({ min: 1, max: 50 }), async (bytes, isPacked, chunk) => {
        const content = end.endsWith('.gz') && isPacked ? gzipSync(bytes) : bytes;
        const files = { [`x${end}`]: content, 'source.json': '{"language": "en"}' };
        const outcomes = (await ingestAll(files, undefined, chunk)).filter(
          ({ record_type }) => record_type !== 'warning',
        );
        expect(outcomes.length).toBeGreaterThan(0);
        for (const outcome of outcomes) ingested.parse(outcome);
        for (const { text, outline } of articlesIn(outcomes)) {
          let last = 0;
          for (const { start, end: to } of outline) {
            expect(start).toBeGreaterThanOrEqual(last);
            expect(to).toBeGreaterThan(start);
            last = to;
          }
          expect(last).toBeLessThanOrEqual(text.length);
        }
      }),
      { numRuns: 60 },
    );
  });

  test('as metadata give an article or a reject', async () => {
    await fc.assert(
      fc.asyncProperty(fc.oneof(anyBytes, fc.json().map(bytesOf)), async (bytes) => {
        for (const name of ['a.meta.json', 'source.json']) {
          const outcomes = await ingestAll({ 'a.txt': prose, [name]: bytes });
          expect(outcomes.filter(({ record_type }) => record_type !== 'warning')).toHaveLength(1);
        }
      }),
      { numRuns: 60 },
    );
  });
});

test('any string has an outline in order and inside it', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...'#-*>`\n\r \t1.)ab\ud800é'), maxLength: 200 }), (text) => {
      let last = 0;
      for (const { start, end } of markdownOutline(text)) {
        expect(start).toBeGreaterThanOrEqual(last);
        expect(end).toBeGreaterThan(start);
        last = end;
      }
      expect(last).toBeLessThanOrEqual(text.length);
    }),
  );
});

test('long input of one kind takes no long time', async () => {
  const hard = ['#', '- ', '> ', '<', '&', '<p>', '"', '{"a":', '---\n', ' ', '\n', 'a', '\u{1f600}', '<!--', '!['];
  const start = performance.now();
  for (const unit of hard) {
    const content = unit.repeat(Math.ceil(50_000 / unit.length));
    await ingestAll({ 'a.txt': content, 'b.md': content, 'c.html': content, 'd.jsonl': content });
  }
  expect(performance.now() - start).toBeLessThan(40_000);
});
