import { brotliDecompressSync, gunzipSync, inflateRawSync, inflateSync } from 'node:zlib';
import type { StatusAndHeaders, WARCRecord } from 'warcio';
import { tooLarge } from '../bytes.ts';
import { Refusal } from '../refusal.ts';
import { headLimit } from './frames.ts';

/** What an archive holds of a page: who answered what, when. */
export interface Response {
  readonly url: string | null;
  /** When it was fetched, as the archive writes it. */
  readonly fetchedAt: string | null;
  /** The encoding that the server named, as it wrote it. */
  readonly charset: string | null;
  readonly body: Uint8Array;
}

/** What describes the crawl, not a page: passed over and counted. */
export interface Passed {
  readonly type: string;
}

/** Types of records that hold what was asked, or what others made of pages. */
const aboutCrawl: ReadonlySet<string> = new Set([
  'warcinfo',
  'request',
  'metadata',
  'resource',
  'conversion',
  'continuation',
]);

/** Reads a record as `warcio` understands it. Throws a `Refusal` where it holds an answer that is no page. */
export async function readResponse(bytes: Uint8Array, place: string, limit: number): Promise<Response | Passed> {
  const { AsyncIterReader, WARCParser } = await import('warcio');
  refuseEndlessHead(bytes, place);
  const record = await new WARCParser(new AsyncIterReader([bytes], null)).parse();
  if (!record) throw broken(place, 'has a head that cannot be read');
  const type = (record.warcType ?? 'untyped').toLowerCase();
  if (type === 'revisit') throw notHtml(place, 'a revisit, which repeats a page archived elsewhere without its bytes');
  if (aboutCrawl.has(type)) return { type };
  if (type !== 'response') throw broken(place, `is of a type that no archive has (WARC-Type: ${type.slice(0, 40)})`);
  const http = record.httpHeaders;
  if (!isHttp(record) || !http) throw notHtml(place, `the answer to ${record.warcTargetURI ?? 'no address'}`);
  checkAnswer(record, http, place);
  const isChunked = /\bchunked\b/i.test(header(http, 'Transfer-Encoding') ?? '');
  const sent = await new AsyncIterReader(record.reader, null, isChunked).readFully();
  checkLength(sent, http, place);
  return {
    url: record.warcTargetURI ?? null,
    fetchedAt: record.warcDate ?? null,
    charset: charsetOf(header(http, 'Content-Type')),
    body: inflated(sent, header(http, 'Content-Encoding'), place, limit),
  };
}

const header = (http: StatusAndHeaders, name: string): string | null => http.headers.get(name) ?? null;

const isHttp = (record: WARCRecord): boolean => /^https?:/i.test(record.warcTargetURI ?? '');

/** Its parser looks for the end of the HTTP head however far away. */
function refuseEndlessHead(bytes: Uint8Array, place: string): void {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 2 * headLimit)).toString('latin1');
  const isResponse = /^warc-type:[ \t]*response/im.test(head.slice(0, head.indexOf('\r\n\r\n')));
  const isEnded = head.indexOf('\r\n\r\n', head.indexOf('\r\n\r\n') + 4) !== -1;
  if (isResponse && !isEnded) throw broken(place, `has no end of its HTTP head within ${headLimit} bytes`);
}

function checkAnswer(record: WARCRecord, http: StatusAndHeaders, place: string): void {
  if (http.statusCode !== 200) {
    const to = header(http, 'Location');
    const where = to ? ` to ${JSON.stringify(to.slice(0, 200))}` : '';
    throw new Refusal(
      'http_status',
      `${place}: answered ${statusOf(http)}${where}, not 200; only whole pages are read`,
    );
  }
  const cut = record.warcHeader('WARC-Truncated');
  if (cut) throw broken(place, `was cut short by whoever archived it (WARC-Truncated: ${cut})`);
  const type = header(http, 'Content-Type') ?? record.warcHeader('WARC-Identified-Payload-Type') ?? '';
  if (!/^\s*(?:text\/html|application\/xhtml\+xml)\s*(?:;|$)/i.test(type)) {
    throw notHtml(place, type === '' ? 'an answer of unknown type' : `an answer of type ${type.slice(0, 80)}`);
  }
}

const statusOf = ({ statusline }: StatusAndHeaders): string => JSON.stringify(statusline.slice(0, 80));

/** An answer that is shorter than the server said broke off. Coded ones may be archived decoded. */
function checkLength(sent: Uint8Array, http: StatusAndHeaders, place: string): void {
  const stated = header(http, 'Content-Length');
  const isCoded = header(http, 'Content-Encoding') !== null || header(http, 'Transfer-Encoding') !== null;
  if (isCoded || stated === null || !/^\d{1,15}$/.test(stated) || sent.length >= Number(stated)) return;
  throw broken(place, `has ${sent.length} of the ${stated} bytes that the server announced`);
}

const charsetOf = (type: string | null): string | null =>
  /;\s*charset\s*=\s*["']?\s*([\w.:-]+)/i.exec(type ?? '')?.[1] ?? null;

const isGzip = ([a, b]: Uint8Array): boolean => a === 0x1f && b === 0x8b;

/** The body without its coding. Archives may hold it decoded under the head that was sent. */
function inflated(body: Uint8Array, coding: string | null, place: string, limit: number): Uint8Array {
  const options = { maxOutputLength: limit };
  try {
    switch (coding?.trim().toLowerCase()) {
      case 'gzip':
      case 'x-gzip':
        return isGzip(body) ? gunzipSync(body, options) : body;
      case 'deflate':
        return body[0] === 0x78
          ? inflateSync(body, options)
          : looksLikeMarkup(body)
            ? body
            : inflateRawSync(body, options);
      case 'br':
        return looksLikeMarkup(body) ? body : brotliDecompressSync(body, options);
      default:
        return body;
    }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE') throw tooLarge(place, limit);
    throw broken(place, `cannot be decoded from ${coding} (${(error as Error).message})`);
  }
}

/** Does it begin as a page does? Neither brotli nor deflate begins so. */
const looksLikeMarkup = (body: Uint8Array): boolean =>
  /^(?:\xef\xbb\xbf)?\s*<[!?a-z]/i.test(Buffer.from(body.subarray(0, 200)).toString('latin1'));

const broken = (place: string, what: string): Refusal =>
  new Refusal('broken_record', `${place}: ${what}; fetch the page again`);

const notHtml = (place: string, what: string): Refusal =>
  new Refusal('not_html', `${place}: ${what}; only answers in HTML are read`);
