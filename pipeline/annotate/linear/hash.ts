/** Feature keys: 32-bit integers mixed from a template number and what the template looks at. */

const template = 0x9e3779b1;
const first = 0x85ebca6b;
const second = 0xc2b2ae35;

function finish(hash: number): number {
  let mixed = Math.imul(hash ^ (hash >>> 16), first);
  mixed = Math.imul(mixed ^ (mixed >>> 13), second);
  mixed ^= mixed >>> 16;
  return mixed === 0 ? 1 : mixed;
}

/** What the number of a template gives to its keys. */
export function templateHash(number: number): number {
  return Math.imul(number, template);
}

/** Key of a template that looks at one value; never 0. `kernel.wat` reckons the same. */
export function key1(number: number, a: number): number {
  return finish(templateHash(number) ^ a);
}

/** Key of a template that looks at two values in order; never 0. */
export function key2(number: number, a: number, b: number): number {
  return finish(Math.imul(templateHash(number) ^ a, 0x27d4eb2f) ^ b);
}

/** Key of a template that looks at three values in order; never 0. */
export function key3(number: number, a: number, b: number, c: number): number {
  return finish(Math.imul(Math.imul(templateHash(number) ^ a, 0x27d4eb2f) ^ b, 0x165667b1) ^ c);
}

/** Adds one UTF-16 code unit to a running hash (FNV-1a). */
export function step(hash: number, code: number): number {
  return Math.imul(hash ^ code, 0x01000193);
}

/** The hash before the first code unit. */
export const seed = 0x811c9dc5 | 0;

/** Hash of a whole string; never 0. */
export function hashString(text: string): number {
  let hash = seed;
  for (let at = 0; at < text.length; at++) hash = step(hash, text.charCodeAt(at));
  return hash === 0 ? 1 : hash;
}
