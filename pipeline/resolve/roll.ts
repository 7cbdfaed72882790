import type { RowOf } from '#schemas/table.ts';
import type { articles } from '#schemas/tables/articles.ts';
import { interner, numbers } from './packed.ts';
import type { Room } from './room.ts';

/** What the corpus stage remembers of an article's row. */
export type Listed = Pick<
  RowOf<typeof articles>,
  'article_id' | 'published_on' | 'publisher' | 'origin' | 'text_sha256'
>;

/** The articles of a corpus, counted from 0 in the order in which they came; a few numbers each. */
export interface Roll {
  readonly count: number;
  idOf(article: number): string;
  /** Day of publication as a number that sorts as it does, the largest where it is not known. */
  dayOf(article: number): number;
  publishedOn(article: number): string | null;
  /** Place in the order of the ids. */
  placeOf(article: number): number;
  /** Articles in the order of their ids. */
  readonly byId: Uint32Array;
  /** Outlets and wires are numbers as well; 0 is none. */
  publisherOf(article: number): number;
  originOf(article: number): number;
  readonly outletCount: number;
  outletName(outlet: number): string | null;
  /** Articles of one text, told together. */
  sameTexts(): Iterable<readonly number[]>;
}

/** Takes articles one by one. */
export function rollOf(room: Room): { add(article: Listed): void; close(): Roll } {
  const ids = room.sorter();
  const texts = room.sorter();
  const names = interner();
  const days = numbers();
  const publishers = numbers();
  const origins = numbers();
  const outlets = interner();
  outlets.intern('');
  const numberOf = (outlet: string | null): number => (outlet === null ? 0 : outlets.intern(`=${outlet}`));
  return {
    add({ article_id, published_on, publisher, origin, text_sha256 }) {
      const article = days.length;
      if (names.intern(article_id) !== article) throw new Error(`${article_id}: an article came twice`);
      ids.add(`${article_id}\t${article}`);
      texts.add(`${text_sha256}\t${article}`);
      days.push(dayNumber(published_on));
      publishers.push(numberOf(publisher));
      origins.push(numberOf(origin));
    },
    close() {
      const byId = new Uint32Array(days.length);
      const places = new Uint32Array(days.length);
      let place = 0;
      for (const [, article] of endings(ids.sorted())) {
        byId[place] = article;
        places[article] = place++;
      }
      return {
        count: days.length,
        idOf: names.text,
        dayOf: days.at,
        publishedOn: (article) => dayText(days.at(article)),
        placeOf: (article) => places[article]!,
        byId,
        publisherOf: publishers.at,
        originOf: origins.at,
        outletCount: outlets.size,
        outletName: (outlet) => (outlet === 0 ? null : outlets.text(outlet).slice(1)),
        *sameTexts() {
          let text: string | undefined;
          const same: number[] = [];
          for (const [of, article] of endings(texts.sorted())) {
            if (of !== text && same.length > 0) yield same.splice(0);
            text = of;
            same.push(article);
          }
          if (same.length > 0) yield same;
        },
      };
    },
  };
}

/** Lines of a key and a number behind a tab. */
function* endings(lines: Iterable<string>): Generator<readonly [key: string, number: number]> {
  for (const line of lines) {
    const tab = line.lastIndexOf('\t');
    yield [line.slice(0, tab), Number(line.slice(tab + 1))];
  }
}

const unknownDay = 99_990_000;

const dayNumber = (day: string | null): number => (day === null ? unknownDay : Number(day.replaceAll('-', '')));

function dayText(day: number): string | null {
  if (day === unknownDay) return null;
  const digits = String(day).padStart(8, '0');
  return `${digits.slice(0, 4)}-${digits.slice(4, 6)}-${digits.slice(6)}`;
}
