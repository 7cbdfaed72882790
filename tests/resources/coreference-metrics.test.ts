import { describe, expect, it } from 'vitest';
import { bestPairing, f1Of, measures } from '#pipeline/resources/train/coreference/metrics.ts';

const clusters = (...groups: string[]) => groups.map((group) => new Set(group));

/** The worked example of the reference scorer's paper (Pradhan and others, 2014): its own figures. */
describe('measures of coreference', () => {
  const gold = clusters('abc', 'defg');
  const found = clusters('ab', 'cd', 'fghi');

  it('counts links (MUC)', () => expect(f1Of(measures.muc(gold, found))).toBeCloseTo(0.4, 4));
  it('counts shares (B³)', () => {
    const ratio = measures.b3(gold, found);
    expect(ratio.recalled / ratio.gold).toBeCloseTo(5 / 12, 6);
    expect(ratio.right / ratio.found).toBeCloseTo(0.5, 3);
  });
  it('pairs entities (CEAFe)', () => {
    const ratio = measures.ceafe(gold, found);
    expect(ratio.recalled / ratio.gold).toBeCloseTo(0.65, 3);
    expect(ratio.right / ratio.found).toBeCloseTo(0.433, 3);
  });
  it('finds the best pairing', () => {
    const gains = [
      [3, 2],
      [3, 0],
      [1, 1],
    ];
    expect(bestPairing(gains)).toBe(5);
  });
});
