import type { Sketch } from './stories.ts';

/** An outlet prints one story a few times; words in more of its articles than this belong to its pages. */
const mostOfOneOutlet = 20;
/** Where no outlet is known, articles of many outlets are counted together. */
const mostOfUnknown = 100;

/** Shingles that an outlet prints again and again: credits, notices, invitations to subscribe. They make nothing a copy. */
export function furniture(sketches: readonly Sketch[]): ReadonlySet<number> {
  const outlets = new Map<string | null, Sketch[]>();
  for (const sketch of sketches) {
    const outlet = sketch.article.publisher;
    const known = outlets.get(outlet);
    if (known) known.push(sketch);
    else outlets.set(outlet, [sketch]);
  }
  const common = new Set<number>();
  for (const [outlet, printed] of outlets)
    addRepeated(printed, outlet === null ? mostOfUnknown : mostOfOneOutlet, common);
  return common;
}

function addRepeated(sketches: readonly Sketch[], most: number, common: Set<number>): void {
  if (sketches.length <= most) return;
  const all = new Uint32Array(sketches.reduce((sum, { shingles }) => sum + shingles.length, 0));
  let end = 0;
  for (const { shingles } of sketches) {
    all.set(shingles, end);
    end += shingles.length;
  }
  all.sort();
  for (let i = most; i < all.length; i++) if (all[i] === all[i - most]) common.add(all[i]!);
}
