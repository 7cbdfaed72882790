import type { Row, TableInfo } from '../data/codebook.ts';
import { type RowSet, rowAt, select } from '../data/row-set.ts';
import { articles } from '../data/store.ts';
import { linkTo } from '../route.ts';
import { labelOf } from '../show/label.ts';
import { grouped } from '../show/numbers.ts';
import { ArticleLine, newestFirst } from './articles.tsx';
import { useComing, useTable } from './loading.ts';
import { Notice, Waiting } from './pieces.tsx';
import { RangeBar } from './range-bar.tsx';

const charts = [
  { file: 'events.svg', about: 'Events over time', link: ['tables', 'events'] },
  {
    file: 'figures.svg',
    about: 'Figures that most origins report, with low, best and high',
    link: ['tables', 'figures'],
  },
  { file: 'quoted.svg', about: 'Who is quoted most', link: ['people'] },
] as const;

/** The front page: what this release holds. */
export function Overview({ tables }: { tables: readonly TableInfo[] }) {
  const found = useComing(articles, []);
  if (found.error) return <Notice title="The articles cannot be read">{found.error.message}</Notice>;
  if (!found.value) return <Waiting what="Reading the articles" />;
  const all = [...found.value.values()];
  return (
    <section class="page overview">
      <h1>What the articles say</h1>
      <p class="about">{summary(all)} Every row leads to the words that state it.</p>
      <ul class="tiles">
        {tables.map(({ name, title, rows }) => (
          <li key={name}>
            <a href={linkTo(name === 'articles' ? ['articles'] : ['tables', name])}>
              <strong>{grouped(rows)}</strong> {title.toLowerCase()}
            </a>
          </li>
        ))}
      </ul>
      <div class="charts">
        {charts.map(({ file, about, link }) => (
          <figure key={file}>
            <a href={linkTo(link)}>
              <img src={`../charts/${file}`} alt={about} />
            </a>
          </figure>
        ))}
      </div>
      <div class="two">
        <Compared />
        <section>
          <h2>Newest articles</h2>
          <ul class="article-list plain">
            {newestFirst(all)
              .slice(0, 10)
              .map((row) => (
                <ArticleLine key={String(row.article_id)} row={row} />
              ))}
          </ul>
          <a href={linkTo(['articles'])}>All articles</a>
        </section>
      </div>
    </section>
  );
}

function summary(all: readonly Row[]): string {
  const outlets = new Set(all.flatMap(({ publisher }) => (publisher ? [publisher] : [])));
  const copies = all.filter(({ duplicate_of }) => duplicate_of !== null).length;
  const words = all.reduce((sum, row) => sum + Number(row.word_count), 0);
  const from = outlets.size > 0 ? ` from ${grouped(outlets.size)} ${outlets.size === 1 ? 'outlet' : 'outlets'}` : '';
  const copied = copies > 0 ? `, ${grouped(copies)} of them ${copies === 1 ? 'a copy' : 'copies'}` : '';
  return `${grouped(all.length)} ${all.length === 1 ? 'article' : 'articles'}${from}${copied}: ${grouped(words)} words.`;
}

/** Figures that several independent reports state: where they differ, and where they agree. */
function Compared() {
  const { set, isWhole } = useTable('figures');
  return (
    <div>
      <FigureList
        set={set}
        isWhole={isWhole}
        agreement="conflict"
        title="Where reports differ"
        none="No two independent reports give different numbers for the same thing."
      />
      <FigureList
        set={set}
        isWhole={isWhole}
        agreement="agree"
        title="Where reports agree"
        none="No number is stated by two independent reports."
      />
    </div>
  );
}

interface ListProps {
  readonly set: RowSet;
  readonly isWhole: boolean;
  readonly agreement: string;
  readonly title: string;
  readonly none: string;
}

const listed = 8;

function FigureList({ set, isWhole, agreement, title, none }: ListProps) {
  const found = select(set, (part) => {
    const cells = part.column('agreement');
    return (index) => cells[index] === agreement;
  });
  const rows = found
    .map((number) => rowAt(set, number))
    .sort(
      (a, b) =>
        Number(b.origin_count) - Number(a.origin_count) || Number(b.statement_count) - Number(a.statement_count),
    );
  return (
    <section class="compared">
      <h2>
        {title} <span class="count">{isWhole ? grouped(rows.length) : ''}</span>
      </h2>
      {isWhole && rows.length === 0 && <p class="about">{none}</p>}
      <ul class="conflicts">
        {rows.slice(0, listed).map((row) => (
          <li key={String(row.figure_id)}>
            <a href={linkTo([String(row.figure_id)])}>
              <bdi>{labelOf('figures', row)}</bdi>
            </a>
            {agreement === 'conflict' ? (
              <RangeBar row={row} />
            ) : (
              <span class="count">{grouped(Number(row.origin_count))} origins</span>
            )}
          </li>
        ))}
      </ul>
      {rows.length > listed && <a href={linkTo(['tables', 'figures'], { agreement })}>All {grouped(rows.length)}</a>}
    </section>
  );
}
