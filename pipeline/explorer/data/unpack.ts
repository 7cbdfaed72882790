import type { Cell, ColumnInfo } from './codebook.ts';

/** A column as the scripts hold it; `publish/explorer/pack.ts` says how. */
export type PackedColumn = readonly (string | number | null)[] | 0;

/** The cells of a packed column. */
export function unpack({ type, values }: ColumnInfo, packed: PackedColumn, rows: number): readonly Cell[] {
  if (packed === 0) return new Array<Cell>(rows).fill(null);
  switch (type) {
    case 'enum':
      return packed.map((place) => values?.[place as number] ?? null);
    case 'boolean':
      return packed.map((cell) => (cell === null ? null : cell === 1));
    case 'integer':
    case 'number':
      return packed;
    default:
      return texts(packed);
  }
}

function texts(packed: readonly (string | number | null)[]): Cell[] {
  let last: Cell = null;
  return packed.map((cell) => {
    if (cell === 0) return null;
    if (cell !== 1) last = cell;
    return last;
  });
}
