import { gzipSync } from 'node:zlib';

/** What a record of an archive is made of. */
export interface RecordParts {
  readonly type?: string;
  readonly url?: string;
  readonly date?: string;
  /** The head of the answer, without its status line. */
  readonly http?: readonly string[];
  readonly status?: string;
  readonly body?: string | Uint8Array;
  /** More lines of the record's own head. */
  readonly warc?: readonly string[];
  /** What the record says its length is, where that is not true. */
  readonly length?: number | string;
}

/** A record as archives hold it. */
export function record(parts: RecordParts): Buffer {
  const { type = 'response', url = 'http://northline.example/flood', date = '2026-05-14T08:00:00Z', warc = [] } = parts;
  const { http = ['Content-Type: text/html; charset=utf-8'], status = 'HTTP/1.1 200 OK', body = '' } = parts;
  const answer = type === 'response' ? Buffer.from(`${[status, ...http].join('\r\n')}\r\n\r\n`) : Buffer.alloc(0);
  const block = Buffer.concat([answer, Buffer.from(body)]);
  const head = [
    'WARC/1.0',
    `WARC-Type: ${type}`,
    `WARC-Target-URI: ${url}`,
    `WARC-Date: ${date}`,
    ...warc,
    `Content-Length: ${parts.length ?? block.length}`,
  ];
  return Buffer.concat([Buffer.from(`${head.join('\r\n')}\r\n\r\n`), block, Buffer.from('\r\n\r\n')]);
}

/** Records one after the other, each compressed by itself. */
export const compressed = (records: readonly Uint8Array[]): Buffer =>
  Buffer.concat(records.map((bytes) => gzipSync(bytes)));

/** A page with an article in it. */
export const page = (title: string, text: string): string =>
  `<!doctype html><html lang="en"><head><title>${title}</title></head><body><article><h1>${title}</h1><p>${text}</p></article></body></html>`;
