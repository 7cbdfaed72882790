/** Numbers that grow at their end, packed. */
export interface Numbers {
  readonly length: number;
  push(value: number): void;
  append(values: Uint32Array): void;
  at(index: number): number;
  /** The numbers as they are now; valid until the next `push`. */
  view(): Uint32Array;
}

/** Unsigned 32-bit numbers; so many have room at first. */
export function numbers(room = 1 << 10): Numbers {
  let held = new Uint32Array(room);
  let length = 0;
  return {
    get length() {
      return length;
    },
    push(value) {
      if (length === held.length) {
        const larger = new Uint32Array(Math.ceil(length * 1.5) + 1);
        larger.set(held);
        held = larger;
      }
      held[length++] = value;
    },
    append(values) {
      if (length + values.length > held.length) {
        const larger = new Uint32Array(Math.ceil(1.5 * length) + values.length);
        larger.set(held.subarray(0, length));
        held = larger;
      }
      held.set(values, length);
      length += values.length;
    },
    at: (index) => held[index]!,
    view: () => held.subarray(0, length),
  };
}

/** Strings as numbers, counted from 0 in the order in which they are first met; some 30 bytes each and their own. */
export interface Interner {
  readonly size: number;
  /** The number of a string, a new one where it was never met. */
  intern(text: string): number;
  /** The number of a string; -1 where it was never met. */
  find(text: string): number;
  text(number: number): string;
  /** Takes over strings of another, from one number up to another, none of which are here. */
  append(other: Interner, from: number, to: number): void;
  /** Bytes of a string in UTF-8. */
  lengthOf(number: number): number;
  /** Bytes of strings, valid until the next is added. */
  bytesOf(from: number, to: number): Uint8Array;
  /** All strings as numbers, from which an interner like this one is made. */
  packed(): Uint32Array;
}

/** An interner without strings, or with those of another. */
export function interner(before: Uint32Array | null = null): Interner {
  const count = before?.[0] ?? 0;
  let bytes: Buffer = Buffer.allocUnsafe(1 << 12);
  const ends = numbers(Math.max(1 << 10, count));
  let slots = new Uint32Array(1 << 10);
  const startOf = (index: number): number => (index === 0 ? 0 : ends.at(index - 1));
  const size = (): number => ends.length;

  /** Writes a string behind the others, to be kept or written over. */
  const write = (text: string): number => {
    const start = startOf(size());
    if (start + 3 * text.length > bytes.length) {
      const larger = Buffer.allocUnsafe(Math.ceil(1.5 * bytes.length) + 3 * text.length);
      larger.set(bytes.subarray(0, start));
      bytes = larger;
    }
    return start + bytes.write(text, start, 'utf8');
  };
  const hashOf = (start: number, end: number): number => {
    let hash = 0x811c9dc5;
    for (let i = start; i < end; i++) hash = Math.imul(hash ^ bytes[i]!, 0x01000193);
    hash = Math.imul(hash ^ (hash >>> 15), 0x85ebca6b);
    return (hash ^ (hash >>> 13)) >>> 0;
  };
  const isAt = (index: number, start: number, end: number): boolean => {
    const from = startOf(index);
    if (ends.at(index) - from !== end - start) return false;
    for (let i = start, j = from; i < end; i++, j++) if (bytes[i] !== bytes[j]) return false;
    return true;
  };
  /** The slot of a string that was just written, or the empty one where it belongs. */
  const slotOf = (start: number, end: number): number => {
    let slot = hashOf(start, end) & (slots.length - 1);
    while (slots[slot] !== 0 && !isAt(slots[slot]! - 1, start, end)) slot = (slot + 1) & (slots.length - 1);
    return slot;
  };
  /** Gives slots to strings, from one on, that are told apart already. */
  const place = (first: number): void => {
    for (let index = first; index < size(); index++) {
      let slot = hashOf(startOf(index), ends.at(index)) & (slots.length - 1);
      while (slots[slot] !== 0) slot = (slot + 1) & (slots.length - 1);
      slots[slot] = index + 1;
    }
  };
  const grow = (to: number): void => {
    slots = new Uint32Array(to);
    place(0);
  };
  if (before) {
    for (let i = 0; i < count; i++) ends.push(before[1 + i]!);
    bytes = Buffer.from(asBytes(before.subarray(1 + count)));
    grow(2 ** Math.ceil(Math.log2(2 * count + 2)));
  }
  return {
    get size() {
      return size();
    },
    intern(text) {
      const end = write(text);
      const slot = slotOf(startOf(size()), end);
      if (slots[slot] !== 0) return slots[slot]! - 1;
      ends.push(end);
      slots[slot] = size();
      if (2 * size() > slots.length) grow(2 * slots.length);
      return size() - 1;
    },
    find: (text) => slots[slotOf(startOf(size()), write(text))]! - 1,
    text: (number) => bytes.toString('utf8', startOf(number), ends.at(number)),
    append(other, from, to) {
      const added = other.bytesOf(from, to);
      const [first, start] = [size(), startOf(size())];
      if (start + added.length > bytes.length) {
        const larger = Buffer.allocUnsafe(Math.ceil(1.5 * bytes.length) + added.length);
        larger.set(bytes.subarray(0, start));
        bytes = larger;
      }
      bytes.set(added, start);
      for (let end = start, i = from; i < to; i++) {
        end += other.lengthOf(i);
        ends.push(end);
      }
      if (2 * size() > slots.length) grow(2 ** Math.ceil(Math.log2(2 * size() + 2)));
      else place(first);
    },
    lengthOf: (number) => ends.at(number) - startOf(number),
    bytesOf: (from, to) => bytes.subarray(startOf(from), startOf(to)),
    packed() {
      const all = new Uint32Array(1 + size() + Math.ceil(startOf(size()) / 4));
      all[0] = size();
      all.set(ends.view(), 1);
      asBytes(all.subarray(1 + size())).set(bytes.subarray(0, startOf(size())));
      return all;
    },
  };
}

/** The bytes of packed numbers, in the machine's order. */
export const asBytes = (values: Uint32Array): Uint8Array =>
  new Uint8Array(values.buffer, values.byteOffset, values.byteLength);

/** Indices by a small number each has: `members(of)` are those with it, in the order of the list. */
export function byNumber(values: Uint32Array, count: number): { members(of: number): Uint32Array } {
  const starts = new Uint32Array(count + 1);
  for (const value of values) if (value < count) starts[value + 1]!++;
  for (let i = 0; i < count; i++) starts[i + 1]! += starts[i]!;
  const next = starts.slice(0, count);
  const list = new Uint32Array(starts[count]!);
  for (let i = 0; i < values.length; i++) {
    const value = values[i]!;
    if (value < count) list[next[value]!++] = i;
  }
  return { members: (of) => list.subarray(starts[of]!, starts[of + 1]!) };
}
