import { readFileSync } from 'node:fs';
import type { Document } from '#pipeline/annotate/document.ts';
import { annotate } from '#pipeline/annotate/index.ts';
import { articleId, sha256 } from '#pipeline/identity.ts';
import { loadResources, type Resources } from '#pipeline/resources/index.ts';
import type { Article } from '#schemas/stages/article.ts';

const folder = new URL('../pipeline/resources/', import.meta.url);
let loaded: Resources | undefined;

/** Reads a file of `pipeline/resources/`. */
export const readResource = (name: string): Uint8Array => readFileSync(new URL(name, folder));

/** The project's own lexicons, gazetteers and weights, read once a process. */
export function resources(): Resources {
  loaded ??= loadResources(readResource);
  return loaded;
}

/** An accepted plain-text article; name what else a test needs to know of it. */
export function articleOf(text: string, metadata: Partial<Article> = {}): Article {
  return {
    record_type: 'article',
    article_id: articleId(metadata.url ?? null, text),
    source_file: 'test.txt',
    source_sha256: sha256(text),
    metadata_sha256: null,
    text_sha256: sha256(text),
    format: 'text',
    title: null,
    subtitle: null,
    byline: null,
    publisher: null,
    url: null,
    published_on: null,
    language: 'en',
    license: null,
    rights: 'full',
    origin: null,
    outline: [],
    ...metadata,
    text,
  };
}

/** Every layer of a plain-text article. */
export const documentOf = (text: string, metadata?: Partial<Article>): Document =>
  annotate(articleOf(text, metadata), resources());
