import { sha256 } from '../../identity.ts';
import { type Accepted, accept } from '../accept.ts';
import { isWebUrl } from '../canonical-url.ts';
import { decode, encodingOf } from '../decode.ts';
import type { OpenSource } from '../format.ts';
import { claimedEncoding } from '../html/claimed-encoding.ts';
import { readPage } from '../html/read-page.ts';
import type { Metadata } from '../metadata.ts';
import { Refusal } from '../refusal.ts';
import { inTime } from './in-time.ts';
import { type Passed, type Response, readResponse } from './response.ts';

/** Reads a record: the article of a page, or the type of what is none. Throws a `Refusal`. */
export async function readRecord(bytes: Uint8Array, number: number, source: OpenSource): Promise<Accepted | Passed> {
  const place = `${source.path} record ${number}`;
  const response = await readResponse(bytes, place, source.limits.fileBytes);
  if ('type' in response) return response;
  const { url, fetchedAt } = response;
  const markup = markupOf(response, place, source);
  const page = inTime(() => readPage(markup, place), patienceMs);
  if (page === null) throw endless(place);
  const { text, outline, metadata, language } = page.value;
  const layers = [
    { place, isOwn: true, metadata: url !== null && isWebUrl(url) ? { url } : {} },
    { place: `${place} (page)`, isOwn: true, metadata: believed(metadata, fetchedAt) },
    ...source.sidecar.map((layer) => ({ ...layer, isOwn: false })),
    ...source.defaults,
  ];
  return accept(
    {
      format: 'warc',
      sourceFile: `${source.path}#${number}`,
      sourceSha256: sha256(bytes),
      text,
      outline,
      layers,
      languageHint: language,
    },
    place,
    source.limits.textBytes,
  );
}

/** How long a page may take: a thousand times what a common one takes. A page of its own has as much from the pool. */
const patienceMs = 60_000;

const endless = (place: string): Refusal =>
  new Refusal(
    'internal_error',
    `${place}: the program took more than ${patienceMs / 1000} seconds; please report it with the page`,
  );

/** Servers name encodings that they do not use: UTF-8 is tried first, then what the server says, else what the page does. */
function markupOf({ body, charset }: Response, place: string, { encoding }: OpenSource): string {
  const sent = charset === null ? null : encodingOf(charset);
  const declared = encoding ?? (sent?.startsWith('utf-16') ? sent : null);
  return decode(body, place, { declared, claimed: (bytes) => sent ?? claimedEncoding(bytes) });
}

/** What the page says of itself, without a day of publication that comes after it was fetched, time zones aside. */
function believed({ published_on, ...rest }: Metadata, fetchedAt: string | null): Metadata {
  const fetched = Date.parse(fetchedAt ?? '');
  const isPossible = published_on && !(Date.parse(published_on) > fetched + zones);
  return isPossible ? { ...rest, published_on } : rest;
}

/** It may be the next day elsewhere already: by 14 hours at most. */
const zones = 14 * 3_600_000;
