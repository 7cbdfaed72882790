import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { Refusal } from '#pipeline/ingest/refusal.ts';
import { limitsFor } from '#pipeline/ingest/source.ts';
import { inTime } from '#pipeline/ingest/warc/in-time.ts';
import { articleOf, articlesIn, ingestAll, prose, rejectsIn, warningsIn } from '../sources.ts';
import { compressed, page, record } from './archive.ts';

const text = `${prose} ${prose.replaceAll('river', 'stream')}`;
const body = page('Flood', text);
const url = (name: string): string => `http://northline.example/${name}`;
const good = (name: string): Buffer => record({ url: url(name), body: page(name, `${name}. ${text}`) });
const around = [
  record({ type: 'warcinfo', body: 'software: x\r\n' }),
  record({ type: 'request', body: 'GET / HTTP/1.1\r\n\r\n' }),
];
const forms = [
  ['w.warc', (records: readonly Buffer[]): Buffer => Buffer.concat(records)],
  ['w.warc.gz', compressed],
  ['whole.warc.gz', (records: readonly Buffer[]): Buffer => gzipSync(Buffer.concat(records))],
] as const;

describe.each(forms)('%s', (name, pack) => {
  test.each([1, 1000, 1 << 16])(
    'pages are articles, what describes the crawl is counted (chunks of %i)',
    async (chunk) => {
      const outcomes = await ingestAll(
        { [name]: pack([...around, good('a'), around[1]!, good('b')]) },
        limitsFor(),
        chunk,
      );
      expect(articlesIn(outcomes)).toMatchObject([
        { source_file: `${name}#3`, url: url('a'), title: 'a', format: 'warc', text: `a. ${text}` },
        { source_file: `${name}#5`, url: url('b'), title: 'b' },
      ]);
      expect(rejectsIn(outcomes)).toEqual([]);
      expect(warningsIn(outcomes)).toEqual([
        `${name}: records about the crawl were passed over: 2 request, 1 warcinfo`,
      ]);
    },
  );

  test.each([
    ['longer than it is', record({ body, length: 40_000 })],
    ['shorter than it is', record({ body, length: 300 })],
    ['of nothing', record({ body, length: 0 })],
    ['that is no number', record({ body, length: 'many' })],
    ['that is huge', record({ body, length: 30_000 })],
  ])('a record with a length %s is refused, and the next one is read', async (_, wrong) => {
    const outcomes = await ingestAll({ [name]: pack([good('a'), wrong, good('b')]) });
    expect(articlesIn(outcomes).map(({ title }) => title)).toEqual(['a', 'b']);
    expect(rejectsIn(outcomes)).toMatchObject([{ source_file: name, record: 2, reason_code: 'broken_record' }]);
    expect(articlesIn(outcomes)[1]!.source_file).toBe(`${name}#3`);
  });

  test('a record over the limit is passed over, not held', async () => {
    const huge = record({ url: url('huge'), body: page('huge', 'word '.repeat(60_000)) });
    const outcomes = await ingestAll(
      { [name]: pack([good('a'), huge, good('b')]) },
      { ...limitsFor(10_000), inflationRatio: 5000 },
    );
    expect(articlesIn(outcomes).map(({ title }) => title)).toEqual(['a', 'b']);
    expect(rejectsIn(outcomes)).toMatchObject([{ record: 2, reason_code: 'too_large' }]);
  });

  test('what the file breaks off in is refused', async () => {
    const whole = pack([good('a'), good('b')]);
    const outcomes = await ingestAll({ [name]: whole.subarray(0, whole.length - 20) });
    expect(articlesIn(outcomes).map(({ title }) => title)).toEqual(['a']);
    const reason_code = name === 'w.warc' ? 'broken_record' : 'corrupt_gzip';
    expect(rejectsIn(outcomes)).toMatchObject([{ record: 2, reason_code }]);
  });

  test('without a record it is refused as a whole', async () => {
    expect(await ingestAll({ [name]: pack([Buffer.from('\r\n')]) })).toMatchObject([
      { record: null, reason_code: 'empty' },
    ]);
  });
});

