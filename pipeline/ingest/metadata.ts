import { z } from 'zod';
import { rights } from '#schemas/vocabulary.ts';
import { isWebUrl } from './canonical-url.ts';
import { encodingOf } from './decode.ts';
import { Refusal } from './refusal.ts';

/** The names that metadata may use, each with what its value must be. Values are trimmed; empty says nothing. */
const readers = {
  title: z.string(),
  subtitle: z.string(),
  byline: z.string(),
  publisher: z.string(),
  url: z.string().refine(isWebUrl, 'must be an address that begins with http:// or https://'),
  published_on: z
    .string()
    .refine((value) => dayOf(value) !== null, 'must be a day of the calendar, written like 2026-04-20')
    .transform((value) => dayOf(value)!),
  language: z
    .string()
    .regex(/^[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{1,8})*$/, 'must be a language code such as en')
    .transform(primaryLanguage),
  license: z.string(),
  rights,
  origin: z.string(),
  encoding: z
    .string()
    .refine((value) => encodingOf(value) !== null, 'must be an encoding such as windows-1252')
    .transform((value) => encodingOf(value)!),
} as const;

/** A name that metadata may use. */
export type MetadataName = keyof typeof readers;

/** What is said of an article. A name that is absent is not stated. */
export type Metadata = Readonly<Partial<Record<MetadataName, string>>>;

/** Metadata from one place, and the names there that nobody reads. */
export interface ReadMetadata {
  readonly metadata: Metadata;
  readonly unknown: readonly string[];
}

const names = Object.keys(readers) as MetadataName[];

/** The names, for messages. */
export const knownNames = names.join(', ');

const isName = (name: string): name is MetadataName => Object.hasOwn(readers, name);

/** Reads metadata that people wrote. A wrong value is refused, an unknown name is handed back. */
export function readMetadata(values: Iterable<readonly [string, unknown]>, place: string): ReadMetadata {
  const metadata: Partial<Record<MetadataName, string>> = {};
  const unknown: string[] = [];
  for (const [name, value] of values) {
    if (!isName(name)) unknown.push(name);
    else if (isStated(value)) metadata[name] = readValue(name, value, place);
  }
  return { metadata, unknown };
}

const isStated = (value: unknown): boolean =>
  value !== null && value !== undefined && !(typeof value === 'string' && value.trim() === '');

function readValue(name: MetadataName, value: unknown, place: string): string {
  const result = readers[name].safeParse(typeof value === 'string' ? value.trim() : value);
  const wrong = result.success
    ? /[\p{Surrogate}\0]/u.test(result.data) && 'must be well-formed text'
    : messageOf(result.error, value);
  if (result.success && !wrong) return result.data;
  throw new Refusal('invalid_metadata', `${place}: ${name} ${shown(value)} ${wrong}; correct it or remove it`);
}

function messageOf(error: z.ZodError, value: unknown): string {
  if (typeof value !== 'string') return 'must be text in quotation marks';
  const issue = error.issues[0]!;
  return issue.code === 'invalid_value' ? `must be one of ${issue.values.join(', ')}` : issue.message;
}

/** A value as a message shows it, cut to a length that a log line can hold. */
function shown(value: unknown): string {
  const text = JSON.stringify(value) ?? String(value);
  return text.length > 80 ? `${text.slice(0, 79)}…` : text;
}

/** Reads what a page says of itself: what is not valid is as if it were not said. */
export function lenientMetadata(values: Readonly<Partial<Record<MetadataName, string | null | undefined>>>): Metadata {
  const metadata: Partial<Record<MetadataName, string>> = {};
  for (const name of names) {
    const value = values[name]?.replace(/\s+/g, ' ').trim();
    const result = value ? readers[name].safeParse(value) : undefined;
    if (result?.success && !/[\p{Surrogate}\0]/u.test(result.data)) metadata[name] = result.data;
  }
  return metadata;
}

/** The day of an ISO date or date and time, as written there, whatever its zone; null where it is neither. */
export function dayOf(value: string): string | null {
  const day = value.trim().slice(0, 10);
  const rest = value.trim().slice(10);
  const isTime =
    rest === '' || /^[T ]\d{2}:?\d{2}(?::?\d{2}(?:[.,]\d{1,9})?)?(?: ?(?:Z|[+-]\d{2}:?(?:\d{2})?))?$/i.test(rest);
  return isTime && z.iso.date().safeParse(day).success ? day : null;
}

/** The primary language of a tag, in lower case, as ISO 639-1 where English is meant. */
function primaryLanguage(tag: string): string {
  const primary = tag.split(/[-_]/)[0]!.toLowerCase();
  return primary === 'eng' ? 'en' : primary;
}
