import type { RowOf } from '#schemas/table.ts';
import type { articles } from '#schemas/tables/articles.ts';
import { type Columns, columnsOn, growingColumns, keepColumns } from './columns.ts';
import { asBytes, byNumber, type Interner, interner } from './packed.ts';
import type { Shelf } from './shelf.ts';

/** What the corpus stage remembers of an article's row. */
export type Listed = Pick<
  RowOf<typeof articles>,
  'article_id' | 'published_on' | 'publisher' | 'origin' | 'text_sha256'
>;

/** The articles of a corpus, counted from 0 in the order in which they came; a few numbers each. */
export interface Roll {
  readonly count: number;
  idOf(article: number): string;
  /** The article that has an id; -1 for none. */
  find(articleId: string): number;
  /** Does this stand for all that an article states? */
  isPrint(article: number, print: string): boolean;
  /** Day of publication as a number that sorts as it does, the largest where it is not known. */
  dayOf(article: number): number;
  publishedOn(article: number): string | null;
  /** Place in the order of the ids. */
  placeOf(article: number): number;
  /** Articles in the order of their ids. */
  byId(): Uint32Array;
  /** Outlets and wires are numbers as well; 0 is none. */
  publisherOf(article: number): number;
  originOf(article: number): number;
  readonly outletCount: number;
  outletName(outlet: number): string | null;
  /** Articles of one text, told together. */
  sameTexts(): Iterable<Uint32Array>;
  keep(shelf: Shelf): void;
}

const names = ['days', 'publishers', 'origins', 'texts'] as const;
/** Characters that stand for all that an article states. */
const printLength = 32;

interface Held {
  readonly ids: Interner;
  readonly outlets: Interner;
  readonly texts: Interner;
  readonly columns: Columns<(typeof names)[number]>;
  /** All prints, an article's behind the other's. */
  readonly prints: string;
}

/** Articles of the run before. */
export interface KnownRoll extends Roll {
  readonly held: Held;
}

/** The roll of before; an empty one where none was kept. */
export function rollOn(shelf: Shelf): KnownRoll {
  const internerOn = (name: string): Interner => interner(shelf.numbers(`roll-${name}`));
  const held = {
    ...{ ids: internerOn('ids'), outlets: internerOn('outlets'), texts: internerOn('text-hashes') },
    columns: columnsOn(shelf, 'roll', names),
    prints: Buffer.from(asBytes(shelf.numbers('roll-prints') ?? new Uint32Array())).toString('latin1'),
  };
  return { ...rollFrom(held), held };
}

/** Takes articles one by one, those of before by their numbers there, from one up to another. What stands for an article is 32 hexadecimal digits. */
export function rollOf(before: KnownRoll): {
  add(article: Listed, print: string): void;
  copy(from: number, to: number): void;
  close(): Roll;
} {
  const { outlets, texts } = before.held;
  if (outlets.size === 0) outlets.intern('');
  const ids = interner();
  const columns = growingColumns(names);
  const prints: string[] = [];
  const numberOf = (outlet: string | null): number => (outlet === null ? 0 : outlets.intern(`=${outlet}`));
  const name = (id: string, article: number): void => {
    if (ids.intern(id) !== article) throw new Error(`${id}: an article came twice`);
  };
  return {
    add({ article_id, published_on, publisher, origin, text_sha256 }, print) {
      name(article_id, columns.length);
      prints.push(print);
      columns.push({
        ...{ days: dayNumber(published_on), publishers: numberOf(publisher), origins: numberOf(origin) },
        texts: texts.intern(text_sha256.slice(0, 32)),
      });
    },
    copy(from, to) {
      columns.copy(before.held.columns, from, to);
      prints.push(before.held.prints.slice(printLength * from, printLength * to));
      ids.append(before.held.ids, from, to);
    },
    close: () => rollFrom({ ids, outlets, texts, columns: columns.view(), prints: prints.join('') }),
  };
}

function rollFrom({ ids, outlets, texts, columns, prints }: Held): Roll {
  const { days, publishers, origins } = columns;
  const count = days.length;
  const order = once(() => {
    const texts = Array.from({ length: count }, (_, article) => ids.text(article));
    const byId = inOrderOfIds(texts);
    const places = new Uint32Array(count);
    for (const [place, article] of byId.entries()) places[article] = place;
    return { byId, places };
  });
  return {
    count,
    idOf: ids.text,
    find: ids.find,
    isPrint: (article, print) => prints.startsWith(print, printLength * article),
    dayOf: (article) => days[article]!,
    publishedOn: (article) => dayText(days[article]!),
    placeOf: (article) => order().places[article]!,
    byId: () => order().byId,
    publisherOf: (article) => publishers[article]!,
    originOf: (article) => origins[article]!,
    outletCount: outlets.size,
    outletName: (outlet) => (outlet === 0 ? null : outlets.text(outlet).slice(1)),
    *sameTexts() {
      const same = byNumber(columns.texts, texts.size);
      for (let text = 0; text < texts.size; text++) {
        const articles = same.members(text);
        if (articles.length > 0) yield articles;
      }
    },
    keep(shelf) {
      shelf.keep('roll-ids', ids.packed());
      shelf.keep('roll-outlets', outlets.packed());
      shelf.keep('roll-text-hashes', texts.packed());
      keepColumns(shelf, 'roll', columns);
      shelf.keep('roll-prints', numbersIn(prints));
    },
  };
}

function once<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => {
    made ??= make();
    return made;
  };
}

/** Characters, four a number. */
function numbersIn(prints: string): Uint32Array {
  const all = new Uint32Array(prints.length / 4);
  Buffer.from(asBytes(all).buffer).write(prints, 'latin1');
  return all;
}

/** Articles in the order of their ids. */
export const inOrderOfIds = (ids: readonly string[]): Uint32Array =>
  Uint32Array.from(ids.keys()).sort((a, b) => (ids[a]! < ids[b]! ? -1 : 1));

const unknownDay = 99_990_000;

const dayNumber = (day: string | null): number => (day === null ? unknownDay : Number(day.replaceAll('-', '')));

function dayText(day: number): string | null {
  if (day === unknownDay) return null;
  const digits = String(day).padStart(8, '0');
  return `${digits.slice(0, 4)}-${digits.slice(4, 6)}-${digits.slice(6)}`;
}
