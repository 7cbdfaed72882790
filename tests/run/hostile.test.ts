import { existsSync, readFileSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { buildHere, newFolder, writeTree } from './world.ts';

const prose =
  'The river burst its banks on Tuesday night and flooded the lower town, Mayor Ana Ruiz said. About 40 people were evacuated.';
let made = 0;
/** A text that no other file has. */
const text = (): string => `${prose} This is report number ${++made} of the council.`;

const names = [
  'line\nfeed.txt',
  '"quoted", and commas.txt',
  "'; rm -rf ~ ;'.txt",
  '$(id) `id` %s.txt',
  '-rf.txt',
  '=1+1.txt',
  '__proto__.txt',
  'constructor.md',
  '\u202etxt.exe.txt',
  'née \u{1f600}.txt',
  'a b\tc.txt',
  '__proto__/toString.txt',
];

describe('a raw folder that means harm', () => {
  const raw = writeTree(newFolder(), Object.fromEntries(names.map((name) => [name, text()])));
  writeTree(raw, {
    'secret.meta.json':
      '{"__proto__": {"polluted": true}, "constructor": {"prototype": {"polluted": true}}, "title": "T"}',
    'secret.txt': text(),
    'formula.meta.json': JSON.stringify({ title: '=HYPERLINK("http://evil.example","x")', byline: '@SUM(A1)' }),
    'formula.txt': text(),
    'page.html': `<html><body><article><h1 onclick="x()">News</h1><p>${text()}</p><script>globalThis.polluted = 1</script><p>${text()}</p><img src=x onerror="globalThis.polluted=1"></article></body></html>`,
    'yaml.md': `---\ntitle: !!js/function "function(){ globalThis.polluted = 1 }"\na: &a [x, x]\nb: [*a, *a]\n---\n${text()}`,
    'bomb.txt.gz': gzipSync(Buffer.alloc(30_000_000, 'a')),
    'deep.jsonl': `${'[{"a":'.repeat(100_000)}\n${JSON.stringify({ text: text(), ['__proto__']: 1 })}\n`,
    'long.jsonl': `{"text": "${'x '.repeat(9_000_000)}"}\n`,
    'binary.txt': new Uint8Array(4096).map((_, i) => i * 31),
  });
  symlinkSync('/etc', path.join(raw, 'etc'));
  symlinkSync('/etc/hostname', path.join(raw, 'host.txt'));
  symlinkSync('loop.txt', path.join(raw, 'loop.txt'));
  symlinkSync('..', path.join(raw, 'up'));
  const output = newFolder();
  const rows = (table: string): Record<string, string>[] =>
    JSON.parse(readFileSync(path.join(output, 'latest', 'json', `${table}.json`), 'utf8'));

  it('is published and checked, each file an article or a reject', { timeout: 120_000 }, async () => {
    expect(await buildHere(raw, output)).toMatchObject({ status: 'published' });
    const articles = rows('articles').map(({ source_file }) => source_file);
    for (const name of [...names, 'secret.txt', 'formula.txt', 'page.html', 'deep.jsonl#2'])
      expect(articles).toContain(name);
    const rejects = Object.fromEntries(rows('rejects').map((row) => [row.source_file, row.reason_code]));
    expect(rejects).toMatchObject({
      'bomb.txt.gz': 'gzip_bomb',
      'deep.jsonl': 'invalid_json',
      'long.jsonl': 'too_large',
      'binary.txt': 'binary',
      etc: 'path_outside',
      'host.txt': 'path_outside',
      'loop.txt': 'symlink_loop',
    });
    expect(existsSync(path.join(output, 'latest', 'texts'))).toBe(false);
  });

  it('runs nothing and changes nothing in the program', () => {
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
    expect(Object.hasOwn(globalThis, 'polluted')).toBe(false);
    expect(JSON.stringify(rows('articles'))).not.toContain('onerror');
  });

  it('has no cell in the spreadsheets that would be run', () => {
    for (const table of ['articles', 'rejects', 'mentions']) {
      const sheet = readFileSync(path.join(output, 'latest', 'excel', `${table}.csv`), 'utf8').slice(1);
      for (const record of Papa.parse<string[]>(sheet).data) {
        for (const cell of record) if (!/^[+-]?[\d.]+(e[+-]\d+)?$/.test(cell)) expect(cell).not.toMatch(/^[=+\-@\t\r]/);
      }
    }
  });
});
