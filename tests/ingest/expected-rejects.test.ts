import { expect, test } from 'vitest';
import { parseExpectedRejects } from '#pipeline/ingest/expected-rejects.ts';
import { bytesOf } from './sources.ts';

const parse = (value: unknown) => parseExpectedRejects(bytesOf(JSON.stringify(value)));
const entry = { source_file: 'a.txt', reason_code: 'same_text', reason: 'sent twice' };

test('a list of rejects and why they are meant', () => {
  expect(parse([entry, { ...entry, record: 3 }])).toEqual({
    expected: [entry, { ...entry, record: 3 }],
    problem: null,
  });
});

test.each([
  [[{ ...entry, reason_code: 'bad' }], /^expected-rejects\.json: .*reason_code/s],
  [[{ ...entry, reason: '' }], /\[0\]\.reason/],
  [{}, /expected array/],
])('refused: %j', (value, message) => {
  expect(parse(value)).toMatchObject({ expected: [], problem: expect.stringMatching(message) });
});

test('not JSON, not UTF-8', () => {
  expect(parseExpectedRejects(bytesOf('[')).problem).toMatch(/^expected-rejects\.json: not JSON/);
  expect(parseExpectedRejects(Buffer.from([0xff])).problem).toMatch(/not UTF-8 at byte 0/);
});
