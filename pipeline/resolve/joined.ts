import { joinedIds } from './joined-ids.ts';
import type { Room, Sorter, Spool } from './room.ts';

/** Rows that were found to be one thing, and its row without its id. */
export interface Joined {
  /** Its id, if it is the first that has this key. */
  readonly key: string;
  /** What sorts those that share a key; may hold tabs. */
  readonly place: string;
  /** Its id otherwise. */
  readonly own: string;
  readonly row: object;
  readonly members: readonly Member[];
}

type Member = readonly [article: number, order: number, id: string];

/** As a line, what sorts it first. */
export const joinedLine = (kind: string, { key, place, own, members, row }: Joined): string =>
  `${kind}\t${key}\t${place}\t${own}\t${JSON.stringify(members)}\t${JSON.stringify(row)}`;

/** All of a kind, once their ids are known. */
export interface Named {
  /** Rows by id, with it as this column. */
  rows(column: string): Iterable<Readonly<Record<string, unknown>>>;
  /** What the rows of an article belong to, by their ids. Articles must be asked for in their order. */
  linksOf(article: number): Record<string, string>;
}

/** Takes lines in any order, then tells the ids. */
export function naming(room: Room): { add(line: string): void; close(kind: string): Named } {
  const sorters = new Map<string, Sorter>();
  return {
    add(line) {
      const tab = line.indexOf('\t');
      const kind = line.slice(0, tab);
      const sorter = sorters.get(kind) ?? room.sorter();
      sorters.set(kind, sorter);
      sorter.add(line.slice(tab + 1));
    },
    close: (kind) => named(sorters.get(kind)?.sorted() ?? [], room),
  };
}

function named(lines: Iterable<string>, room: Room): Named {
  const [firsts, others, links] = [room.spool(), room.sorter(), joinedIds(room)];
  let last = '';
  for (const line of lines) {
    const [key, own, members, row] = fieldsOf(line);
    const id = key === last ? own : key;
    (id === key ? firsts : others).add(`${id}\t${row}`);
    for (const [article, order, member] of JSON.parse(members) as Member[]) links.add(article, order, member, id);
    last = key;
  }
  return {
    *rows(column) {
      for (const line of inOrder(firsts, others)) {
        const tab = line.indexOf('\t');
        yield { [column]: line.slice(0, tab), ...(JSON.parse(line.slice(tab + 1)) as object) };
      }
    },
    linksOf: links.reader(),
  };
}

function fieldsOf(line: string): readonly [key: string, own: string, members: string, row: string] {
  const fields = line.split('\t');
  const [own, members, row] = fields.slice(-3) as [string, string, string];
  return [fields[0]!, own, members, row];
}

/** Lines that came in order, and among them those that did not. */
function* inOrder(firsts: Spool, others: Sorter): Generator<string> {
  const rest = others.sorted()[Symbol.iterator]();
  let next = rest.next();
  for (const line of firsts.lines()) {
    for (; !next.done && next.value < line; next = rest.next()) yield next.value;
    yield line;
  }
  for (; !next.done; next = rest.next()) yield next.value;
  firsts.drop();
}
