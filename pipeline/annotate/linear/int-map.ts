/**
 * A read-only map from non-zero 32-bit keys to integers: open addressing, key and value side by side. The upper bits of a key say where it belongs, so
 * that ascending keys are laid down one behind the other.
 */
export interface IntMap {
  readonly mask: number;
  readonly cells: Int32Array;
}

/** Builds the map; a later value of an equal key wins. `keys` may not hold 0. */
export function intMap(keys: ArrayLike<number>, values: ArrayLike<number>): IntMap {
  let slots = 16;
  while (slots < keys.length * 2) slots *= 2;
  const map = { mask: slots - 1, cells: new Int32Array(slots * 2) };
  for (let index = 0; index < keys.length; index++) {
    const cell = cellOf(map, keys[index]!);
    map.cells[cell] = keys[index]!;
    map.cells[cell + 1] = values[index]!;
  }
  return map;
}

/** The value of a key, 0 when absent. */
export function lookUp(map: IntMap, key: number): number {
  return map.cells[cellOf(map, key) + 1]!;
}

function cellOf({ mask, cells }: IntMap, key: number): number {
  let slot = key >>> Math.clz32(mask);
  while (cells[slot * 2] !== 0 && cells[slot * 2] !== key) slot = (slot + 1) & mask;
  return slot * 2;
}
