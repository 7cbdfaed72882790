import { useState } from 'preact/hooks';
import type { Row } from '../data/codebook.ts';
import { folded, wordsOf } from '../data/filter.ts';
import { articles } from '../data/store.ts';
import { linkTo, restate } from '../route.ts';
import { day, grouped } from '../show/numbers.ts';
import { useComing } from './loading.ts';
import { Notice, Said, Waiting } from './pieces.tsx';

const atOnce = 100;

/** All articles, the newest first. */
export function ArticleList({ query }: { query: URLSearchParams }) {
  const found = useComing(articles, []);
  const [most, setMost] = useState(atOnce);
  if (found.error) return <Notice title="The articles cannot be read">{found.error.message}</Notice>;
  if (!found.value) return <Waiting what="Reading the articles" />;
  const words = wordsOf(query.get('q') ?? '');
  const all = newestFirst([...found.value.values()]);
  const rows = all.filter((row) => words.every((word) => hayOf(row).includes(word)));
  return (
    <section class="page">
      <h1>
        Articles <span class="count">{grouped(rows.length)}</span>
      </h1>
      <search class="filters">
        <label class="wide">
          <span>Headline, outlet, author or file</span>
          <input
            type="search"
            value={query.get('q') ?? ''}
            onInput={(event) => restate(linkTo(['articles'], { q: event.currentTarget.value }))}
          />
        </label>
      </search>
      <ul class="article-list">
        {rows.slice(0, most).map((row) => (
          <ArticleLine key={String(row.article_id)} row={row} />
        ))}
      </ul>
      {rows.length > most && (
        <button type="button" onClick={() => setMost(most + atOnce)}>
          Show more
        </button>
      )}
    </section>
  );
}

/** Articles by their day, the newest first; those without a day come last. */
export const newestFirst = (rows: readonly Row[]): Row[] =>
  rows.toSorted((a, b) => {
    const [one, other] = [String(a.published_on ?? ''), String(b.published_on ?? '')];
    return one < other ? 1 : one > other ? -1 : 0;
  });

/** What a search for articles looks in. */
export const hayOf = (row: Row): string =>
  folded([row.title, row.subtitle, row.byline, row.publisher, row.source_file, row.article_id].join('\n'));

/** An article in a list. */
export const ArticleLine = ({ row }: { row: Row }) => (
  <li>
    <a href={linkTo([String(row.article_id)])}>
      <span class="kicker">
        {[row.publisher, row.published_on && day(String(row.published_on))].filter(Boolean).map((part, i) => (
          <span key={i}>
            <Said>{String(part)}</Said>
          </span>
        ))}
      </span>
      <span class="title">
        <Said>{String(row.title ?? row.source_file)}</Said>
      </span>
      <span class="counts">
        {counted(row.mention_count, 'name')} · {counted(row.statistic_count, 'number')} ·{' '}
        {counted(row.event_count, 'event')} · {counted(row.quotation_count, 'quotation')}
      </span>
    </a>
  </li>
);

const counted = (count: unknown, thing: string): string =>
  `${grouped(Number(count))} ${thing}${count === 1 ? '' : 's'}`;
