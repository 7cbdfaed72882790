import { type IntMap, lookUp } from '../../linear/int-map.ts';
import { casing, padding, sign, stride } from '../../linear/words.ts';

/** Kinds of listed words and phrases, one bit each. */
export const listed = {
  country: 1,
  region: 2,
  bigCity: 4,
  city: 8,
  organization: 16,
  group: 32,
  givenName: 64,
  organizationWord: 128,
  title: 256,
  role: 512,
} as const;

const longest = 5;
/** Kinds that are looked for at words of any casing. */
const anyCasing = listed.title | listed.role;

/** Key of a phrase: its words' lower-case hashes, in order. */
export function phraseKey(hashes: readonly number[]): number {
  let key = 0;
  for (const hash of hashes) key = joinPhrase(key, hash);
  return key;
}

/** Key of a phrase that is one word longer; never 0. */
function joinPhrase(key: number, hash: number): number {
  const joined = Math.imul(key ^ hash, 0x01000193) ^ (key >>> 15);
  return joined === 0 ? 1 : joined;
}

/**
 * Bits of the lists each word stands in, as part of the longest listed phrase from the left; bits of words inside a longer phrase are
 * shifted by 16 unless they begin it. Padded like the signs.
 */
export function listBits(signs: Int32Array, count: number, lists: IntMap): Int32Array {
  const bits = new Int32Array(count + 2 * padding);
  for (let at = 0; at < count; at++) {
    const capital = signs[(at + padding) * stride + sign.casing]! >= casing.title;
    let key = 0;
    for (let length = 1; length <= longest && at + length <= count; length++) {
      key = joinPhrase(key, signs[(at + length - 1 + padding) * stride + sign.lower]!);
      let found = lookUp(lists, key);
      if (!capital) found &= anyCasing;
      if (found === 0) continue;
      bits[at + padding]! |= found;
      for (let next = 1; next < length; next++) bits[at + next + padding]! |= found << 16;
    }
  }
  return bits;
}
