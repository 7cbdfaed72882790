import { useState } from 'preact/hooks';
import type { ColumnInfo, Row, TableInfo } from '../data/codebook.ts';
import { locate, type RowSet, rowAt } from '../data/row-set.ts';
import { type Part, tableInfo, wholeRow } from '../data/store.ts';
import { linkTo } from '../route.ts';
import { type CopyForm, copyForms, copyOf } from '../show/copy.ts';
import { labelOf, singular } from '../show/label.ts';
import { day, grouped } from '../show/numbers.ts';
import { Confidence, Outside, Said } from './pieces.tsx';

/** A row of a table that was loaded whole. */
export function RowSheet({ table, set, number }: { table: TableInfo; set: RowSet; number: number }) {
  const { part, index } = locate(set, number);
  return <Sheet table={table} row={rowAt(set, number)} part={part} index={index} Heading="h1" />;
}

/** Columns that are shown elsewhere on the page, or are of no use to somebody who reads. */
const aside: ReadonlySet<string> = new Set([
  'quote',
  'text',
  'sentence',
  'char_start',
  'char_end',
  'extractor',
  'confidence',
  'text_sha256',
  'source_sha256',
  'evidence_url',
  'article_id',
  'publisher',
  'published_on',
  'url',
  'source_file',
]);

/** Nothing is said where a cell is empty, and little where there was no change and no basis; what an entity's own column names is one line. */
function isTold(table: TableInfo, row: Row, { name, type }: ColumnInfo): boolean {
  const cell = row[name] ?? null;
  if (cell === labelOf(table.name, row)) return false;
  if (cell === null || name === table.key || (table.grounded && aside.has(name))) return false;
  if (type === 'enum' && cell === 'none') return false;
  return !(name.endsWith('_entity_id') && (row[name.slice(0, -'_entity_id'.length)] ?? null) !== null);
}

interface SheetProps {
  readonly table: TableInfo;
  readonly row: Row;
  readonly part: Part;
  readonly index: number;
  /** On a page of its own the row is what the page is about. */
  readonly Heading?: 'h1' | 'h2';
}

/** Everything that one row says, and ways to take it along. */
export function Sheet({ table, row, part, index, Heading = 'h2' }: SheetProps) {
  const facts = table.columns.filter((column) => isTold(table, row, column));
  return (
    <section class={`sheet kind-${table.name}`} aria-label={`${singular[table.name] ?? table.title} ${row[table.key]}`}>
      <p class="sheet-kind">{singular[table.name] ?? table.title}</p>
      <Heading>
        <bdi>{labelOf(table.name, row)}</bdi>
      </Heading>
      <dl class="facts">
        {facts.map((column) => (
          <div key={column.name}>
            <dt title={column.description}>{column.title}</dt>
            <dd>
              <CellShown table={table} row={row} name={column.name} />
            </dd>
          </div>
        ))}
      </dl>
      {table.grounded && (
        <p class="provenance">
          <Confidence value={Number(row.confidence)} /> ·{' '}
          <span title="Extractor and version">{String(row.extractor)}</span> · characters{' '}
          {grouped(Number(row.char_start))}–{grouped(Number(row.char_end))}
        </p>
      )}
      <Copying key={String(row[table.key])} table={table} part={part} index={index} />
    </section>
  );
}

/** A cell with its links, days in words, numbers in groups. */
function CellShown({ table, row, name }: { table: TableInfo; row: Row; name: string }) {
  const column = table.columns.find((one) => one.name === name)!;
  const cell = row[name]!;
  if (column.references) {
    const target = tableInfo(column.references);
    return (
      <a class="key" href={linkTo([String(cell)])}>
        {singular[target.name]?.toLowerCase() ?? target.name} {String(cell).slice(-4)}
      </a>
    );
  }
  const entity = row[`${name}_entity_id`];
  if (entity) {
    return (
      <a href={linkTo([String(entity)])}>
        <Said>{String(cell)}</Said>
      </a>
    );
  }
  if (name === 'url') return <Outside url={String(cell)} />;
  if (column.type === 'date') return <time dateTime={String(cell)}>{day(String(cell))}</time>;
  if (typeof cell === 'number')
    return (
      <>
        {grouped(cell)}
        {column.unit === '%' ? ' %' : ''}
      </>
    );
  if (typeof cell === 'boolean') return <>{cell ? 'yes' : 'no'}</>;
  if (column.type === 'enum') return <>{String(cell).replaceAll('_', ' ')}</>;
  return <Said>{String(cell)}</Said>;
}

function Copying({ table, part, index }: { table: TableInfo; part: Part; index: number }) {
  const [told, tell] = useState('');
  const copy = async (form: CopyForm): Promise<void> => {
    const text = await copyOf(form, table, await wholeRow(part, index));
    tell((await toClipboard(text)) ? `${form} copied` : 'The browser did not allow copying');
  };
  return (
    <p class="copying">
      {copyForms.map((form) => (
        <button type="button" key={form} onClick={() => void copy(form)}>
          Copy {form}
        </button>
      ))}
      <span role="status">{told}</span>
    </p>
  );
}

/** Pages that were opened from the disk may lack the newer way. */
async function toClipboard(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    const field = document.createElement('textarea');
    field.value = text;
    field.className = 'visually-hidden';
    document.body.append(field);
    field.select();
    const isDone = document.execCommand('copy');
    field.remove();
    return isDone;
  }
}
