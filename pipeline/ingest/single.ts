import type { Article } from '#schemas/stages/article.ts';
import { accept, type Draft } from './accept.ts';
import { collect } from './bytes.ts';
import type { OpenSource, Outcome, OutlinePart } from './format.ts';
import type { Layer } from './layers.ts';
import { Refusal } from './refusal.ts';
import { type Warning, warningOf } from './source.ts';

/** What a format finds in a file that holds one article. */
export interface Content {
  readonly text: string;
  readonly outline: readonly OutlinePart[];
  /** Metadata inside the file: weaker than its sidecar, stronger than the folder's. */
  readonly inside: readonly Layer[];
  readonly languageHint: string | null;
  readonly warnings: readonly Warning[];
}

/** Reads a file that holds one article. */
export async function* single(
  source: OpenSource,
  format: Article['format'],
  contentOf: (bytes: Uint8Array) => Content,
): AsyncGenerator<Outcome> {
  const { path, limits, sidecar, defaults } = source;
  const bytes = await collect(source.chunks, path, limits.fileBytes);
  if (bytes.length === 0) throw new Refusal('empty', `${path}: holds no bytes; remove it or fetch it again`);
  const { text, outline, inside, languageHint, warnings } = contentOf(bytes);
  yield* warnings;
  const layers = [...sidecar, ...inside, ...defaults];
  const sourceSha256 = (await source.digest())!;
  const draft: Draft = { format, sourceFile: path, sourceSha256, text, outline, layers, languageHint };
  const { article, doubt } = await accept(draft, path, limits.textBytes);
  if (doubt !== null) yield warningOf(path, doubt);
  yield article;
}
