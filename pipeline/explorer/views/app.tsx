import { useEffect, useRef } from 'preact/hooks';
import type { TableInfo } from '../data/codebook.ts';
import { tableOfKey } from '../data/store.ts';
import { linkTo, type Route, useRoute } from '../route.ts';
import { ArticleView } from './article.tsx';
import { ArticleList } from './articles.tsx';
import { MapView } from './map.tsx';
import { Overview } from './overview.tsx';
import { PeopleView } from './people.tsx';
import { Notice } from './pieces.tsx';
import { RowView } from './row.tsx';
import { SearchView } from './search.tsx';
import { SearchBox } from './search-box.tsx';
import { TableView } from './table.tsx';

const places = [
  ['Articles', ['articles']],
  ['Figures', ['tables', 'figures']],
  ['Events', ['tables', 'events']],
  ['People', ['people']],
  ['Map', ['map']],
  ['Tables', ['tables']],
  ['Rejects', ['tables', 'rejects']],
] as const;

/** Tables that have a place of their own. */
const named = ['figures', 'events', 'rejects'];

/** The whole page: head, and the place where the reader is. */
export function App({ tables }: { tables: readonly TableInfo[] }) {
  const route = useRoute();
  const main = useRef<HTMLElement>(null);
  const place = route.path.slice(0, 2).join('/');
  const isFirst = useRef(true);
  useEffect(() => {
    // Another place begins at its top, also for those who do not see it.
    if (!isFirst.current) {
      scrollTo(0, 0);
      main.current?.focus({ preventScroll: true });
    }
    isFirst.current = false;
  }, [route.path[0] ?? '', /^a_/.test(route.path[0] ?? '') ? '' : place]);
  return (
    <>
      <button type="button" class="skip" onClick={() => main.current?.focus()}>
        Skip to the content
      </button>
      <header class="head">
        <a class="mark" href="#/">
          Tearsheet
        </a>
        <nav aria-label="Places">
          {places.map(([name, path]) => (
            <a key={name} href={linkTo(path)} aria-current={isAt(route, path) ? 'page' : undefined}>
              {name}
            </a>
          ))}
        </nav>
        <SearchBox route={route} />
      </header>
      <main id="main" ref={main} tabIndex={-1}>
        <Place route={route} tables={tables} />
      </main>
    </>
  );
}

const isAt = ({ path }: Route, place: readonly string[]): boolean =>
  place.length === 1 && place[0] === 'tables'
    ? path[0] === 'tables' && !named.includes(path[1] ?? '')
    : place.every((name, i) => path[i] === name);

function Place({ route, tables }: { route: Route; tables: readonly TableInfo[] }) {
  const [place = '', next = ''] = route.path;
  if (place === '') return <Overview tables={tables} />;
  if (place === 'people') return <PeopleView query={route.query} />;
  if (place === 'map') return <MapView query={route.query} />;
  if (place === 'articles') return <ArticleList query={route.query} />;
  if (place === 'search') return <SearchView text={route.query.get('q') ?? ''} />;
  if (place === 'tables') return <TableView tables={tables} name={next || 'statistics'} query={route.query} />;
  if (/^a_[a-z2-7]{16}$/.test(place)) return <ArticleView articleId={place} selected={next || null} />;
  const table = tables.find(({ name }) => name === place) ?? tableOfKey(place);
  if (table) return <RowView table={table} id={table.name === place ? next : place} />;
  return <Notice title="There is no such place">The address {location.hash} leads nowhere in this release.</Notice>;
}
