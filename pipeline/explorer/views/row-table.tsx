import type { Row, TableInfo } from '../data/codebook.ts';
import { linkTo } from '../route.ts';
import { labelOf } from '../show/label.ts';
import { day, grouped } from '../show/numbers.ts';
import { visible } from '../text/visible.ts';
import { Confidence, Said } from './pieces.tsx';
import { RangeBar } from './range-bar.tsx';

/** Columns of tables whose rows have no evidence of their own. */
const shown: Readonly<Record<string, readonly string[]>> = {
  articles: ['publisher', 'published_on', 'word_count', 'statistic_count', 'event_count', 'quotation_count', 'rights'],
  rejects: ['stage', 'message'],
  entities: ['type', 'country', 'role', 'mention_count', 'article_count', 'origin_count'],
  figures: ['place', 'period_start', 'range', 'statement_count', 'origin_count', 'agreement'],
  events: ['date_start', 'place', 'modality', 'mention_count', 'origin_count'],
};

/** Rows as a table; each leads to its evidence. */
export function RowTable({
  table,
  rows,
  sources,
}: {
  table: TableInfo;
  rows: readonly Row[];
  sources: ReadonlyMap<string, Row>;
}) {
  return table.grounded ? (
    <Grounded table={table} rows={rows} sources={sources} />
  ) : (
    <Plain table={table} rows={rows} />
  );
}

function Grounded({
  table,
  rows,
  sources,
}: {
  table: TableInfo;
  rows: readonly Row[];
  sources: ReadonlyMap<string, Row>;
}) {
  return (
    <table class="rows">
      <thead>
        <tr>
          <th scope="col">{table.title}</th>
          <th scope="col">Evidence</th>
          <th scope="col">Source</th>
          <th scope="col">Confidence</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => {
          const article = sources.get(String(row.article_id));
          return (
            <tr key={String(row[table.key])}>
              <th scope="row">
                <a href={linkTo([String(row.article_id), String(row[table.key])])}>
                  <bdi>{shortLabelOf(table.name, row)}</bdi>
                </a>
                {isUnsure(row) && <span class="tag">{unsure(row)}</span>}
              </th>
              <td class="evidence">
                <Evidence row={row} />
              </td>
              <td class="source-cell">
                <Said>{String(article?.publisher ?? article?.source_file ?? '')}</Said>
                {article?.published_on && (
                  <time dateTime={String(article.published_on)}>{day(String(article.published_on))}</time>
                )}
              </td>
              <td>
                <Confidence value={Number(row.confidence)} />
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

/** The words of a quotation stand beside it, as evidence. */
const shortLabelOf = (table: string, row: Row): string =>
  table === 'quotations' ? visible(String(row.speaker ?? 'speaker not stated')) : labelOf(table, row);

const unsure = (row: Row): string =>
  [row.polarity === 'negative' ? 'denied' : null, row.modality !== 'actual' ? row.modality : null]
    .filter(Boolean)
    .join(', ');
const isUnsure = (row: Row): boolean => row.modality !== undefined && unsure(row) !== '';

/** Characters of a sentence that a line shows. */
const longest = 320;

/** The sentence with the quote in it. */
function Evidence({ row: { quote, sentence } }: { row: Row }) {
  if (typeof quote !== 'string' || typeof sentence !== 'string') return <em class="quiet">not shown: rights</em>;
  const at = sentence.indexOf(quote);
  const from = Math.max(0, Math.min(at - 120, sentence.length - longest));
  return (
    <bdi>
      {from > 0 && '… '}
      {visible(sentence.slice(from, at))}
      <mark>{visible(quote.slice(0, longest))}</mark>
      {visible(sentence.slice(at + quote.length, Math.max(from + longest, at + quote.length)))}
      {Math.max(from + longest, at + quote.length) < sentence.length && ' …'}
    </bdi>
  );
}

/** Low, best and high drawn in one column. */
const range = { name: 'range', title: 'Low – best – high', type: 'string' } as const;

function Plain({ table, rows }: { table: TableInfo; rows: readonly Row[] }) {
  const names = shown[table.name] ?? [];
  const columns = names.flatMap((name) =>
    name === range.name ? range : (table.columns.find((column) => column.name === name) ?? []),
  );
  return (
    <table class="rows">
      <thead>
        <tr>
          <th scope="col">{table.title}</th>
          {columns.map(({ name, title, type }) => (
            <th key={name} scope="col" class={type === 'integer' || type === 'number' ? 'number' : undefined}>
              {title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={String(row[table.key])}>
            <th scope="row">
              <a href={linkTo([String(row[table.key])])}>
                <bdi>{labelOf(table.name, row)}</bdi>
              </a>
            </th>
            {columns.map(({ name, type, title }) => (
              <td
                key={name}
                data-title={title}
                class={
                  type === 'integer' || type === 'number'
                    ? 'number'
                    : name !== range.name && (row[name] ?? null) === null
                      ? 'is-empty'
                      : undefined
                }
              >
                {name === range.name ? <RangeBar row={row} /> : <Cell cell={row[name] ?? null} type={type} />}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Cell({ cell, type }: { cell: Row[string]; type: string }) {
  if (cell === null || cell === undefined) return <span class="quiet">–</span>;
  if (typeof cell === 'number') return <>{grouped(cell)}</>;
  if (type === 'date') return <time dateTime={String(cell)}>{day(String(cell))}</time>;
  if (type === 'enum') return <span class={`value-${cell}`}>{String(cell).replaceAll('_', ' ')}</span>;
  return <Said>{String(cell)}</Said>;
}
