import type { InputFormat } from './format.ts';
import { html } from './html/index.ts';
import { jsonl } from './jsonl/index.ts';
import { markdown } from './markdown/index.ts';
import { extensionOf } from './names.ts';
import { text } from './text.ts';
import { warc } from './warc/index.ts';

/** Every kind of file that is read. */
export const inputFormats: readonly InputFormat[] = [text, markdown, html, jsonl, warc];

/** The format of a file, by its name; undefined where nobody reads it. */
export function formatOf(path: string): InputFormat | undefined {
  const extension = extensionOf(path);
  return inputFormats.find(({ extensions }) => extensions.includes(extension));
}
