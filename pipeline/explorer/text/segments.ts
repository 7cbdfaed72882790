import type { Block } from './blocks.ts';
import { unitsOf } from './offsets.ts';

/** Something that is marked in a text. */
export interface Marked {
  readonly start: number;
  readonly end: number;
}

/** A stretch of a block on which the same marks lie, the shortest mark first. */
export interface Segment<M extends Marked> {
  readonly text: string;
  readonly marks: readonly M[];
  /** Marks that begin here, the shortest first. */
  readonly begins: readonly M[];
}

/** Cuts a block wherever a mark begins or ends. Marks come by their starts. */
export function segmentsOf<M extends Marked>(block: Block, marks: readonly M[]): Segment<M>[] {
  const inside = marks.filter(({ start, end }) => start < block.end && end > block.start);
  if (inside.length === 0) return [{ text: block.text, marks: [], begins: [] }];
  const at = unitsOf(block.text);
  const cut = (point: number): number => Math.min(Math.max(point, block.start), block.end);
  const points = [...new Set([block.start, block.end, ...inside.flatMap((m) => [cut(m.start), cut(m.end)])])];
  points.sort((a, b) => a - b);
  const segments: Segment<M>[] = [];
  let next = 0;
  let open: M[] = [];
  for (let i = 0; i + 1 < points.length; i++) {
    const [from, to] = [points[i]!, points[i + 1]!];
    open = open.filter(({ end }) => end > from);
    while (next < inside.length && inside[next]!.start <= from) {
      if (inside[next]!.end > from) open.push(inside[next]!);
      next++;
    }
    const now = open.toSorted((a, b) => a.end - a.start - (b.end - b.start));
    const text = block.text.slice(at(from - block.start), at(to - block.start));
    segments.push({ text, marks: now, begins: now.filter((mark) => cut(mark.start) === from) });
  }
  return segments;
}
