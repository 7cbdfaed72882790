import { expect, test } from 'vitest';
import { parseReleaseDescription } from '#pipeline/ingest/release-description.ts';
import { bytesOf } from './sources.ts';

const parse = (value: unknown) => parseReleaseDescription(bytesOf(JSON.stringify(value)));

test('what the makers of a release say of it', () => {
  const about = {
    title: 'Floods of 2026',
    creators: [
      { name: 'Northline' },
      { given_names: 'Ana', family_names: 'Zupan', orcid: 'https://orcid.org/0000-0001-2345-6789' },
    ],
    license: 'CC-BY-4.0',
    url: 'https://northline.example/floods',
    doi: '10.1234/floods.2026',
    published_on: '2026-06-01',
    version: '1.2.0',
    keywords: ['floods'],
  };
  expect(parse(about)).toEqual({ about, problem: null });
  expect(parse({})).toEqual({ about: {}, problem: null });
  expect(parse({ license: 'https://northline.example/terms' }).problem).toBeNull();
});

test.each([
  [{ titel: 'x' }, /titel/],
  [{ license: 'mine' }, /license/],
  [{ published_on: '2026-02-30' }, /published_on/],
  [{ version: 'v1' }, /version/],
  [{ url: 'javascript:alert(1)' }, /url/],
  [{ creators: [] }, /creators/],
  [{ creators: [{ given_names: 'Ana' }] }, /creators/],
  [{ doi: 'https://doi.org/10.1234/x' }, /doi/],
])('refused: %j', (value, message) => {
  expect(parse(value)).toEqual({ about: {}, problem: expect.stringMatching(message) });
});

test('not JSON, not UTF-8', () => {
  expect(parseReleaseDescription(bytesOf('{')).problem).toMatch(/^release\.json: not JSON/);
  expect(parseReleaseDescription(Buffer.from([0xff])).problem).toMatch(/not UTF-8 at byte 0/);
});
