/** Precision and recall as sums that add up over documents. */
export interface Ratio {
  right: number;
  found: number;
  recalled: number;
  gold: number;
}

/** Mentions by their keys; a cluster is one entity. */
type Clusters = readonly ReadonlySet<string>[];

/** Harmonic mean of two rates. */
export const harmonic = (a: number, b: number): number => (a + b === 0 ? 0 : (2 * a * b) / (a + b));

/** F1 of the sums. */
export const f1Of = ({ right, found, recalled, gold }: Ratio): number =>
  harmonic(found === 0 ? 0 : right / found, gold === 0 ? 0 : recalled / gold);

/** The three measures of the CoNLL score, by name. */
export const measures = { muc, b3, ceafe } as const;

/** Links that hold: cluster size less the pieces into which the other side breaks it. */
function muc(gold: Clusters, found: Clusters): Ratio {
  const [right, all] = links(found, gold);
  const [recalled, wanted] = links(gold, found);
  return { right, found: all, recalled, gold: wanted };
}

function links(clusters: Clusters, other: Clusters): [number, number] {
  const at = clusterAt(other);
  let right = 0;
  let all = 0;
  for (const cluster of clusters) {
    const pieces = new Set([...cluster].map((mention) => at.get(mention) ?? mention));
    right += cluster.size - pieces.size;
    all += cluster.size - 1;
  }
  return [right, all];
}

/** Each mention's share of its cluster that is right. */
function b3(gold: Clusters, found: Clusters): Ratio {
  const [right, all] = shares(found, gold);
  const [recalled, wanted] = shares(gold, found);
  return { right, found: all, recalled, gold: wanted };
}

function shares(clusters: Clusters, other: Clusters): [number, number] {
  const at = clusterAt(other);
  let right = 0;
  let all = 0;
  for (const cluster of clusters) {
    const pieces = new Map<number, number>();
    for (const mention of cluster) {
      const piece = at.get(mention);
      if (piece !== undefined) pieces.set(piece, (pieces.get(piece) ?? 0) + 1);
    }
    for (const size of pieces.values()) right += (size * size) / cluster.size;
    all += cluster.size;
  }
  return [right, all];
}

/** Entities paired one to one as well as can be, by shared mentions. */
function ceafe(gold: Clusters, found: Clusters): Ratio {
  const likeness = gold.map((a) => found.map((b) => (2 * shared(a, b)) / (a.size + b.size)));
  const right = bestPairing(likeness);
  return { right, found: found.length, recalled: right, gold: gold.length };
}

const shared = (a: ReadonlySet<string>, b: ReadonlySet<string>): number => [...a].filter((m) => b.has(m)).length;

const clusterAt = (clusters: Clusters): Map<string, number> =>
  new Map(clusters.flatMap((cluster, index) => [...cluster].map((mention) => [mention, index] as const)));

/** Greatest sum of a one-to-one pairing of rows with columns (Hungarian method). */
export function bestPairing(gains: readonly (readonly number[])[]): number {
  const size = Math.max(gains.length, gains[0]?.length ?? 0);
  const cost = (row: number, column: number): number => -(gains[row - 1]?.[column - 1] ?? 0);
  const rowPrice = new Array<number>(size + 1).fill(0);
  const columnPrice = new Array<number>(size + 1).fill(0);
  const rowOf = new Array<number>(size + 1).fill(0);
  for (let row = 1; row <= size; row++) {
    const way = new Array<number>(size + 1).fill(0);
    const least = new Array<number>(size + 1).fill(Number.POSITIVE_INFINITY);
    const used = new Array<boolean>(size + 1).fill(false);
    rowOf[0] = row;
    let column = 0;
    do {
      used[column] = true;
      const from = rowOf[column]!;
      let [delta, next] = [Number.POSITIVE_INFINITY, 0];
      for (let c = 1; c <= size; c++) {
        if (used[c]) continue;
        const reduced = cost(from, c) - rowPrice[from]! - columnPrice[c]!;
        if (reduced < least[c]!) [least[c], way[c]] = [reduced, column];
        if (least[c]! < delta) [delta, next] = [least[c]!, c];
      }
      for (let c = 0; c <= size; c++) {
        if (used[c]) {
          rowPrice[rowOf[c]!]! += delta;
          columnPrice[c]! -= delta;
        } else least[c]! -= delta;
      }
      column = next;
    } while (rowOf[column] !== 0);
    while (column !== 0) {
      rowOf[column] = rowOf[way[column]!]!;
      column = way[column]!;
    }
  }
  let sum = 0;
  for (let column = 1; column <= size; column++) sum -= cost(rowOf[column]!, column);
  return sum;
}
