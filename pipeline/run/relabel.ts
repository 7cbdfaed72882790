import type { Article } from '#schemas/stages/article.ts';
import { sha256 } from '../identity.ts';
import { bundleTexts, openBundle } from './bundled-lines.ts';
import { head } from './extract-part.ts';

/** Where an article was found: the part of it that no reader looks at. */
export type Label = Pick<Article, 'source_file' | 'source_sha256'>;

/** Key of what an article states: its text and all metadata, but not the name of its file or what surrounds it there. */
export const extractionKey = (article: Article): string =>
  sha256(JSON.stringify({ ...article, source_file: '', source_sha256: '' }));

/** What an article stated, wherever it was found then, as it is stated where it lies now. */
export function relabel(bundle: Buffer, label: Label): Buffer {
  const texts = [...openBundle(bundle)];
  if (texts.every(([name, bytes]) => name !== head || isThere(bytes, label))) return bundle;
  return Buffer.from(bundleTexts(texts.map(([name, bytes]) => [name, relabelled(name, bytes.toString(), label)])));
}

/** A reject is always of this run. */
function isThere(bytes: Buffer, { source_file, source_sha256 }: Label): boolean {
  const { article } = JSON.parse(bytes.toString()) as { article?: Label };
  return !article || (article.source_file === source_file && article.source_sha256 === source_sha256);
}

function relabelled(name: string, text: string, { source_file, source_sha256 }: Label): string {
  if (name !== head) {
    const rows = text.split('\n').slice(0, -1);
    return rows.map((row) => `${JSON.stringify({ ...JSON.parse(row), source_file })}\n`).join('');
  }
  const sketch = JSON.parse(text) as { article: object };
  return JSON.stringify({ ...sketch, article: { ...sketch.article, source_file, source_sha256 } });
}
