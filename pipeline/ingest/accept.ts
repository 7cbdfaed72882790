import { type Article, article } from '#schemas/stages/article.ts';
import { rights } from '#schemas/vocabulary.ts';
import { articleId, sha256 } from '../identity.ts';
import { tooLarge } from './bytes.ts';
import { canonicalUrl } from './canonical-url.ts';
import { refuseIllFormed } from './decode.ts';
import type { OutlinePart } from './format.ts';
import { judgeLanguage } from './language.ts';
import { type Layer, stated } from './layers.ts';
import type { Metadata, MetadataName } from './metadata.ts';
import { Refusal } from './refusal.ts';

/** A text that was found, before it is known to be an article that can be read. */
export interface Draft {
  readonly format: Article['format'];
  /** Path below the raw folder, with `#` and the line where a file holds many articles. */
  readonly sourceFile: string;
  readonly sourceSha256: string;
  readonly text: string;
  readonly outline: readonly OutlinePart[];
  /** Strongest first. */
  readonly layers: readonly Layer[];
  /** What markup, not people, says of the language. */
  readonly languageHint: string | null;
}

/** An article, and what speaks against a declaration that was believed. */
export interface Accepted {
  readonly article: Article;
  readonly doubt: string | null;
}

/** Makes the article of a draft; refuses what is empty, too large, ill-formed or not in English. `place` begins messages. */
export async function accept(draft: Draft, place: string, mostBytes: number): Promise<Accepted> {
  const { text, layers } = draft;
  if (text.trim() === '') throw new Refusal('empty', `${place}: holds no text; remove it or fetch it again`);
  refuseIllFormed(text, place);
  if (Buffer.byteLength(text) > mostBytes) throw tooLarge(place, mostBytes);
  const doubt = await languageDoubt(draft, place);
  const value = (name: MetadataName): string | null => stated(layers, name)?.value ?? null;
  const url = value('url');
  const accepted = article.parse({
    record_type: 'article',
    article_id: articleId(url === null ? null : canonicalUrl(url), text),
    source_file: draft.sourceFile,
    source_sha256: draft.sourceSha256,
    metadata_sha256: besideDigest(layers),
    text_sha256: sha256(text),
    format: draft.format,
    title: value('title'),
    subtitle: value('subtitle'),
    byline: value('byline'),
    publisher: value('publisher'),
    url,
    published_on: value('published_on'),
    language: 'en',
    license: value('license'),
    rights: rights.parse(value('rights') ?? 'snippet'),
    origin: value('origin'),
    text,
    outline: draft.outline,
  });
  return { article: accepted, doubt };
}

/** Hash of what files beside the source state of it, which the bytes of the source do not hold; null where they state nothing. */
function besideDigest(layers: readonly Layer[]): string | null {
  const beside = layers.filter(({ role }) => role !== undefined).reverse();
  const entries = Object.entries(Object.assign({}, ...beside.map(({ metadata }) => metadata)) as Metadata);
  return entries.length === 0 ? null : sha256(JSON.stringify(entries.sort(([a], [b]) => (a < b ? -1 : 1))));
}

async function languageDoubt({ text, layers, languageHint }: Draft, place: string): Promise<string | null> {
  const claim = stated(layers, 'language');
  const { verdict, reason } = await judgeLanguage(text, {
    declared: claim?.value ?? null,
    isOwn: claim?.isOwn ?? false,
    hinted: languageHint,
  });
  const what = claim ? `${reason}, where ${claim.place} says ${claim.value}` : reason;
  if (verdict === 'english') return null;
  if (verdict === 'doubtful') return `${what}; read as English all the same: correct "language" if that is wrong`;
  const remedy = 'only English (en) is read: leave it out, list it as expected, or correct "language"';
  throw new Refusal('unsupported_language', `${place}: ${what}; ${remedy}`);
}
