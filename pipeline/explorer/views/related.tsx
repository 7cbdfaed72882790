import { useMemo, useState } from 'preact/hooks';
import { rowAt, select } from '../data/row-set.ts';
import { articles, tableInfo } from '../data/store.ts';
import { grouped } from '../show/numbers.ts';
import { useComing, useTable } from './loading.ts';
import { RowTable } from './row-table.tsx';

interface Props {
  readonly title: string;
  readonly table: string;
  /** Columns that may hold the key. */
  readonly columns: readonly string[];
  readonly id: string;
  readonly isOpen?: boolean;
}

/** Rows of another table that point at a key. */
export function Related({ title, table, columns, id, isOpen = false }: Props) {
  const [isShown, show] = useState(isOpen);
  return (
    <details class="related" open={isShown} onToggle={(event) => show(event.currentTarget.open)}>
      <summary>{title}</summary>
      {isShown && <RelatedRows table={table} columns={columns} id={id} />}
    </details>
  );
}

const atOnce = 40;

function RelatedRows({ table, columns, id }: Omit<Props, 'title' | 'isOpen'>) {
  const { set, isWhole } = useTable(table);
  const sources = useComing(articles, []).value;
  const [most, setMost] = useState(atOnce);
  const found = useMemo(
    () =>
      select(set, (part) => {
        const cells = columns.map((name) => part.column(name));
        return (index) => cells.some((column) => column[index] === id);
      }),
    [set, id],
  );
  if (!sources) return null;
  return (
    <>
      <p class="found" role="status">
        {isWhole
          ? `${grouped(found.length)} ${found.length === 1 ? 'row' : 'rows'}`
          : `${grouped(found.length)} so far; reading`}
      </p>
      {found.length > 0 && (
        <RowTable
          table={tableInfo(table)}
          rows={found.slice(0, most).map((number) => rowAt(set, number))}
          sources={sources}
        />
      )}
      {found.length > most && (
        <button type="button" class="more" onClick={() => setMost(most + 5 * atOnce)}>
          Show more
        </button>
      )}
    </>
  );
}
