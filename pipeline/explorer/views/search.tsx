import { useMemo } from 'preact/hooks';
import type { Row, TableInfo } from '../data/codebook.ts';
import { rowsWith, wordsOf } from '../data/filter.ts';
import { rowAt, select } from '../data/row-set.ts';
import { articles, tableInfo } from '../data/store.ts';
import { linkTo } from '../route.ts';
import { grouped } from '../show/numbers.ts';
import { ArticleLine, hayOf } from './articles.tsx';
import { useComing, useTable } from './loading.ts';
import { Waiting } from './pieces.tsx';
import { RowTable } from './row-table.tsx';

/** Tables that a search looks through, in the order of the answer. */
const searched = ['entities', 'figures', 'quotations', 'statistics', 'event_mentions'] as const;

/** Rows of each table that the answer shows. */
const shown = 8;

/** What the whole release knows about some words. */
export function SearchView({ text }: { text: string }) {
  const words = useMemo(() => wordsOf(text), [text]);
  const sources = useComing(articles, []).value;
  if (!sources) return <Waiting />;
  return (
    <section class="page">
      <h1>
        {words.length === 0 ? (
          'Search'
        ) : (
          <>
            Found for “<bdi>{text}</bdi>”
          </>
        )}
      </h1>
      {words.length === 0 ? (
        <p class="about">
          Type words, names or the key of a row; all words must stand in a row. The key / leads to the search field.
        </p>
      ) : (
        <>
          <FoundArticles words={words} sources={sources} />
          {searched.map((name) => (
            <FoundRows key={name} table={tableInfo(name)} words={words} text={text} sources={sources} />
          ))}
        </>
      )}
    </section>
  );
}

function FoundArticles({ words, sources }: { words: readonly string[]; sources: ReadonlyMap<string, Row> }) {
  const hay = useMemo(() => [...sources.values()].map((row) => [row, hayOf(row)] as const), [sources]);
  const found = hay.filter(([, text]) => words.every((word) => text.includes(word))).map(([row]) => row);
  if (found.length === 0) return null;
  return (
    <section class="found-in">
      <h2>
        Articles <span class="count">{grouped(found.length)}</span>
      </h2>
      <ul class="article-list">
        {found.slice(0, shown).map((row) => (
          <ArticleLine key={String(row.article_id)} row={row} />
        ))}
      </ul>
      {found.length > shown && (
        <a href={linkTo(['articles'], { q: words.join(' ') })}>All {grouped(found.length)} articles</a>
      )}
    </section>
  );
}

interface Props {
  readonly table: TableInfo;
  readonly words: readonly string[];
  readonly text: string;
  readonly sources: ReadonlyMap<string, Row>;
}

function FoundRows({ table, words, text, sources }: Props) {
  const { set, isWhole } = useTable(table.name);
  const found = useMemo(() => select(set, (part) => rowsWith(part, words)), [set, words]);
  if (isWhole && found.length === 0) return null;
  return (
    <section class="found-in">
      <h2>
        {table.title} <span class="count">{isWhole ? grouped(found.length) : 'reading …'}</span>
      </h2>
      {found.length > 0 && (
        <RowTable table={table} rows={found.slice(0, shown).map((number) => rowAt(set, number))} sources={sources} />
      )}
      {found.length > shown && (
        <a href={linkTo(['tables', table.name], { q: text })}>All {grouped(found.length)} rows</a>
      )}
    </section>
  );
}
