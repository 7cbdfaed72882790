import { gzipSync } from 'node:zlib';
import { page, record } from './archive.ts';

/** What becomes of a record: an article, a remark about the crawl, or a reject with this code. */
export type Fate =
  | 'article'
  | 'passed'
  | 'broken_record'
  | 'corrupt_gzip'
  | 'too_large'
  | 'undecodable'
  | 'not_html'
  | 'http_status';

/** A record of a made-up crawl, compressed, and what is to become of it. */
export interface Crawled {
  readonly bytes: Buffer;
  readonly fate: Fate;
}

const places = ['Alder', 'Birch', 'Cedar', 'Hazel', 'Linden', 'Maple', 'Rowan', 'Willow'];
const prose = (n: number): string =>
  `The council of ${places[n % 8]} Bridge met on Tuesday and voted ${(n % 7) + 5} to ${n % 4} to repair ${n + 2} street lamps. ` +
  `Work will begin in spring, said Mayor Petra Novak, and will cost about ${(n % 90) + 10} million euros over ${(n % 5) + 2} years. ` +
  'Residents had asked for better lighting since the flood damaged the cables below the market square.';

const address = (n: number): string => `https://northline.example/${n}`;
const html = (n: number): string => page(`Report ${n}`, prose(n));

/** How each kind of record is made; good ones are the most. */
const kinds: readonly (readonly [fate: Fate, make: (n: number, huge: Buffer) => Buffer])[] = [
  ['article', (n) => gzipSync(record({ url: address(n), body: html(n) }))],
  ['passed', (n) => gzipSync(record({ type: 'request', url: address(n), body: 'GET / HTTP/1.1\r\n\r\n' }))],
  [
    'article',
    (n) =>
      gzipSync(
        record({
          url: address(n),
          http: ['Content-Type: text/html; charset=ISO-8859-1'],
          body: Buffer.from(html(n).replace('Petra', 'Zoë'), 'latin1'),
        }),
      ),
  ],
  ['broken_record', (n) => gzipSync(record({ url: address(n), body: html(n), length: 200 }))],
  ['corrupt_gzip', (n) => cut(gzipSync(record({ url: address(n), body: html(n) })))],
  [
    'article',
    (n) =>
      gzipSync(
        record({
          url: address(n),
          http: ['Content-Type: text/html', 'Content-Encoding: gzip'],
          body: gzipSync(html(n)),
        }),
      ),
  ],
  [
    'undecodable',
    (n) => gzipSync(record({ url: address(n), body: Buffer.from(html(n).replace('Petra', 'Zoë'), 'latin1') })),
  ],
  ['http_status', (n) => gzipSync(record({ url: address(n), status: 'HTTP/1.1 302 Found', http: ['Location: /'] }))],
  ['article', (n) => gzipSync(record({ url: address(n), body: html(n) }))],
  ['not_html', (n) => gzipSync(record({ url: address(n), http: ['Content-Type: image/gif'], body: 'GIF89a' }))],
  ['too_large', (_, huge) => huge],
  ['broken_record', (n) => gzipSync(record({ url: address(n), body: html(n), length: 'unknown' }))],
  ['corrupt_gzip', (n) => damaged(gzipSync(record({ url: address(n), body: html(n) })))],
];

const cut = (bytes: Buffer): Buffer => bytes.subarray(0, Math.floor(bytes.length * 0.7));

function damaged(bytes: Buffer): Buffer {
  const copy = Buffer.from(bytes);
  copy[copy.length - 5]! ^= 0xff;
  return copy;
}

/** A crawl of so many records, one at a time: good, broken, truncated, huge (over `limit`), in wrong encodings. */
export function* crawl(records: number, limit: number): Generator<Crawled> {
  const words = Array.from({ length: limit / 8 }, (_, i) => `${places[(i * i) % 8]} ${i}`);
  const huge = gzipSync(record({ url: address(-1), body: page('Huge', words.join(' ')) }));
  for (let n = 0; n < records; n++) {
    const [fate, make] = kinds[n % kinds.length]!;
    yield { bytes: make(n, huge), fate };
  }
}
