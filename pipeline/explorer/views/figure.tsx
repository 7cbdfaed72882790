import type { Row, TableInfo } from '../data/codebook.ts';
import { rowAt, select } from '../data/row-set.ts';
import { articles, tableInfo } from '../data/store.ts';
import { linkTo } from '../route.ts';
import { labelOf, rangeOf, unitOf } from '../show/label.ts';
import { grouped, withUnit } from '../show/numbers.ts';
import { visible } from '../text/visible.ts';
import { useComing, useTable } from './loading.ts';
import { Waiting } from './pieces.tsx';
import { RowTable } from './row-table.tsx';

/** Every statement of a figure side by side: the values on one line, then the sentences. */
export function FigureStatements({ figure }: { figure: Row }) {
  const { set, isWhole } = useTable('statistics');
  const sources = useComing(articles, []).value;
  if (!isWhole || !sources) return <Waiting what="Reading the statements" />;
  const id = figure.figure_id;
  const found = select(set, (part) => {
    const ids = part.column('figure_id');
    return (index) => ids[index] === id;
  });
  const rows = found.map((number) => rowAt(set, number));
  const table: TableInfo = tableInfo('statistics');
  return (
    <>
      <Values figure={figure} rows={rows} sources={sources} />
      <h2>
        Statements <span class="count">{grouped(rows.length)}</span>
      </h2>
      <RowTable table={table} rows={rows} sources={sources} />
    </>
  );
}

interface Props {
  readonly figure: Row;
  readonly rows: readonly Row[];
  readonly sources: ReadonlyMap<string, Row>;
}

/** Where each statement stands between low and high. */
function Values({ figure, rows, sources }: Props) {
  const ends = rows.flatMap((row) => [row.value, row.value_low, row.value_high]).filter((v) => typeof v === 'number');
  const [low, high] = [Math.min(...ends), Math.max(...ends)];
  if (!(high > low)) return <p class="about">Every statement says {rangeOf(figure)}.</p>;
  const at = (value: number): string => `${4 + (92 * (value - low)) / (high - low)}%`;
  const unit = unitOf(figure);
  return (
    <section class="values" aria-label="Values side by side">
      <ul>
        {rows.slice(0, 60).map((row) => {
          const [from, to] = [
            Number(row.value ?? row.value_low ?? row.value_high),
            Number(row.value ?? row.value_high ?? row.value_low),
          ];
          const article = sources.get(String(row.article_id));
          return (
            <li key={String(row.statistic_id)}>
              <a href={linkTo([String(row.article_id), String(row.statistic_id)])} title={labelOf('statistics', row)}>
                <bdi>{visible(String(article?.publisher ?? article?.source_file ?? ''))}</bdi>
              </a>
              <svg class="strip" height="22" aria-hidden="true">
                <line class="axis" x1="0" x2="100%" y1="11" y2="11" />
                <line class="best" x1={at(Number(figure.best))} x2={at(Number(figure.best))} y1="0" y2="22" />
                <line class="span" x1={at(from)} x2={at(to)} y1="11" y2="11" />
                <circle cx={at(from)} cy="11" r="5" />
                {to !== from && <circle cx={at(to)} cy="11" r="5" />}
              </svg>
              <span class="value">
                {from === to ? withUnit(from, unit) : `${withUnit(from, null)}–${withUnit(to, unit)}`}
              </span>
            </li>
          );
        })}
      </ul>
      <p class="about">The upright line is the best value, {withUnit(Number(figure.best), unit)}.</p>
    </section>
  );
}
