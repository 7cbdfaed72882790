import { sha256 } from '../../identity.ts';
import { type Accepted, accept } from '../accept.ts';
import { decode } from '../decode.ts';
import type { OpenSource } from '../format.ts';
import { readPage } from '../html/read-page.ts';
import { isObject } from '../layers.ts';
import { readMetadata } from '../metadata.ts';
import { Refusal } from '../refusal.ts';

/** The article of a line, and the names in it that nobody reads. */
export interface RecordArticle extends Accepted {
  readonly unknown: readonly string[];
}

/** Reads a line: a JSON object with `text` or `html` beside the metadata. Throws a `Refusal`. */
export async function readRecord(line: Uint8Array, number: number, source: OpenSource): Promise<RecordArticle> {
  const place = `${source.path} line ${number}`;
  const { text, html, encoding, ...rest } = parseRecord(decode(line, place, { declared: source.encoding }), place);
  const { metadata, unknown } = readMetadata(Object.entries(rest), place);
  const content = contentOf(text, html, place);
  const layers = [
    { place, isOwn: true, metadata },
    { place: `${place} (page)`, isOwn: true, metadata: content.metadata },
    ...source.sidecar.map((layer) => ({ ...layer, isOwn: false })),
    ...source.defaults,
  ];
  const accepted = await accept(
    {
      format: 'jsonl',
      sourceFile: `${source.path}#${number}`,
      sourceSha256: sha256(line),
      text: content.text,
      outline: content.outline,
      layers,
      languageHint: content.language,
    },
    place,
    source.limits.textBytes,
  );
  return { ...accepted, unknown: encoding === undefined ? unknown : ['encoding', ...unknown] };
}

function parseRecord(text: string, place: string): Record<string, unknown> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new Refusal(
      'invalid_json',
      `${place}: not JSON; look for a missing quotation mark, comma or bracket, or a line break inside a string`,
    );
  }
  if (isObject(value)) return value as Record<string, unknown>;
  throw new Refusal('invalid_json', `${place}: not a JSON object; write {"text": "…"} with the metadata beside it`);
}

function contentOf(text: unknown, html: unknown, place: string): ReturnType<typeof readPage> {
  const [name, value] = given(html) ? ['html', html] : ['text', text];
  if (given(text) && given(html)) throw wrong(place, 'text and html are both given; keep one');
  if (!given(value))
    throw new Refusal('empty', `${place}: has neither text nor html; remove the line or fetch it again`);
  if (typeof value !== 'string') throw wrong(place, `${name} must be a string in quotation marks; correct it`);
  return name === 'html' ? readPage(value, place, 1) : { text: value, outline: [], metadata: {}, language: null };
}

const given = (value: unknown): boolean => value !== undefined && value !== null;
const wrong = (place: string, what: string): Refusal => new Refusal('invalid_metadata', `${place}: ${what}`);
