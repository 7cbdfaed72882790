import { key1, key2, key3, templateHash } from './hash.ts';

/** A feature: its number, and the places of the one to three values that it looks at, in order. */
export type Template = readonly [number: number, a: number, b?: number, c?: number];

/** Reads templates, a line each: the number, then one to three names of values. Throws on a name that has no place. */
export function readTemplates(places: Readonly<Record<string, number>>, text: string): Template[] {
  const lines = text.split('\n').map((line) => line.trim());
  return lines
    .filter((line) => line !== '')
    .map((line) => {
      const [number, ...names] = line.split(' ');
      const looksAt = names.map((name) => {
        const place = places[name];
        if (place === undefined) throw new RangeError(`template "${line}": no value is called ${name}`);
        return place;
      });
      return [Number(number), ...looksAt] as unknown as Template;
    });
}

/** Writes the key of each template over these values behind the first `count`, in order; returns how many there are then. */
export function templateKeys(
  templates: readonly Template[],
  values: Int32Array,
  keys: Int32Array,
  count: number,
): number {
  for (const [at, [number, a, b, c]] of templates.entries()) {
    if (b === undefined) keys[count + at] = key1(number, values[a]!);
    else if (c === undefined) keys[count + at] = key2(number, values[a]!, values[b]!);
    else keys[count + at] = key3(number, values[a]!, values[b]!, values[c]!);
  }
  return count + templates.length;
}

const perBlock = 4;
/** Integers of a block: bytes of the keys that it makes, values that each looks at, two unused; hashes; three times four places in bytes. */
const blockSize = 4 + 4 * perBlock;

/** Templates as `kernel.wat` reads them: blocks of up to four that look at equally many values. */
export function packTemplates(templates: readonly Template[]): number[] {
  const blocks = [2, 3, 4].flatMap((length) => {
    const alike = templates.filter((template) => template.length === length);
    return Array.from({ length: Math.ceil(alike.length / perBlock) }, (_, at) =>
      packBlock(alike.slice(at * perBlock, (at + 1) * perBlock), length - 1),
    );
  });
  return blocks.flat();
}

function packBlock(templates: readonly Template[], arity: number): number[] {
  const block = new Array<number>(blockSize).fill(0);
  block[0] = templates.length * 4;
  block[1] = arity;
  for (const [lane, [number, ...places]] of templates.entries()) {
    block[4 + lane] = templateHash(number);
    for (const [at, place] of places.entries()) block[8 + at * perBlock + lane] = place! * 4;
  }
  return block;
}
