import { describe, expect, test } from 'vitest';
import { type Entry, listSources } from '#pipeline/ingest/listing.ts';

const files = (...paths: string[]): Entry[] => paths.map((path) => ({ path, kind: 'file' }));
const pathsOf = (entries: Entry[]): string[] => listSources(entries).sources.map(({ path }) => path);

describe('which files may hold articles', () => {
  test('in code-unit order, whatever the order of the disk', () => {
    const paths = ['a/é.txt', 'b.txt', 'B.txt', 'a.txt', 'a/z.txt', 'a-b/c.txt'];
    expect(pathsOf(files(...paths))).toEqual([...paths].sort());
    expect(pathsOf(files(...paths.reverse()))).toEqual([...paths].sort());
  });

  test.each([
    'source.json',
    'x/source.json',
    'README.md',
    'x/readme',
    'LICENSE',
    'licence.txt',
    'LICENSE-MIT',
    'expected-rejects.json',
    'release.json',
    '.gitignore',
    '.git/a.txt',
    'x/.cache/a.txt',
  ])('%s is none', (path) => {
    expect(listSources(files(path))).toEqual({ sources: [], warnings: [] });
  });

  test.each([
    'license-fees-rise.txt',
    'readme-first.md',
    'x/expected-rejects.json',
    'x/release.json',
    'my-source.json',
    'data.json',
    'README.html',
    'source.json.txt',
  ])('%s is one, or a reject', (path) => {
    expect(pathsOf(files(path))).toEqual([path]);
  });

  test('folders are none; what is neither file nor folder is a problem', () => {
    const { sources } = listSources([
      { path: 'x', kind: 'directory' },
      { path: 'x/pipe.txt', kind: 'other' },
    ]);
    expect(sources).toMatchObject([{ path: 'x/pipe.txt', problem: { code: 'unreadable' } }]);
  });
});

describe('what describes a file', () => {
  const metadataOf = (path: string, ...others: string[]): string[] =>
    listSources(files(path, ...others))
      .sources.find((source) => source.path === path)!
      .metadata.map((file) => file.path);

  test.each([
    ['a.txt', 'a.meta.json'],
    ['x/a.b.html', 'x/a.b.meta.json'],
    ['a.TXT.GZ', 'a.meta.json'],
    ['2026-04.jsonl.gz', '2026-04.meta.json'],
  ])('%s has the sidecar %s', (path, sidecar) => {
    expect(metadataOf(path, sidecar, 'y/source.json', 'other.meta.json')).toEqual([sidecar]);
  });

  test('the sidecar, then source.json from the nearest folder outwards', () => {
    expect(
      metadataOf('x/y/a.txt', 'source.json', 'x/source.json', 'x/y/source.json', 'x/y/a.meta.json', 'x/yy/source.json'),
    ).toEqual(['x/y/a.meta.json', 'x/y/source.json', 'x/source.json', 'source.json']);
  });

  test('a sidecar whose article is gone is reported', () => {
    expect(listSources(files('x/a.meta.json', 'a.txt')).warnings).toMatchObject([
      {
        source_file: 'x/a.meta.json',
        message: expect.stringMatching(/^x\/a\.meta\.json: describes nothing: no a\.txt/),
      },
    ]);
  });

  test('a sidecar that the disk does not give keeps its problem', () => {
    const problem = { code: 'path_outside', message: 'points to /etc/passwd' } as const;
    const { sources } = listSources([
      { path: 'a.txt', kind: 'file' },
      { path: 'a.meta.json', kind: 'other', problem },
    ]);
    expect(sources[0]!.metadata).toEqual([{ path: 'a.meta.json', role: 'sidecar', problem }]);
  });
});
