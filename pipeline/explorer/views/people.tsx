import { useMemo, useState } from 'preact/hooks';
import type { Row } from '../data/codebook.ts';
import { folded, wordsOf } from '../data/filter.ts';
import { type RowSet, rowAt, select } from '../data/row-set.ts';
import { linkTo, restate } from '../route.ts';
import { grouped } from '../show/numbers.ts';
import { useTable } from './loading.ts';
import { Said, Waiting } from './pieces.tsx';

const atOnce = 60;

/** The people, and how often each is quoted and named. */
export function PeopleView({ query }: { query: URLSearchParams }) {
  const entities = useTable('entities');
  const quotations = useTable('quotations');
  const [most, setMost] = useState(atOnce);
  const quoted = useMemo(() => countBy(quotations.set, 'speaker_entity_id'), [quotations.set]);
  const people = useMemo(() => {
    const found = select(entities.set, (part) => {
      const types = part.column('type');
      return (index) => types[index] === 'person';
    }).map((number) => rowAt(entities.set, number));
    const times = (row: Row): number => quoted.get(String(row.entity_id)) ?? 0;
    return found
      .map((row) => ({ row, times: times(row) }))
      .sort((a, b) => b.times - a.times || Number(b.row.mention_count) - Number(a.row.mention_count));
  }, [entities.set, quoted]);
  const words = wordsOf(query.get('q') ?? '');
  const shown = people.filter(({ row }) => {
    const hay = folded([row.name, row.aliases, row.role].join(' '));
    return words.every((word) => hay.includes(word));
  });
  if (!entities.isWhole || !quotations.isWhole) return <Waiting what="Counting who is quoted" />;
  const highest = Math.max(1, ...people.slice(0, 1).map(({ times }) => times));
  return (
    <section class="page">
      <h1>
        People <span class="count">{grouped(people.length)}</span>
      </h1>
      <p class="about">Everybody whom an article names, those who are quoted most often first.</p>
      <search class="filters">
        <label class="wide">
          <span>Name or role</span>
          <input
            type="search"
            value={query.get('q') ?? ''}
            onInput={(event) => restate(linkTo(['people'], { q: event.currentTarget.value }))}
          />
        </label>
      </search>
      <table class="rows people">
        <thead>
          <tr>
            <th scope="col">Person</th>
            <th scope="col">Quotations</th>
            <th scope="col" class="number">
              Named
            </th>
            <th scope="col" class="number">
              Articles
            </th>
            <th scope="col" class="number">
              Origins
            </th>
          </tr>
        </thead>
        <tbody>
          {shown.slice(0, most).map(({ row, times }) => (
            <tr key={String(row.entity_id)}>
              <th scope="row">
                <a href={linkTo([String(row.entity_id)])}>
                  <Said>{String(row.name)}</Said>
                </a>
                {row.role && (
                  <span class="role">
                    <Said>{String(row.role)}</Said>
                  </span>
                )}
              </th>
              <td data-title="Quotations">
                <span class="bar-cell">
                  <svg width="160" height="10" aria-hidden="true">
                    <rect width={(160 * times) / highest} height="10" rx="2" />
                  </svg>
                  {grouped(times)}
                </span>
              </td>
              <td class="number" data-title="Named">
                {grouped(Number(row.mention_count))}
              </td>
              <td class="number" data-title="Articles">
                {grouped(Number(row.article_count))}
              </td>
              <td class="number" data-title="Origins">
                {grouped(Number(row.origin_count))}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {shown.length > most && (
        <button type="button" class="more" onClick={() => setMost(most + 2 * atOnce)}>
          Show more
        </button>
      )}
    </section>
  );
}

/** How many rows have each value of a column. */
function countBy(set: RowSet, column: string): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const part of set.parts) {
    for (const cell of part.column(column)) {
      if (typeof cell === 'string') counts.set(cell, (counts.get(cell) ?? 0) + 1);
    }
  }
  return counts;
}