test('a record of an unknown type is refused; an archive of none but requests is', async () => {
  expect(rejectsIn(await ingestAll({ 'w.warc': record({ type: 'respond', body }) }))).toMatchObject([
    { record: 1, reason_code: 'broken_record', message: expect.stringMatching(/WARC-Type: respond/) },
  ]);
  expect(rejectsIn(await ingestAll({ 'w.warc': Buffer.concat(around) }))).toMatchObject([
    { record: null, reason_code: 'empty', message: expect.stringMatching(/no page that a server gave/) },
  ]);
});

test('a page on which the program does not end costs itself', () => {
  const endless = (): never => {
    for (;;);
  };
  expect(inTime(endless, 50)).toBeNull();
  expect(inTime(() => 'page', 50)).toEqual({ value: 'page' });
  const refuse = (): never => {
    throw new Refusal('empty', 'x');
  };
  expect(() => inTime(refuse, 50)).toThrow(Refusal);
});

describe('a compressed archive', () => {
  const damage = (bytes: Buffer, at: number): Buffer => {
    const copy = Buffer.from(bytes);
    copy[at]! ^= 0x55;
    return copy;
  };
  const members = [good('a'), good('b'), good('c')].map((bytes) => gzipSync(bytes));

  test.each([
    ['cut', (member: Buffer) => member.subarray(0, member.length / 2)],
    ['cut in its checksum', (member: Buffer) => member.subarray(0, member.length - 3)],
    ['with another checksum', (member: Buffer) => damage(member, member.length - 6)],
    ['with a wrong bit', (member: Buffer) => damage(member, member.length >> 1)],
    ['without a head', (member: Buffer) => member.subarray(10)],
  ])('loses no more than the member that is %s', async (_, harm) => {
    for (const chunk of [7, 1 << 16]) {
      const file = Buffer.concat([members[0]!, harm(members[1]!), members[2]!]);
      const outcomes = await ingestAll({ 'w.warc.gz': file }, limitsFor(), chunk);
      expect(articlesIn(outcomes).map(({ title }) => title)).toEqual(['a', 'c']);
      expect(rejectsIn(outcomes)).toMatchObject([{ record: 2, reason_code: 'corrupt_gzip' }]);
    }
  });

  test('an archive inside a page is no archive', async () => {
    const nested = record({ url: url('x.warc.gz'), http: ['Content-Type: application/gzip'], body: members[1]! });
    const outcomes = await ingestAll({
      'w.warc.gz': Buffer.concat([members[0]!, gzipSync(nested, { level: 0 }), members[2]!]),
    });
    expect(articlesIn(outcomes).map(({ title }) => title)).toEqual(['a', 'c']);
    expect(rejectsIn(outcomes)).toMatchObject([{ record: 2, reason_code: 'not_html' }]);
  });

  test('a bomb is refused and the next record is read', async () => {
    const bomb = gzipSync(record({ body: Buffer.alloc(1 << 24) }));
    const outcomes = await ingestAll({ 'w.warc.gz': Buffer.concat([members[0]!, bomb, members[2]!]) });
    expect(articlesIn(outcomes).map(({ title }) => title)).toEqual(['a', 'c']);
    expect(rejectsIn(outcomes)).toMatchObject([{ record: 2, reason_code: 'gzip_bomb' }]);
  });
});

