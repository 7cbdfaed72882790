import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Document } from '#pipeline/annotate/document.ts';
import { annotate } from '#pipeline/annotate/index.ts';
import { readResource } from '#pipeline/files.ts';
import { articleId, sha256 } from '#pipeline/identity.ts';
import { loadResources } from '#pipeline/resources/index.ts';
import type { Span } from '#pipeline/span.ts';

/** The project's own lexicons and weights. */
export const resources = loadResources(readResource);

/** Records of a file of JSON lines below the folder of annotated texts. */
export const recordsOf = (folder: string, path: string): unknown[] =>
  readFileSync(join(folder, path), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line): unknown => JSON.parse(line));

/** Every layer of a text without metadata. */
export function documentOf(text: string): Document {
  const none = { title: null, subtitle: null, byline: null, publisher: null, url: null, published_on: null };
  return annotate(
    {
      ...{ record_type: 'article', article_id: articleId(null, text), source_file: 'gold', ...none },
      ...{
        source_sha256: sha256(text),
        metadata_sha256: null,
        text_sha256: sha256(text),
        format: 'text',
        language: 'en',
        license: null,
      },
      ...{ rights: 'full', origin: null, outline: [], text },
    },
    resources,
  );
}

/** Turns offsets in code points into offsets in UTF-16 units. */
export function unitsOf(text: string): (span: Span) => Span {
  const offsets = [0];
  for (const point of text) offsets.push(offsets.at(-1)! + point.length);
  return ({ start, end }) => ({ start: offsets[start]!, end: offsets[end]! });
}
