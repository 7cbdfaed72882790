import { useEffect, useState } from 'preact/hooks';

/** Where the reader is: `#/tables/statistics?kind=money`. */
export interface Route {
  readonly path: readonly string[];
  readonly query: URLSearchParams;
}

/** Reads an address; what cannot be read is the front page. */
function routeOf(hash: string): Route {
  const [path = '', query = ''] = hash.replace(/^#\/?/, '').split('?', 2);
  try {
    return { path: path.split('/').map(decodeURIComponent).filter(Boolean), query: new URLSearchParams(query) };
  } catch {
    return { path: [], query: new URLSearchParams() };
  }
}

/** The address of a place in the explorer. */
export function linkTo(path: readonly string[], query: Readonly<Record<string, string>> = {}): string {
  const search = new URLSearchParams(Object.entries(query).filter(([, value]) => value !== '')).toString();
  return `#/${path.map(encodeURIComponent).join('/')}${search && `?${search}`}`;
}

/** Where the reader is, followed. */
export function useRoute(): Route {
  const [hash, setHash] = useState(location.hash);
  useEffect(() => {
    const follow = (): void => setHash(location.hash);
    addEventListener('hashchange', follow);
    return () => removeEventListener('hashchange', follow);
  }, []);
  return routeOf(hash);
}

/** Goes on to another place. */
export const go = (link: string): void => {
  location.hash = link;
};

/** Changes what the address says of this place, as typing does: without a new entry in the history. */
export function restate(link: string): void {
  history.replaceState(null, '', link);
  dispatchEvent(new HashChangeEvent('hashchange'));
}
