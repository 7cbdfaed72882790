/** Some columns of a row as a line, and back. */
export interface Picker<R> {
  pack(row: R, more: readonly number[]): string;
  unpack(line: string): { readonly row: R; readonly more: readonly number[] };
}

/** Packs these columns of rows, and numbers beside them. */
export function picker<R extends object>(columns: readonly (keyof R)[]): Picker<R> {
  return {
    pack: (row, more) => JSON.stringify([...columns.map((name) => row[name]), ...more]),
    unpack(line) {
      const values = JSON.parse(line) as R[keyof R][];
      const row = {} as R;
      for (let i = 0; i < columns.length; i++) row[columns[i]!] = values[i]!;
      return { row, more: values.slice(columns.length) as unknown as readonly number[] };
    },
  };
}
