import type { Row } from '#pipeline/annotate/linear/weights.ts';

/** In the pool, a row is its capacity, its length, its updates so far, a spare, then a label and a weight for each label it has touched. */
const header = 4;

/** Averaged perceptron weights while they are learned: a key leads to a row of (label, weight) cells side by side. */
export class Perceptron {
  /** Key and start of its row, by turns. */
  #slots = new Int32Array(1 << 17);
  #features = 0;
  #pool = new Int32Array(1 << 17);
  #end = header;
  /** Per cell, at half its place in the pool: when its weight last changed, and the sum of its weights until then. */
  #stamp = new Int32Array(1 << 16);
  #total = new Float64Array(1 << 16);
  #now = 0;

  readonly #scores: Int32Array;

  readonly #leastUpdates: number;

  /** Features count for nothing before they were corrected `leastUpdates` times: rare ones only fit the sentence they came from. */
  constructor(labels: number, leastUpdates = 0) {
    this.#scores = new Int32Array(labels);
    this.#leastUpdates = leastUpdates * 2;
  }

  /** The label the features speak for most; the first of equals. Weights are averaged over these decisions. */
  decide(keys: Int32Array, count: number): number {
    const scores = this.scores(keys, count);
    let winner = 0;
    for (let label = 1; label < scores.length; label++) if (scores[label]! > scores[winner]!) winner = label;
    return winner;
  }

  /** The scores of all labels for one decision; overwritten by the next. */
  scores(keys: Int32Array, count: number): Int32Array {
    const scores = this.#scores.fill(0);
    for (let at = 0; at < count; at++) this.addScores(keys[at]!, scores);
    this.#now++;
    return scores;
  }

  /** Moves the features towards the gold label and away from the guess. */
  correct(keys: Int32Array, count: number, gold: number, guess: number): void {
    for (let at = 0; at < count; at++) {
      this.update(keys[at]!, gold, 1);
      this.update(keys[at]!, guess, -1);
    }
  }

  /** Adds the present weights of a feature to the scores. */
  addScores(key: number, scores: Int32Array): void {
    const row = this.#slots[this.#slot(key) + 1]!;
    if (row === 0) return;
    const pool = this.#pool;
    if (pool[row + 2]! < this.#leastUpdates) return;
    const end = row + header + 2 * pool[row + 1]!;
    for (let cell = row + header; cell < end; cell += 2) scores[pool[cell]!]! += pool[cell + 1]!;
  }

  /** Raises or lowers the weight of a feature for a label. */
  update(key: number, label: number, change: number): void {
    const cell = this.#cell(key, label);
    const half = cell >> 1;
    this.#total[half]! += this.#pool[cell + 1]! * (this.#now - this.#stamp[half]!);
    this.#stamp[half] = this.#now;
    this.#pool[cell + 1]! += change;
  }

  /** The averaged weights times `scale`, rounded; those below `least` in absolute value are left out. */
  rows(scale: number, least: number): Row[] {
    const rows: Row[] = [];
    for (let slot = 0; slot < this.#slots.length; slot += 2) {
      const row = this.#slots[slot + 1]!;
      if (row === 0 || this.#pool[row + 2]! < this.#leastUpdates) continue;
      const pairs: [number, number][] = [];
      const end = row + header + 2 * this.#pool[row + 1]!;
      for (let cell = row + header; cell < end; cell += 2) {
        const half = cell >> 1;
        const total = this.#total[half]! + this.#pool[cell + 1]! * (this.#now - this.#stamp[half]!);
        const value = Math.max(-32767, Math.min(32767, Math.round((total / this.#now) * scale)));
        if (Math.abs(value) >= least) pairs.push([this.#pool[cell]!, value]);
      }
      pairs.sort((a, b) => a[0] - b[0]);
      if (pairs.length > 0)
        rows.push({ key: this.#slots[slot]!, labels: pairs.map((p) => p[0]), values: pairs.map((p) => p[1]) });
    }
    return rows;
  }

  /** Place of the key, or of the empty slot that it would take. */
  #slot(key: number): number {
    const slots = this.#slots;
    const mask = slots.length / 2 - 1;
    let slot = (key ^ (key >>> 15)) & mask;
    while (slots[slot * 2] !== 0 && slots[slot * 2] !== key) slot = (slot + 1) & mask;
    return slot * 2;
  }

  #cell(key: number, label: number): number {
    let slot = this.#slot(key);
    if (this.#slots[slot] === 0) {
      if (this.#features * 4 >= this.#slots.length) {
        this.#growSlots();
        slot = this.#slot(key);
      }
      this.#slots[slot] = key;
      this.#slots[slot + 1] = this.#newRow(2);
      this.#features++;
    }
    let row = this.#slots[slot + 1]!;
    this.#pool[row + 2]!++;
    const length = this.#pool[row + 1]!;
    const end = row + header + 2 * length;
    for (let cell = row + header; cell < end; cell += 2) if (this.#pool[cell] === label) return cell;
    if (length === this.#pool[row]) {
      row = this.#moveRow(row);
      this.#slots[slot + 1] = row;
    }
    const cell = row + header + 2 * length;
    this.#pool[row + 1] = length + 1;
    this.#pool[cell] = label;
    this.#stamp[cell >> 1] = this.#now;
    return cell;
  }

  #newRow(capacity: number): number {
    const row = this.#end;
    this.#end += header + 2 * capacity;
    while (this.#end > this.#pool.length) {
      const size = this.#pool.length * 2;
      this.#pool = larger(this.#pool, new Int32Array(size));
      this.#stamp = larger(this.#stamp, new Int32Array(size / 2));
      this.#total = larger(this.#total, new Float64Array(size / 2));
    }
    this.#pool[row] = capacity;
    return row;
  }

  /** Copies a full row to where it has twice the room. */
  #moveRow(from: number): number {
    const length = this.#pool[from]!;
    const to = this.#newRow(length * 2);
    this.#pool[to + 1] = length;
    this.#pool[to + 2] = this.#pool[from + 2]!;
    this.#pool.copyWithin(to + header, from + header, from + header + 2 * length);
    const [first, last] = [(from + header) >> 1, ((from + header) >> 1) + length];
    this.#stamp.copyWithin((to + header) >> 1, first, last);
    this.#total.copyWithin((to + header) >> 1, first, last);
    return to;
  }

  #growSlots(): void {
    const old = this.#slots;
    this.#slots = new Int32Array(old.length * 2);
    for (let at = 0; at < old.length; at += 2) {
      if (old[at] === 0) continue;
      const slot = this.#slot(old[at]!);
      this.#slots[slot] = old[at]!;
      this.#slots[slot + 1] = old[at + 1]!;
    }
  }
}

function larger<T extends Int32Array | Float64Array>(from: T, to: T): T {
  to.set(from);
  return to;
}
