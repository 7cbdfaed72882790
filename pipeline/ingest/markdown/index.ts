import { decode } from '../decode.ts';
import type { InputFormat } from '../format.ts';
import { unknownName } from '../layers.ts';
import { readMetadata } from '../metadata.ts';
import { type Content, single } from '../single.ts';
import { frontMatter } from './front-matter.ts';
import { markdownOutline } from './outline.ts';

/** Markdown with YAML front matter: the characters after it, as received, are the article. */
export const markdown: InputFormat = {
  name: 'markdown',
  extensions: ['.md'],
  read: (source) =>
    single(source, 'markdown', (bytes) =>
      contentOf(decode(bytes, source.path, { declared: source.encoding }), source.path),
    ),
};

function contentOf(whole: string, path: string): Content {
  const front = frontMatter(whole, path);
  const place = `${path} (front matter)`;
  const { metadata, unknown } = readMetadata(front?.values ?? [], place);
  const text = whole.slice(front?.end ?? 0);
  return {
    text,
    outline: markdownOutline(text),
    inside: [{ place, isOwn: true, metadata }],
    languageHint: null,
    warnings: unknown.map((name) => unknownName(path, name, 'front matter: ')),
  };
}
