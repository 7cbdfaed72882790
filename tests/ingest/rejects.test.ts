import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { ingest } from '#pipeline/ingest/index.ts';
import { layerReader } from '#pipeline/ingest/layers.ts';
import { limitsFor, type SourceProblem } from '#pipeline/ingest/source.ts';
import { all, type Files, ingestAll, prose, rejectOf } from './sources.ts';

const small = limitsFor(1000);

const cases: [name: string, files: Files, code: string, message: RegExp][] = [
  ['no bytes', { 'a.txt': '' }, 'empty', /^a\.txt: holds no bytes; remove/],
  ['white space', { 'a.txt': ' \r\n\t\u00a0\n' }, 'empty', /^a\.txt: holds no text; /],
  ['only a byte order mark', { 'a.txt': '\ufeff' }, 'empty', /holds no text/],
  ['only front matter', { 'a.md': '---\ntitle: x\n---\n' }, 'empty', /^a\.md: holds no text/],
  ['NUL', { 'a.txt': `${prose}\0` }, 'binary', /NUL at byte 146; save it as UTF-8/],
  ['a PDF', { 'a.txt': '%PDF-1.7 …' }, 'binary', /^a\.txt: a PDF file, not text/],
  ['gzip without .gz', { 'a.txt': gzipSync(prose) }, 'binary', /a gzip file/],
  ['Latin-1 undeclared', { 'a.txt': Buffer.from('Caf\xe9', 'latin1') }, 'undecodable', /not UTF-8 at byte 3; re-save/],
  ['cut UTF-8', { 'a.txt': Buffer.from([0x41, 0xc3]) }, 'undecodable', /not UTF-8 at byte 1;/],
  ['wrong behind the mark', { 'a.txt': Buffer.from([0xef, 0xbb, 0xbf, 0x41, 0xff]) }, 'undecodable', /at byte 4;/],
  ['odd UTF-16', { 'a.txt': Buffer.from([0xff, 0xfe, 0x41]) }, 'undecodable', /not UTF-16LE at byte 2;/],
  ['lone surrogate in UTF-16', { 'a.txt': Buffer.from([0xff, 0xfe, 0, 0xd8, 0x41, 0]) }, 'undecodable', /UTF-16LE/],
  ['unknown extension', { 'a.docx': 'x' }, 'unknown_format', /^a\.docx: not a format that is read \(\.txt \.md/],
  ['no extension', { notes: 'x' }, 'unknown_format', /^notes: /],
  [
    'sidecar with a wrong day',
    sidecar('{"published_on": "2026-02-30"}'),
    'invalid_metadata',
    /^a\.meta\.json: published_on "2026-02-30" must be a day of the calendar, written like 2026-04-20; correct/,
  ],
  ['sidecar with a year', sidecar('{"published_on": 2026}'), 'invalid_metadata', /published_on 2026 must be text/],
  [
    'sidecar with wrong rights',
    sidecar('{"rights": "all"}'),
    'invalid_metadata',
    /rights "all" must be one of full, snippet/,
  ],
  [
    'sidecar with a path as url',
    sidecar('{"url": "/news/1"}'),
    'invalid_metadata',
    /url "\/news\/1" must be an address/,
  ],
  ['sidecar with a script as url', sidecar('{"url": "javascript:alert(1)"}'), 'invalid_metadata', /url "javascript/],
  [
    'sidecar with a language',
    sidecar('{"language": "English!"}'),
    'invalid_metadata',
    /language "English!" must be a lang/,
  ],
  [
    'sidecar with an encoding',
    sidecar('{"encoding": "utf-9"}'),
    'invalid_metadata',
    /encoding "utf-9" must be an encod/,
  ],
  ['sidecar with half a character', sidecar('{"title": "\\ud800"}'), 'invalid_metadata', /title .* well-formed/],
  ['sidecar with a list', sidecar('{"byline": ["A", "B"]}'), 'invalid_metadata', /byline \["A","B"\] must be text/],
  ['broken sidecar', sidecar('{"title": '), 'invalid_metadata', /^a\.meta\.json: not JSON; /],
  ['sidecar that is a list', sidecar('[]'), 'invalid_metadata', /must be a JSON object/],
  [
    'sidecar that is not UTF-8',
    sidecar(Buffer.from([0x22, 0xe9])),
    'invalid_metadata',
    /^a\.meta\.json: not UTF-8 at byte 1/,
  ],
  ['broken defaults', { 'x/source.json': '{', 'x/y/a.txt': prose }, 'invalid_metadata', /^x\/source\.json: not JSON/],
  [
    'wrong front matter',
    { 'a.md': `---\npublished_on: 2026-13-01\n---\n${prose}` },
    'invalid_metadata',
    /^a\.md \(front matter\): published_on "2026-13-01" must be a day/,
  ],
  [
    'front matter that is no YAML',
    { 'a.md': `---\ntitle: "x\n---\n${prose}` },
    'invalid_metadata',
    /is not YAML at line 3/,
  ],
  [
    'declared Slovene',
    sidecar('{"language": "sl"}'),
    'unsupported_language',
    /\(sl\), where a\.meta\.json says sl; only/,
  ],
  [
    'German',
    { 'a.txt': 'Der Fluss trat am Dienstag über die Ufer und überschwemmte die Stadt, teilte die Feuerwehr mit.' },
    'unsupported_language',
    /written in another language \(de\); only English/,
  ],
  ['too short to tell', { 'a.txt': 'Bilbao 2 Milan 1' }, 'unsupported_language', /too short to tell/],
  [
    'page without an article',
    { 'a.html': '<html><body><p>Log in</p></body></html>' },
    'no_article',
    /^a\.html: a page without/,
  ],
  [
    'page of links',
    { 'a.html': `<html><body>${'<p><a href="/x">All of this is a link to something else.</a></p>'.repeat(40)}` },
    'no_article',
    /\(0 words\)/,
  ],
  [
    'gzip cut short',
    { 'a.txt.gz': gzipSync(prose).subarray(0, 40) },
    'corrupt_gzip',
    /^a\.txt\.gz: not gzip, or cut short/,
  ],
  ['not gzip', { 'a.txt.gz': prose }, 'corrupt_gzip', /incorrect header check/],
  ['gzip bomb', { 'a.txt.gz': gzipSync(Buffer.alloc(50_000_000, 'a')) }, 'gzip_bomb', /more than 200 times as many/],
  ['bomb of lines', { 'a.jsonl.gz': gzipSync(Buffer.alloc(50_000_000, '\n')) }, 'gzip_bomb', /more than 200 times/],
];

function sidecar(content: string | Uint8Array): Files {
  return { 'a.txt': prose, 'a.meta.json': content };
}

describe('refused, with file, place, value and remedy', () => {
  test.each(cases)('%s', async (_, files, code, message) => {
    const reject = await rejectOf(files);
    expect(reject.reason_code).toBe(code);
    expect(reject.message).toMatch(message);
    expect(reject.stage).toBe('ingest');
    expect(reject.source_sha256).toMatch(/^[0-9a-f]{64}$/);
  });

  test('a text over the limit', async () => {
    const reject = await rejectOf({ 'a.txt': prose.repeat(7) }, small);
    expect(reject).toMatchObject({ reason_code: 'too_large', message: expect.stringMatching(/limit of 1000 bytes/) });
  });

  test('a file so large that it is not read to its end for the text', async () => {
    const reject = await rejectOf({ 'a.txt': prose.repeat(100) }, small);
    expect(reject).toMatchObject({ reason_code: 'too_large', message: expect.stringMatching(/limit of 8000 bytes/) });
    expect(reject.source_sha256).toMatch(/^[0-9a-f]{64}$/);
  });
});

describe('what the disk says', () => {
  const context = { limits: limitsFor(), readLayer: layerReader(() => Promise.reject(new Error('none'))) };
  const problems: SourceProblem[] = [
    { code: 'path_outside', message: 'points to /etc/passwd; copy the file' },
    { code: 'symlink_loop', message: 'points to itself; remove it' },
    { code: 'unreadable', message: 'a socket; remove it' },
  ];
  test.each(problems)('$code', async (problem) => {
    const open = () => {
      throw new Error('opened');
    };
    const outcomes = await all(ingest({ path: 'a.txt', metadata: [], problem, open }, context));
    expect(outcomes).toMatchObject([
      { record_type: 'reject', reason_code: problem.code, message: `a.txt: ${problem.message}`, source_sha256: null },
    ]);
  });

  test('a file that fails while it is read', async () => {
    async function* open(): AsyncGenerator<Uint8Array> {
      yield Buffer.from(prose);
      throw Object.assign(new Error('EIO: i/o error, read'), { code: 'EIO' });
    }
    for (const path of ['a.txt', 'a.jsonl', 'a.txt.gz']) {
      const outcomes = await all(ingest({ path, metadata: [], open }, context));
      expect(outcomes.at(-1)).toMatchObject({ record_type: 'reject', source_sha256: null });
    }
    const [reject] = await all(ingest({ path: 'a.txt', metadata: [], open }, context));
    expect(reject).toMatchObject({
      reason_code: 'unreadable',
      message: expect.stringMatching(/^a\.txt: cannot be read \(EIO\)/),
    });
  });

  test('a sidecar that cannot be read refuses its article', async () => {
    const open = () => Promise.reject(new Error('opened'));
    const metadata = [{ path: 'a.meta.json', role: 'sidecar' as const }];
    const source = { path: 'a.txt', metadata, open: async function* () {} };
    const outcomes = await all(ingest(source, { ...context, readLayer: layerReader(open) }));
    expect(outcomes).toMatchObject([
      { reason_code: 'invalid_metadata', message: expect.stringMatching(/^a\.meta\.json: cannot/) },
    ]);
  });
});

test('one broken file does not touch the others', async () => {
  const outcomes = await ingestAll({ 'a.txt': '', 'b.txt': prose, 'c.exe': 'MZ' });
  expect(outcomes.map(({ record_type }) => record_type)).toEqual(['reject', 'article', 'reject']);
});
