import { useEffect } from 'preact/hooks';
import type { Row, TableInfo } from '../data/codebook.ts';
import { find, loadTable, rowAt } from '../data/row-set.ts';
import { linkTo, restate } from '../route.ts';
import { FigureStatements } from './figure.tsx';
import { useComing } from './loading.ts';
import { Notice, Waiting } from './pieces.tsx';
import { Related } from './related.tsx';
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
    if (article) restate(linkTo([article, id]));
  }, [article]);
  if (found.error) return <Notice title="This row cannot be read">{found.error.message}</Notice>;
  if (!found.value || article) return <Waiting />;
  const { set, number, row } = found.value;
  if (!row) return <Notice title="There is no such row">No row of {table.name} has this key in this release.</Notice>;
  return (
    <div class="sheet-page" key={id}>
      <p class="back">
        <a href={linkTo(['tables', table.name])}>← {table.title}</a>
      </p>
      <RowSheet table={table} set={set} number={number} />
      <More table={table} row={row} id={id} />
    </div>
  );
}

/** What other tables say of a row. */
function More({ table, row, id }: { table: TableInfo; row: Row; id: string }) {
  if (table.name === 'figures') return <FigureStatements figure={row} />;
  if (table.name === 'events') {
    return <Related title="Reports of this event" table="event_mentions" columns={['event_id']} id={id} isOpen />;
  }
  if (table.name !== 'entities') return null;
  const isPerson = row.type === 'person';
  return (
    <>
      <Related
        title="What they are quoted with"
        table="quotations"
        columns={['speaker_entity_id']}
        id={id}
        isOpen={isPerson}
      />
      <Related
        title="Roles"
        table="affiliations"
        columns={['person_entity_id', 'organization_entity_id']}
        id={id}
        isOpen={isPerson}
      />
      <Related
        title="Numbers about it, or that it states"
        table="statistics"
        columns={['subject_entity_id', 'place_entity_id', 'attributed_to_entity_id']}
        id={id}
      />
      <Related
        title="Events"
        table="event_mentions"
        columns={['actor_entity_id', 'recipient_entity_id', 'place_entity_id', 'attributed_to_entity_id']}
        id={id}
      />
      <Related title="Where it is named" table="mentions" columns={['entity_id']} id={id} isOpen={!isPerson} />
    </>
  );
}
