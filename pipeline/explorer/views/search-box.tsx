import { useEffect, useRef, useState } from 'preact/hooks';
import { go, linkTo, type Route, restate } from '../route.ts';

/** Looks for words everywhere; `/` leads here. */
export function SearchBox({ route }: { route: Route }) {
  const isThere = route.path[0] === 'search';
  const [text, setText] = useState(isThere ? (route.query.get('q') ?? '') : '');
  const box = useRef<HTMLInputElement>(null);
  useEffect(() => {
    const listen = (event: KeyboardEvent): void => {
      const isTyping = event.target instanceof HTMLElement && event.target.matches('input, select, textarea');
      if (event.key !== '/' || isTyping || event.ctrlKey || event.metaKey || event.altKey) return;
      event.preventDefault();
      box.current?.focus();
    };
    addEventListener('keydown', listen);
    return () => removeEventListener('keydown', listen);
  }, []);
  const search = (q: string): void => {
    setText(q);
    const link = linkTo(['search'], { q });
    if (isThere) restate(link);
    else if (q.trim() !== '') go(link);
  };
  return (
    <search class="search-box">
      <label>
        <span class="visually-hidden">Search everything</span>
        <input
          ref={box}
          type="search"
          placeholder="Search"
          autocomplete="off"
          value={isThere ? (route.query.get('q') ?? '') : text}
          onInput={(event) => search(event.currentTarget.value)}
        />
      </label>
    </search>
  );
}
