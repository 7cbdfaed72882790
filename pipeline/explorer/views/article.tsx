import { useEffect, useMemo, useState } from 'preact/hooks';
import { type EvidenceRow, rowsOfArticle } from '../data/article-rows.ts';
import type { Row } from '../data/codebook.ts';
import { articles, loadText } from '../data/store.ts';
import { go, linkTo, restate } from '../route.ts';
import { labelOf, singular } from '../show/label.ts';
import { day, grouped } from '../show/numbers.ts';
import { type Block, blocksOf, pagesOf } from '../text/blocks.ts';
import { blocksOfRows, type Quoted } from '../text/sentences.ts';
import { layers } from './layers.ts';
import { useComing } from './loading.ts';
import { MarkedText } from './marked-text.tsx';
import { Notice, Outside, Said, Waiting } from './pieces.tsx';
import { Sheet } from './row-sheet.tsx';

/** An article with its rows marked, beside it the row that is chosen. */
export function ArticleView({ articleId, selected }: { articleId: string; selected: string | null }) {
  const found = useComing(() => readArticle(articleId), [articleId]);
  if (found.error) return <Notice title="This article cannot be read">{found.error.message}</Notice>;
  if (!found.value) return <Waiting what="Reading the article" />;
  const { article, rows, blocks } = found.value;
  if (!article)
    return <Notice title="There is no such article">No article of this release has the key {articleId}.</Notice>;
  return <ArticleShown key={articleId} article={article} rows={rows} blocks={blocks} selected={selected} />;
}

interface Read {
  readonly article: Row | undefined;
  readonly rows: readonly EvidenceRow[];
  readonly blocks: readonly Block[];
}

async function readArticle(articleId: string): Promise<Read> {
  const article = (await articles()).get(articleId);
  const rows = article ? await rowsOfArticle(articleId) : [];
  if (article?.rights === 'full') return { article, rows, blocks: blocksOf(await loadText(articleId)) };
  return { article, rows, blocks: blocksOfRows(rows.map(quotedBy)) };
}

/** What a row says of its place, where the text is not shipped. */
const quotedBy = ({ start, row: { quote, sentence } }: EvidenceRow): Quoted => ({
  start,
  quote: typeof quote === 'string' ? quote : null,
  sentence: typeof sentence === 'string' ? sentence : null,
});

interface Props {
  readonly article: Row;
  readonly rows: readonly EvidenceRow[];
  readonly blocks: readonly Block[];
  readonly selected: string | null;
}

function ArticleShown({ article, rows, blocks, selected }: Props) {
  const [shown, setShown] = useState<ReadonlySet<string>>(
    () => new Set(layers.filter(({ isOn }) => isOn).map(({ table }) => table)),
  );
  const pages = useMemo(() => pagesOf(blocks), [blocks]);
  const chosen = rows.find(({ key }) => key === selected);
  const [page, setPage] = useState(0);
  useEffect(() => {
    const at = chosen ? pages.findIndex((some) => some.some((block) => block.end > chosen.start)) : -1;
    if (at >= 0) setPage(at);
  }, [selected, pages]);
  const id = String(article.article_id);
  const marked = useMemo(
    () => rows.filter(({ table, key }) => shown.has(table.name) || key === selected),
    [rows, shown, selected],
  );
  const select = (key: string): void => (selected ? restate(linkTo([id, key])) : go(linkTo([id, key])));
  return (
    <div class={`reading${chosen ? ' has-chosen' : ''}`}>
      <article class="paper">
        <ArticleHead article={article} />
        <Switches rows={rows} shown={shown} onChange={setShown} />
        {article.rights !== 'full' && <Withheld article={article} />}
        <MarkedText blocks={pages[page] ?? []} rows={marked} selected={selected} onSelect={select} />
        {pages.length > 1 && <Pages page={page} pages={pages.length} onPage={setPage} />}
      </article>
      <aside class="beside" aria-label="Rows of this article">
        {selected !== null && !chosen && (
          <Notice title="There is no such row" Heading="h2">
            This article has no row with the key {selected}.
          </Notice>
        )}
        {chosen && (
          <div class="chosen">
            <a class="close" href={linkTo([id])} aria-label="Close the row">
              ×
            </a>
            <Sheet table={chosen.table} row={chosen.row} part={chosen.part} index={chosen.index} />
          </div>
        )}
        {chosen && <AlsoHere rows={rows} chosen={chosen} articleId={id} />}
        <RowList rows={rows.filter(({ table }) => shown.has(table.name))} selected={selected} articleId={id} />
      </aside>
    </div>
  );
}

