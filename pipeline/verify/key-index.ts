import type { Cell } from '#schemas/table.ts';

/** Keys, numbered from 0 in the order in which they first came. */
export interface KeyIndex {
  readonly size: number;
  /** Number of a key, a new one where it never came. */
  add(key: Cell): number;
  /** Number of a key, -1 where it never came. */
  find(key: Cell): number;
}

/** Keys kept together, so that growing moves none. */
const blockKeys = 1 << 14;
const words = 3;

const codes = new Int8Array(128).fill(-1);
for (const [i, digit] of [...'abcdefghijklmnopqrstuvwxyz234567'].entries()) codes[digit.charCodeAt(0)] = i;

/**
 * An index of the keys of one table. A key of that table is 80 bits behind a prefix, which take 12 bytes here, and 8 to find
 * them again; whatever else stands in its place is held as it is.
 */
export function keyIndex(prefix: string): KeyIndex {
  const head = `${prefix}_`;
  const length = head.length + 16;
  const strays = new Map<Cell, number>();
  const blocks: Uint32Array[] = [];
  let slots = new Uint32Array(1 << 10);
  let size = 0;
  const packed = new Uint32Array(words);

  /** The digits from one place up to another as a number; negative where one of them is none. */
  const digits = (key: string, from: number, to: number): number => {
    let value = 0;
    let wrong = 0;
    for (let i = from; i < to; i++) {
      const code = codes[key.charCodeAt(i)] ?? -1;
      wrong |= code;
      value = (value << 5) | (code & 31);
    }
    return wrong < 0 ? -1 : value;
  };
  const pack = (key: Cell): key is string => {
    if (typeof key !== 'string' || key.length !== length || !key.startsWith(head)) return false;
    const at = head.length;
    const [a, b, c] = [digits(key, at, at + 6), digits(key, at + 6, at + 12), digits(key, at + 12, at + 16)];
    if ((a | b | c) < 0) return false;
    packed[0] = a;
    packed[1] = b;
    packed[2] = c;
    return true;
  };
  const blockOf = (number: number): Uint32Array => blocks[Math.floor(number / blockKeys)]!;
  const placeOf = (number: number): number => (number % blockKeys) * words;
  /** The slot of the packed key, or the empty one where it belongs; keys are hashes already. */
  const slotOf = (): number => {
    const mask = slots.length - 1;
    for (let slot = packed[0]! & mask; ; slot = (slot + 1) & mask) {
      const number = slots[slot]! - 1;
      if (number < 0) return slot;
      const [block, at] = [blockOf(number), placeOf(number)];
      if (block[at] === packed[0] && block[at + 1] === packed[1] && block[at + 2] === packed[2]) return slot;
    }
  };
  const grow = (): void => {
    const mask = 2 * slots.length - 1;
    const larger = new Uint32Array(2 * slots.length);
    for (const taken of slots) {
      if (taken === 0) continue;
      let slot = blockOf(taken - 1)[placeOf(taken - 1)]! & mask;
      while (larger[slot] !== 0) slot = (slot + 1) & mask;
      larger[slot] = taken;
    }
    slots = larger;
  };
  return {
    get size() {
      return size;
    },
    find(key) {
      return pack(key) ? slots[slotOf()]! - 1 : (strays.get(key) ?? -1);
    },
    add(key) {
      if (!pack(key)) {
        const known = strays.get(key) ?? size;
        if (known === size) strays.set(key, size++);
        return known;
      }
      const slot = slotOf();
      if (slots[slot] !== 0) return slots[slot]! - 1;
      if (size >= blocks.length * blockKeys) blocks.push(new Uint32Array(blockKeys * words));
      blockOf(size).set(packed, placeOf(size));
      slots[slot] = ++size;
      if (2 * size > slots.length) grow();
      return size - 1;
    },
  };
}
