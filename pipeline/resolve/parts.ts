import { asBytes } from './packed.ts';
import type { Bytes, Room } from './room.ts';

/** Numbers laid into several places, each written in pieces. */
export interface Parts {
  readonly count: number;
  add(part: number, value: number): void;
  /** All that was laid there; it is gone afterwards. */
  take(part: number): Uint32Array;
}

const pieceSize = 1 << 11;

export function partsIn(room: Room, count: number): Parts {
  const pieces = Array.from({ length: count }, () => new Uint32Array(pieceSize));
  const filled = new Uint32Array(count);
  const written: (Bytes | undefined)[] = [];
  return {
    count,
    add(part, value) {
      const piece = pieces[part]!;
      if (filled[part] === pieceSize) {
        written[part] ??= room.bytes();
        written[part].append(asBytes(piece));
        filled[part] = 0;
      }
      piece[filled[part]!++] = value;
    },
    take(part) {
      const before = written[part];
      const all = new Uint32Array((before?.size ?? 0) / 4 + filled[part]!);
      if (before) asBytes(all).set(before.read(0, before.size));
      all.set(pieces[part]!.subarray(0, filled[part]), all.length - filled[part]!);
      before?.drop();
      filled[part] = 0;
      return all;
    },
  };
}
