import { useEffect } from 'preact/hooks';
import type { TableInfo } from '../data/codebook.ts';
import { find, loadTable, rowAt } from '../data/row-set.ts';
import { go, linkTo } from '../route.ts';
import { useComing } from './loading.ts';
import { Notice, Waiting } from './pieces.tsx';
import { RowSheet } from './row-sheet.tsx';

/** A row by its key alone: one with evidence is shown in its article. */
export function RowView({ table, id }: { table: TableInfo; id: string }) {
  const found = useComing(async () => {
    const set = await loadTable(table.name);
    const number = find(set, table.key, id);
    return { set, number, row: number < 0 ? null : rowAt(set, number) };
  }, [table.name, id]);
  const article = table.grounded && found.value?.row ? String(found.value.row.article_id) : null;
  useEffect(() => {
    if (article) go(linkTo([article, id]));
  }, [article]);
  if (found.error) return <Notice title="This row cannot be read">{found.error.message}</Notice>;
  if (!found.value || article) return <Waiting />;
  if (!found.value.row)
    return <Notice title="There is no such row">No row of {table.name} has this key in this release.</Notice>;
  return (
    <div class="sheet-page">
      <RowSheet table={table} set={found.value.set} number={found.value.number} />
    </div>
  );
}
