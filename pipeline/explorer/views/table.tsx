import { useMemo, useState } from 'preact/hooks';
import type { Row, TableInfo } from '../data/codebook.ts';
import { dayColumn, type Filter, filterColumns, filterOf, testFor } from '../data/filter.ts';
import { ordersOf, sorted } from '../data/order.ts';
import { type RowSet, rowAt, select } from '../data/row-set.ts';
import { articles } from '../data/store.ts';
import { go, linkTo, restate } from '../route.ts';
import { grouped } from '../show/numbers.ts';
import { useComing, useTable } from './loading.ts';
import { Notice, Waiting } from './pieces.tsx';
import { RowTable } from './row-table.tsx';
import { Timeline } from './timeline.tsx';

const atOnce = 100;

/** A table with its filters. The address holds them: it can be kept or sent. */
export function TableView({
  tables,
  name,
  query,
}: {
  tables: readonly TableInfo[];
  name: string;
  query: URLSearchParams;
}) {
  const table = tables.find((one) => one.name === name);
  if (!table) return <Notice title="There is no such table">This release has no table {name}.</Notice>;
  return <TableShown key={name} tables={tables} table={table} query={query} />;
}

function TableShown({
  tables,
  table,
  query,
}: {
  tables: readonly TableInfo[];
  table: TableInfo;
  query: URLSearchParams;
}) {
  const { set, isWhole, error } = useTable(table.name);
  const sources = useComing(articles, []).value;
  const search = query.toString();
  const filter = useMemo(() => filterOf(table, query), [table, search]);
  const orders = ordersOf(table);
  const order = orders.find(({ name }) => name === query.get('sort')) ?? orders[0]!;
  const chosen = useMemo(() => (sources ? select(set, testFor(filter, sources)) : []), [set, sources, filter]);
  const found = useMemo(() => sorted(set, chosen, order), [set, chosen, order]);
  if (error) return <Notice title="This table cannot be read">{error.message}</Notice>;
  const restrict = (more: Readonly<Record<string, string>>): void =>
    restate(linkTo(['tables', table.name], { ...Object.fromEntries(query), ...more }));
  return (
    <section class="page">
      <header class="table-head">
        <h1>{table.title}</h1>
        <label class="chooser">
          <span>Table</span>
          <select value={table.name} onChange={(event) => go(linkTo(['tables', event.currentTarget.value]))}>
            {tables.map(({ name, title, rows }) => (
              <option key={name} value={name}>
                {title} ({grouped(rows)})
              </option>
            ))}
          </select>
        </label>
      </header>
      <p class="about">{table.description}</p>
      <details class="filter-box" open={isRoomy()}>
        <summary>Filter</summary>
        <Filters table={table} filter={filter} query={query} publishers={publishersOf(sources)} onChange={restrict} />
      </details>
      {table.name === 'events' && isWhole && (
        <Timeline set={set} rows={chosen} column="date_start" onChoose={(from, to) => restrict({ from, to })} />
      )}
      <div class="found-line">
        <p class="found" role="status">
          {isWhole
            ? `${grouped(found.length)} of ${grouped(set.rows)} rows`
            : `${grouped(found.length)} rows so far; reading part ${set.parts.length} of ${set.partsInAll}`}
        </p>
        {orders.length > 1 && (
          <label class="chooser row-order">
            <span>Sorted</span>
            <select value={order.name} onChange={(event) => restrict({ sort: event.currentTarget.value })}>
              {orders.map(({ name, title }) => (
                <option key={name} value={name}>
                  {title}
                </option>
              ))}
            </select>
          </label>
        )}
      </div>
      <Rows key={search} table={table} set={set} found={found} sources={sources} isWhole={isWhole} />
    </section>
  );
}

/** On a phone the rows come first, the filters when asked for. */
const isRoomy = (): boolean => matchMedia('(min-width: 44rem)').matches;

interface RowsProps {
  readonly table: TableInfo;
  readonly set: RowSet;
  readonly found: readonly number[];
  readonly sources: ReadonlyMap<string, Row> | undefined;
  readonly isWhole: boolean;
}

function Rows({ table, set, found, sources, isWhole }: RowsProps) {
  const [most, setMost] = useState(atOnce);
  if (!sources || (found.length === 0 && !isWhole)) return <Waiting />;
  if (found.length === 0) return <p class="none">No row is like that.</p>;
  const rows = found.slice(0, most).map((number) => rowAt(set, number));
  return (
    <>
      <RowTable table={table} rows={rows} sources={sources} />
      {found.length > most && (
        <button type="button" class="more" onClick={() => setMost(most + 2 * atOnce)}>
          Show more
        </button>
      )}
    </>
  );
}

function publishersOf(sources: ReadonlyMap<string, Row> | undefined): readonly string[] {
  const names = new Set(
    [...(sources?.values() ?? [])].flatMap(({ publisher }) => (publisher ? [String(publisher)] : [])),
  );
  return [...names].sort();
}

interface FiltersProps {
  readonly table: TableInfo;
  readonly filter: Filter;
  readonly query: URLSearchParams;
  readonly publishers: readonly string[];
  readonly onChange: (more: Readonly<Record<string, string>>) => void;
}

function Filters({ table, filter, query, publishers, onChange }: FiltersProps) {
  const hasPublisher = table.grounded || table.columns.some(({ name }) => name === 'publisher');
  const day = dayColumn(table);
  return (
    <search class="filters" aria-label={`Filter ${table.title}`}>
      <label class="wide">
        <span>Words</span>
        <input
          type="search"
          value={query.get('q') ?? ''}
          onInput={(event) => onChange({ q: event.currentTarget.value })}
        />
      </label>
      {hasPublisher && publishers.length > 0 && (
        <label>
          <span>Outlet</span>
          <select value={filter.publisher} onChange={(event) => onChange({ publisher: event.currentTarget.value })}>
            <option value="">all</option>
            {publishers.map((name) => (
              <option key={name}>{name}</option>
            ))}
          </select>
        </label>
      )}
      {filterColumns(table).map(({ name, title, values }) => (
        <label key={name}>
          <span>{title}</span>
          <select
            value={filter.values[name] ?? ''}
            onChange={(event) => onChange({ [name]: event.currentTarget.value })}
          >
            <option value="">all</option>
            {values!.map((value) => (
              <option key={value} value={value}>
                {value.replaceAll('_', ' ')}
              </option>
            ))}
          </select>
        </label>
      ))}
      {day && (
        <>
          <label>
            <span>From</span>
            <input
              type="date"
              value={filter.from}
              onChange={(event) => onChange({ from: event.currentTarget.value })}
            />
          </label>
          <label>
            <span>To</span>
            <input type="date" value={filter.to} onChange={(event) => onChange({ to: event.currentTarget.value })} />
          </label>
        </>
      )}
      {table.grounded && (
        <label>
          <span>Confidence from {filter.confidence}</span>
          <input
            type="range"
            min="0"
            max="1"
            step="0.05"
            value={filter.confidence}
            onInput={(event) =>
              onChange({ confidence: event.currentTarget.value === '0' ? '' : event.currentTarget.value })
            }
          />
        </label>
      )}
      {query.toString() !== '' && (
        <button type="button" onClick={() => restate(linkTo(['tables', table.name]))}>
          Clear
        </button>
      )}
    </search>
  );
}
