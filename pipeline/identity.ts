import { hash } from 'node:crypto';
import { base32 } from '@scure/base';

/** SHA-256 as lower-case hex. Strings are hashed as UTF-8. */
export const sha256 = (data: string | Uint8Array): string => hash('sha256', data);

/** A key: prefix, underscore, the first 16 characters of base32(SHA-256(parts)), 80 bits. */
export function contentKey(prefix: string, parts: readonly (string | number | boolean | null)[]): string {
  const digest = hash('sha256', JSON.stringify(parts), 'buffer');
  return `${prefix}_${base32.encode(digest.subarray(0, 10)).toLowerCase()}`;
}

/** Id of an article: its canonical URL decides, else its text. */
export const articleId = (url: string | null, text: string): string =>
  contentKey('a', url === null ? ['text', text] : ['url', url]);
