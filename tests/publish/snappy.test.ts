import fc from 'fast-check';
import { snappyUncompress } from 'hyparquet';
import { describe, expect, it } from 'vitest';
import { snappy } from '#pipeline/publish/snappy.ts';

const restored = (bytes: Uint8Array): Uint8Array => {
  const compressed = snappy(bytes);
  let [size, at] = [0, 0];
  for (let shift = 0; ; shift += 7) {
    const byte = compressed[at++]!;
    size |= (byte & 0x7f) << shift;
    if (byte < 0x80) break;
  }
  expect(size).toBe(bytes.length);
  const output = new Uint8Array(size);
  snappyUncompress(compressed, output);
  return output;
};

/** Bytes in which much repeats, near and far, and some does not. */
const bytes = fc
  .array(
    fc.oneof(
      fc.uint8Array({ maxLength: 40 }),
      fc.tuple(fc.string({ maxLength: 9 }), fc.nat(60)).map(([text, n]) => Buffer.from(text.repeat(n))),
      fc.constantFrom(70_000, 2_046, 2_050, 65_534, 65_537).map((n) => new Uint8Array(n)),
      fc.constant(Buffer.from('The flood killed 14 people in Lisbon on Tuesday, the mayor said. ')),
    ),
    { maxLength: 12 },
  )
  .map((parts) => Buffer.concat(parts));

describe('what is compressed', () => {
  it('is read back by hyparquet', () => {
    fc.assert(
      fc.property(bytes, (one) => {
        expect(Buffer.compare(restored(one), one)).toBe(0);
      }),
      { numRuns: 200 },
    );
  });

  it.each([0, 1, 14, 15, 16, 17, 59, 60, 61, 64, 65, 256, 257, 65_536, 65_537])('has %i bytes', (size) => {
    const varied = Uint8Array.from({ length: size }, (_, i) => Math.imul(i + 1, 0x9e3779b1) >>> 24);
    expect(Buffer.compare(restored(varied), varied)).toBe(0);
    expect(Buffer.compare(restored(new Uint8Array(size)), new Uint8Array(size))).toBe(0);
  });

  it('is shorter where text repeats', () => {
    expect(snappy(Buffer.from('Rain fell on the harbour. '.repeat(1000))).length).toBeLessThan(2000);
  });
});
