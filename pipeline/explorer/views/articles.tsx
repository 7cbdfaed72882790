import { useState } from 'preact/hooks';
import type { Row } from '../data/codebook.ts';
import { articles } from '../data/store.ts';
import { linkTo } from '../route.ts';
import { day, grouped } from '../show/numbers.ts';
import { useComing } from './loading.ts';
import { Notice, Said, Waiting } from './pieces.tsx';

const atOnce = 100;

/** All articles, the newest first. */
export function ArticleList({ query: _ }: { query: URLSearchParams }) {
  const found = useComing(articles, []);
  const [most, setMost] = useState(atOnce);
  if (found.error) return <Notice title="The articles cannot be read">{found.error.message}</Notice>;
  if (!found.value) return <Waiting what="Reading the articles" />;
  const rows = [...found.value.values()].sort((a, b) => compare(b.published_on, a.published_on));
  return (
    <section class="page">
      <h1>
        Articles <span class="count">{grouped(rows.length)}</span>
      </h1>
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

const compare = (a: unknown, b: unknown): number => (String(a ?? '') < String(b ?? '') ? -1 : a === b ? 0 : 1);

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
        {grouped(Number(row.mention_count))} names · {grouped(Number(row.statistic_count))} numbers ·{' '}
        {grouped(Number(row.event_count))} events · {grouped(Number(row.quotation_count))} quotations
      </span>
    </a>
  </li>
);