function ArticleHead({ article }: { article: Row }) {
  const about = [article.publisher, article.published_on && day(String(article.published_on)), article.byline];
  return (
    <header class="article-head">
      <p class="kicker">
        {about.filter(Boolean).map((part, i) => (
          <span key={i}>
            <Said>{String(part)}</Said>
          </span>
        ))}
      </p>
      <h1>
        <Said>{String(article.title ?? article.source_file)}</Said>
      </h1>
      {article.subtitle && (
        <p class="deck">
          <Said>{String(article.subtitle)}</Said>
        </p>
      )}
      <p class="source">
        <Said>{String(article.source_file)}</Said>
        {article.url && <Outside url={String(article.url)} />}
        {article.origin && article.origin !== article.publisher && (
          <span>
            goes back to <Said>{String(article.origin)}</Said>
          </span>
        )}
        {article.duplicate_of && (
          <a href={linkTo([String(article.duplicate_of)])}>{copies[String(article.copy_kind)]}</a>
        )}
      </p>
    </header>
  );
}

/** What an article is to the one that it goes back to, by `copy_kind`. */
const copies: Readonly<Record<string, string>> = {
  exact: 'copy of another article',
  near: 'edited copy of another article',
  update: 'another version of an article',
};

const Withheld = ({ article }: { article: Row }) => (
  <p class="withheld">
    {article.rights === 'snippet'
      ? 'The rights of this article allow to show the sentences that are evidence for a row, not the whole text.'
      : `The rights of this article allow to show where each row stands, but none of its words. Look in ${article.source_file}.`}
  </p>
);

function Switches({
  rows,
  shown,
  onChange,
}: {
  rows: readonly EvidenceRow[];
  shown: ReadonlySet<string>;
  onChange: (shown: ReadonlySet<string>) => void;
}) {
  const count = (table: string): number => rows.filter((row) => row.table.name === table).length;
  const toggle = (table: string): void => {
    const next = new Set(shown);
    if (!next.delete(table)) next.add(table);
    onChange(next);
  };
  return (
    <fieldset class="switches">
      <legend class="visually-hidden">What is marked</legend>
      {layers.map(({ table, name }) => (
        <label key={table} class={`switch on-${table}`}>
          <input type="checkbox" checked={shown.has(table)} onChange={() => toggle(table)} />
          <span class="sample">{name}</span> <span class="count">{grouped(count(table))}</span>
        </label>
      ))}
    </fieldset>
  );
}

/** Other rows whose quotes overlap the chosen one. */
function AlsoHere({
  rows,
  chosen,
  articleId,
}: {
  rows: readonly EvidenceRow[];
  chosen: EvidenceRow;
  articleId: string;
}) {
  const others = rows.filter((row) => row !== chosen && row.start < chosen.end && row.end > chosen.start).slice(0, 12);
  if (others.length === 0) return null;
  return (
    <section class="also">
      <h3>Also here</h3>
      <ul class="row-list">
        {others.map((row) => (
          <RowLine key={row.key} row={row} articleId={articleId} isSelected={false} />
        ))}
      </ul>
    </section>
  );
}

/** Rows listed at a time. */
const listed = 200;

function RowList({
  rows,
  selected,
  articleId,
}: {
  rows: readonly EvidenceRow[];
  selected: string | null;
  articleId: string;
}) {
  const [most, setMost] = useState(listed);
  return (
    <section>
      <h3>
        In this article <span class="count">{grouped(rows.length)}</span>
      </h3>
      <ul class="row-list">
        {rows.slice(0, most).map((row) => (
          <RowLine key={row.key} row={row} articleId={articleId} isSelected={row.key === selected} />
        ))}
      </ul>
      {rows.length > most && (
        <button type="button" onClick={() => setMost(most + 5 * listed)}>
          Show more of {grouped(rows.length)}
        </button>
      )}
    </section>
  );
}

const RowLine = ({ row, articleId, isSelected }: { row: EvidenceRow; articleId: string; isSelected: boolean }) => (
  <li>
    <a
      class={`row-line on-${row.table.name}`}
      href={linkTo([articleId, row.key])}
      aria-current={isSelected ? 'true' : undefined}
    >
      <span class="row-kind">{singular[row.table.name]}</span>
      <bdi>{labelOf(row.table.name, row.row)}</bdi>
    </a>
  </li>
);

function Pages({ page, pages, onPage }: { page: number; pages: number; onPage: (page: number) => void }) {
  return (
    <nav class="pages" aria-label="Parts of this long article">
      <button type="button" disabled={page === 0} onClick={() => onPage(page - 1)}>
        ← Earlier
      </button>
      <span>
        Part {page + 1} of {pages}
      </span>
      <button type="button" disabled={page + 1 === pages} onClick={() => onPage(page + 1)}>
        Later →
      </button>
    </nav>
  );
}
