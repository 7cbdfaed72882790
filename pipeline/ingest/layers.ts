import { reasonOf } from './bytes.ts';
import { decode } from './decode.ts';
import type { MetadataFile } from './listing.ts';
import { knownNames, type Metadata, type MetadataName, readMetadata } from './metadata.ts';
import { Refusal } from './refusal.ts';
import { type Warning, warningOf } from './source.ts';

/** Metadata and the place that states them, for messages. */
export interface Layer {
  readonly place: string;
  /** Is it about one article, not about all of a file or folder? */
  readonly isOwn: boolean;
  readonly metadata: Metadata;
  /** Of layers that lie in files of their own. */
  readonly role?: MetadataFile['role'];
}

/** A value and the place that states it. */
export interface Stated {
  readonly value: string;
  readonly place: string;
  readonly isOwn: boolean;
}

/** The value of a name in the strongest layer that states it. */
export function stated(layers: readonly Layer[], name: MetadataName): Stated | null {
  const layer = layers.find(({ metadata }) => metadata[name] !== undefined);
  return layer ? { value: layer.metadata[name]!, place: layer.place, isOwn: layer.isOwn } : null;
}

/** A metadata file as read. */
export interface MetadataLayer extends Layer {
  readonly role: MetadataFile['role'];
  readonly warnings: readonly Warning[];
}

/** Reads the metadata files of sources. Throws a `Refusal` for a file that is wrong. */
export type ReadLayer = (file: MetadataFile) => Promise<MetadataLayer>;

/** Most bytes of a metadata file. */
const mostBytes = 256 * 1024;

/** A reader of metadata files that parses each `source.json` once. `read` gives the bytes of a path below the raw folder. */
export function layerReader(read: (path: string) => Promise<Uint8Array>): ReadLayer {
  const defaults = new Map<string, Promise<MetadataLayer>>();
  const load = async (file: MetadataFile): Promise<MetadataLayer> => layerOf(file, await bytesOf(file, read));
  return (file) => {
    if (file.role === 'sidecar') return load(file);
    const known = defaults.get(file.path) ?? load(file);
    defaults.set(file.path, known);
    return known;
  };
}

const wrong = (path: string, what: string): Refusal => new Refusal('invalid_metadata', `${path}: ${what}`);

async function bytesOf(file: MetadataFile, read: (path: string) => Promise<Uint8Array>): Promise<Uint8Array> {
  if (file.problem) throw wrong(file.path, file.problem.message);
  try {
    return await read(file.path);
  } catch (error) {
    throw wrong(file.path, `cannot be read (${reasonOf(error)}); check the file and its rights`);
  }
}

function layerOf({ path, role }: MetadataFile, bytes: Uint8Array): MetadataLayer {
  if (bytes.length > mostBytes) throw wrong(path, `over ${mostBytes} bytes; metadata are a few lines of JSON`);
  const value = parseObject(textOf(bytes, path), path);
  const { metadata, unknown } = readMetadata(Object.entries(value), path);
  return {
    place: path,
    isOwn: role === 'sidecar',
    role,
    metadata,
    warnings: unknown.map((name) => unknownName(path, name)),
  };
}

function textOf(bytes: Uint8Array, path: string): string {
  try {
    return decode(bytes, path, { declared: null });
  } catch (error) {
    throw error instanceof Refusal ? new Refusal('invalid_metadata', error.message) : error;
  }
}

function parseObject(text: string, path: string): object {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw wrong(path, 'not JSON; look for a missing comma, bracket or quotation mark');
  }
  if (isObject(value)) return value;
  throw wrong(path, 'must be a JSON object of names and values, such as {"publisher": "Northline"}');
}

/** Is the value an object of names and values? */
export const isObject = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The remark about a name that nobody reads. */
export const unknownName = (path: string, name: string, where = ''): Warning =>
  warningOf(
    path,
    `${where}unknown name ${JSON.stringify(name.slice(0, 60))} is not read; known are ${knownNames}`,
    name,
  );
