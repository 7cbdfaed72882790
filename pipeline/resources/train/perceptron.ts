import type { Row } from '#pipeline/annotate/linear/weights.ts';

/** Averaged perceptron weights while they are learned: per feature a chain of cells, one for each label it has touched. */
export class Perceptron {
  #keys = new Int32Array(1 << 16);
  #heads = new Int32Array(1 << 16);
  #features = 0;
  #cells = 1;
  #label = new Uint8Array(1 << 16);
  #next = new Int32Array(1 << 16);
  #weight = new Int32Array(1 << 16);
  #stamp = new Int32Array(1 << 16);
  #total = new Float64Array(1 << 16);
  #now = 0;

  readonly #scores: Int32Array;

  constructor(labels: number) {
    this.#scores = new Int32Array(labels);
  }

  /** The label the features speak for most; the first of equals. Weights are averaged over these decisions. */
  decide(keys: Int32Array, count: number): number {
    const scores = this.#scores.fill(0);
    for (let at = 0; at < count; at++) this.addScores(keys[at]!, scores);
    this.#now++;
    let winner = 0;
    for (let label = 1; label < scores.length; label++) if (scores[label]! > scores[winner]!) winner = label;
    return winner;
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
    const slot = this.#slot(key);
    if (this.#keys[slot] === 0) return;
    for (let cell = this.#heads[slot]!; cell !== 0; cell = this.#next[cell]!) {
      scores[this.#label[cell]!]! += this.#weight[cell]!;
    }
  }

  /** Raises or lowers the weight of a feature for a label. */
  update(key: number, label: number, change: number): void {
    const cell = this.#cell(key, label);
    this.#total[cell]! += this.#weight[cell]! * (this.#now - this.#stamp[cell]!);
    this.#stamp[cell] = this.#now;
    this.#weight[cell]! += change;
  }

  /** The averaged weights times `scale`, rounded; those below `least` in absolute value are left out. */
  rows(scale: number, least: number): Row[] {
    const rows: Row[] = [];
    for (let slot = 0; slot < this.#keys.length; slot++) {
      if (this.#keys[slot] === 0) continue;
      const pairs: [number, number][] = [];
      for (let cell = this.#heads[slot]!; cell !== 0; cell = this.#next[cell]!) {
        const total = this.#total[cell]! + this.#weight[cell]! * (this.#now - this.#stamp[cell]!);
        const value = Math.max(-32767, Math.min(32767, Math.round((total / this.#now) * scale)));
        if (Math.abs(value) >= least) pairs.push([this.#label[cell]!, value]);
      }
      pairs.sort((a, b) => a[0] - b[0]);
      if (pairs.length > 0)
        rows.push({ key: this.#keys[slot]!, labels: pairs.map((p) => p[0]), values: pairs.map((p) => p[1]) });
    }
    return rows;
  }

  #slot(key: number): number {
    const mask = this.#keys.length - 1;
    let slot = (key ^ (key >>> 15)) & mask;
    while (this.#keys[slot] !== 0 && this.#keys[slot] !== key) slot = (slot + 1) & mask;
    return slot;
  }

  #cell(key: number, label: number): number {
    let slot = this.#slot(key);
    if (this.#keys[slot] === 0) {
      if (this.#features * 2 >= this.#keys.length) {
        this.#growFeatures();
        slot = this.#slot(key);
      }
      this.#keys[slot] = key;
      this.#features++;
    }
    for (let cell = this.#heads[slot]!; cell !== 0; cell = this.#next[cell]!)
      if (this.#label[cell] === label) return cell;
    if (this.#cells === this.#label.length) this.#growCells();
    const cell = this.#cells++;
    this.#label[cell] = label;
    this.#stamp[cell] = this.#now;
    this.#next[cell] = this.#heads[slot]!;
    this.#heads[slot] = cell;
    return cell;
  }

  #growFeatures(): void {
    const [keys, heads] = [this.#keys, this.#heads];
    this.#keys = new Int32Array(keys.length * 2);
    this.#heads = new Int32Array(keys.length * 2);
    for (let old = 0; old < keys.length; old++) {
      if (keys[old] === 0) continue;
      const slot = this.#slot(keys[old]!);
      this.#keys[slot] = keys[old]!;
      this.#heads[slot] = heads[old]!;
    }
  }

  #growCells(): void {
    const size = this.#label.length * 2;
    this.#label = larger(this.#label, new Uint8Array(size));
    this.#next = larger(this.#next, new Int32Array(size));
    this.#weight = larger(this.#weight, new Int32Array(size));
    this.#stamp = larger(this.#stamp, new Int32Array(size));
    this.#total = larger(this.#total, new Float64Array(size));
  }
}

function larger<T extends Uint8Array | Int32Array | Float64Array>(from: T, to: T): T {
  to.set(from);
  return to;
}