describe('what is no page', () => {
  test.each([
    ['http_status', /answered "HTTP\/1.1 404 Not Found", not 200/, { status: 'HTTP/1.1 404 Not Found' }],
    [
      'http_status',
      /301 Moved" to "http:\/\/x.example\/"/,
      { status: 'HTTP/1.1 301 Moved', http: ['Location: http://x.example/'] },
    ],
    ['not_html', /an answer of type image\/png/, { http: ['Content-Type: image/png'] }],
    ['not_html', /an answer of unknown type/, { http: [] }],
    ['not_html', /a revisit/, { type: 'revisit' }],
    ['not_html', /the answer to dns:northline.example/, { url: 'dns:northline.example' }],
    ['broken_record', /WARC-Truncated: length/, { warc: ['WARC-Truncated: length'] }],
    [
      'broken_record',
      /of the 90000 bytes that the server announced/,
      { http: ['Content-Type: text/html', 'Content-Length: 90000'] },
    ],
    [
      'broken_record',
      /cannot be decoded from gzip/,
      { http: ['Content-Type: text/html', 'Content-Encoding: gzip'], body: gzipSync(body).subarray(0, 200) },
    ],
    [
      'too_large',
      /over the limit/,
      { http: ['Content-Type: text/html', 'Content-Encoding: gzip'], body: gzipSync(Buffer.alloc(1 << 25)) },
    ],
    ['undecodable', /not UTF-8 at byte/, { body: Buffer.from(body.replace('river', 'r\u00edver'), 'latin1') }],
    ['no_article', /a page without an article/, { body: '<html><body><a href="/">Home</a></body></html>' }],
    [
      'unsupported_language',
      /another language|not English/,
      {
        body: page(
          'Poplava',
          'Reka je v torek zvečer prestopila bregove in poplavila spodnji del mesta, so povedali gasilci. '.repeat(4),
        ),
      },
    ],
  ])('is refused as %s: %s', async (code, message, parts) => {
    const outcomes = await ingestAll({ 'w.warc': Buffer.concat([record({ body, ...parts }), good('z')]) });
    expect(rejectsIn(outcomes)).toMatchObject([
      { record: 1, reason_code: code, message: expect.stringMatching(message) },
    ]);
    expect(articlesIn(outcomes)).toHaveLength(1);
  });
});

describe('how a page was sent', () => {
  const chunkedBody = (bytes: Buffer): Buffer =>
    Buffer.concat([Buffer.from(`${bytes.length.toString(16)}\r\n`), bytes, Buffer.from('\r\n0\r\n\r\n')]);
  test.each([
    ['gzip', gzipSync(body)],
    ['gzip', Buffer.from(body)],
    ['deflate', deflateSync(body)],
    ['deflate', deflateRawSync(body)],
    ['br', brotliCompressSync(body)],
    ['br', Buffer.from(body)],
  ])('%s, in one piece and in chunks', async (coding, sent) => {
    const http = ['Content-Type: text/html', `Content-Encoding: ${coding}`];
    const plain = await articleOf({ 'w.warc': record({ http, body: sent }) });
    const chunked = await articleOf({
      'w.warc': record({ http: [...http, 'Transfer-Encoding: chunked'], body: chunkedBody(sent) }),
    });
    expect(plain.text).toBe(text);
    expect(chunked.text).toBe(plain.text);
  });

  test.each([
    ['what the server says, where the page is no UTF-8', 'text/html; charset=ISO-8859-1', 'latin1', ''],
    ['what the page says, where the server is silent', 'text/html', 'latin1', '<meta charset="windows-1252">'],
    ['UTF-8 before what the server says', 'text/html; charset=ISO-8859-1', 'utf8', ''],
    ['UTF-16 where the server says so', 'text/html; charset=utf-16le', 'utf16le', ''],
  ] as const)('the encoding is %s', async (_, type, encoding, meta) => {
    const markup = page('Flood', text.replace('Firefighters', 'José’s'.replace('’', "'"))).replace(
      '<head>',
      `<head>${meta}`,
    );
    const article = await articleOf({
      'w.warc': record({ http: [`Content-Type: ${type}`], body: Buffer.from(markup, encoding) }),
    });
    expect(article.text).toContain("José's brought");
  });

  test('a day of publication is the page’s, unless it comes after the page was fetched', async () => {
    const dated = (day: string): Buffer =>
      record({
        url: url(day),
        body: body.replace('<head>', `<head><meta property="article:published_time" content="${day}">`),
      });
    const outcomes = await ingestAll({
      'w.warc': Buffer.concat(['2026-05-12', '2026-05-14', '2026-05-16'].map(dated)),
    });
    expect(articlesIn(outcomes).map(({ published_on }) => published_on)).toEqual(['2026-05-12', '2026-05-14', null]);
  });

  test('sidecar and folder say what the page does not', async () => {
    const article = await articleOf({
      'w.warc': good('a'),
      'w.meta.json': '{"license": "CC0-1.0", "url": "http://other.example/"}',
      'source.json': '{"publisher": "Northline"}',
    });
    expect(article).toMatchObject({ license: 'CC0-1.0', publisher: 'Northline', url: url('a') });
  });
});
