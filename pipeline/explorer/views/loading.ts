import { useEffect, useState } from 'preact/hooks';
import { loadTable, onRows, type RowSet, rowsSoFar } from '../data/row-set.ts';

/** What is on its way: nothing yet, a value, or why it cannot come. */
export type Coming<T> =
  | { readonly value: undefined; readonly error: undefined }
  | { readonly value: T; readonly error: undefined }
  | { readonly value: undefined; readonly error: Error };

const nothing = { value: undefined, error: undefined };

/** Waits for something that depends on these keys. */
export function useComing<T>(load: () => Promise<T>, keys: readonly unknown[]): Coming<T> {
  const [state, setState] = useState<Coming<T> & { readonly keys: readonly unknown[] }>({ ...nothing, keys });
  useEffect(() => {
    let isWanted = true;
    const tell = (coming: Coming<T>): void => {
      if (isWanted) setState({ ...coming, keys });
    };
    load().then(
      (value) => tell({ value, error: undefined }),
      (error: Error) => tell({ value: undefined, error }),
    );
    return () => {
      isWanted = false;
    };
  }, keys);
  return keys.every((key, i) => key === state.keys[i]) ? state : nothing;
}

/** A whole table, as far as it has come. */
export function useTable(table: string): { set: RowSet; isWhole: boolean; error: Error | undefined } {
  const [, redraw] = useState<unknown>();
  const whole = useComing(() => loadTable(table), [table]);
  useEffect(() => onRows(table, redraw), [table]);
  return { set: whole.value ?? rowsSoFar(table), isWhole: whole.value !== undefined, error: whole.error };
}
