import { isMap, isScalar, parseDocument, type Scalar } from 'yaml';
import { knownNames } from '../metadata.ts';
import { Refusal } from '../refusal.ts';

/** Names and values at the head of a Markdown file, and the offset of the text after them. */
export interface FrontMatter {
  readonly values: readonly (readonly [string, unknown])[];
  /** Where the text begins. */
  readonly end: number;
}

/** Most characters of front matter. */
const mostCharacters = 32 * 1024;

const opening = /^---[ \t]*\r?\n/;
const closing = /^(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/m;

/** Reads YAML between `---` lines at the very beginning; null where there is none. Throws a `Refusal` for bad YAML. */
export function frontMatter(text: string, path: string): FrontMatter | null {
  const start = opening.exec(text)?.[0].length;
  if (start === undefined) return null;
  const head = text.slice(start, start + mostCharacters);
  const close = closing.exec(head);
  if (!close) {
    if (text.length <= start + mostCharacters) return null;
    throw wrong(path, `does not end within ${mostCharacters} characters; close it with ---`);
  }
  return { values: valuesOf(head.slice(0, close.index), path), end: start + close.index + close[0].length };
}

const wrong = (path: string, what: string): Refusal => new Refusal('invalid_metadata', `${path}: front matter ${what}`);

function valuesOf(yaml: string, path: string): [string, unknown][] {
  const document = parsed(yaml, path);
  const [error] = document.errors;
  if (error) throw wrong(path, `is not YAML at line ${lineOf(yaml, error.pos[0]) + 1} (${error.code}); correct it`);
  const { contents } = document;
  if (contents === null || (isScalar(contents) && contents.value === null)) return [];
  if (!isMap(contents))
    throw wrong(path, `must be names and values, such as "title: A flood"; known are ${knownNames}`);
  return contents.items.map(({ key, value }) => [isScalar(key) ? String(key.value) : String(key), plain(value)]);
}

function parsed(yaml: string, path: string): ReturnType<typeof parseDocument> {
  try {
    return parseDocument(yaml, { schema: 'core', customTags: [], resolveKnownTags: false, logLevel: 'silent' });
  } catch {
    throw wrong(path, 'is nested too deeply; write names and values only');
  }
}

/** Lines are counted in the file, whose first line opens the front matter. */
const lineOf = (yaml: string, offset: number): number => yaml.slice(0, offset).split('\n').length;

/** A value as written: `title: 1984` and `title: yes` are words. Aliases, lists and maps are nothing that is read. */
function plain(node: unknown): unknown {
  if (!isScalar(node)) return node === null ? null : {};
  const { value, source } = node as Scalar;
  return value === null || typeof value === 'string' ? value : (source ?? String(value));
}
