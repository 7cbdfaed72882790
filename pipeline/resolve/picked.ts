import type { Cell } from '#schemas/table.ts';

/** Some columns of a row as a list, and back. */
export interface Picker<R> {
  pick(row: R, ...more: readonly Cell[]): Cell[];
  /** A row with these columns; what stands behind them is left out. */
  row(cells: readonly Cell[]): R;
}

export const picker = <R extends object>(columns: readonly (keyof R)[]): Picker<R> => ({
  pick: (row, ...more) => [...columns.map((name) => row[name] as Cell), ...more],
  row(cells) {
    const row = {} as R;
    for (let i = 0; i < columns.length; i++) row[columns[i]!] = cells[i] as R[keyof R];
    return row;
  },
});
