/** Some columns of a row as a line, and back. */
export interface Picker<R, More> {
  pack(row: R, more: More): string;
  unpack(line: string): { readonly row: R; readonly more: More };
}

/** Packs these columns of rows, and what is known beside them. */
export function picker<R extends object, More extends readonly unknown[]>(
  columns: readonly (keyof R)[],
): Picker<R, More> {
  return {
    pack: (row, more) => JSON.stringify([...columns.map((name) => row[name]), ...more]),
    unpack(line) {
      const values = JSON.parse(line) as R[keyof R][];
      const row = {} as R;
      for (let i = 0; i < columns.length; i++) row[columns[i]!] = values[i]!;
      return { row, more: values.slice(columns.length) as unknown as More };
    },
  };
}
