import { groupsOf, leading } from './lines.ts';
import type { Room } from './room.ts';
import type { Kept, Shelf } from './shelf.ts';

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

export type Member = readonly [articleId: string, id: string];

/** As a line, what sorts it first. */
export const joinedLine = (kind: string, { key, place, own, members, row }: Joined): string =>
  `${kind}\t${key}\t${place}\t${own}\t${JSON.stringify(members)}\t${JSON.stringify(row)}`;

/** Told that a row belongs to something, or, with an empty id, that it does not any more. */
export type TellLink = (kind: string, member: Member, id: string) => void;

/** Takes joined lines that came and went, in any order, then tells the ids. */
export interface Naming {
  come(line: string): void;
  go(line: string): void;
  close(): void;
}

/** A table whose rows are joined ones, and the column of their id. */
type Tables = Readonly<Record<string, readonly [table: string, idColumn: string]>>;

/** Renews the rows of joined things on a shelf: a line for each, by id. */
export function naming(tables: Tables, shelf: Shelf, room: Room, tellLink: TellLink): Naming {
  const sorter = room.sorter();
  return {
    come: (line) => sorter.add(`${line}\t+`),
    go: (line) => sorter.add(`${line}\t-`),
    close() {
      const kept = shelf.lines('joined');
      const rows = Object.fromEntries(Object.keys(tables).map((kind) => [kind, room.sorter()]));
      for (const [beginning, moves] of groupsOf(sorter.sorted(), (line) => leading(line, 2))) {
        const kind = beginning.slice(0, beginning.indexOf('\t'));
        const begins = (id: string): string => `{"${tables[kind]![1]}":"${id}"`;
        kept.change(beginning, (before) => {
          const now = moved(before, moves);
          const [was, is] = [namedIn(before), namedIn(now)];
          for (const id of was.keys()) if (!is.has(id)) rows[kind]!.add(begins(id));
          for (const [id, { row }] of is) {
            if (was.get(id)?.row !== row) rows[kind]!.add(`${begins(id)},${row.slice(1)}`);
          }
          tellLinks(was, is, (member, id) => tellLink(kind, member, id));
          return now;
        });
      }
      for (const [kind, [table, column]] of Object.entries(tables)) {
        renewRows(shelf.lines(table), column, rows[kind]!.sorted());
      }
    },
  };
}

/** Puts rows in the place of those with the same id; an id alone takes one away. */
export function renewRows(kept: Kept, column: string, lines: Iterable<string>): void {
  const idAt = column.length + 5;
  const begins = (line: string): string => line.slice(0, line.indexOf('"', idAt) + 1);
  for (const [beginning, rows] of groupsOf(lines, begins)) kept.change(beginning, () => rows);
}

/** Lines after some came and went. */
function moved(before: readonly string[], moves: readonly string[]): string[] {
  if (before.length === 0 && moves.every((move) => move.endsWith('+'))) return moves.map((move) => move.slice(0, -2));
  const counts = new Map(before.map((line) => [line, 1]));
  for (const move of moves) {
    const line = move.slice(0, -2);
    counts.set(line, (counts.get(line) ?? 0) + (move.endsWith('+') ? 1 : -1));
  }
  return [...counts].flatMap(([line, count]) => (count > 0 ? [line] : [])).sort();
}

interface Named {
  readonly row: string;
  readonly members: string;
}

/** What lines of one key tell, by id: the first has the key. */
function namedIn(lines: readonly string[]): Map<string, Named> {
  const named = new Map<string, Named>();
  for (const line of lines) {
    const fields = line.split('\t');
    const [own, members, row] = fields.slice(-3) as [string, string, string];
    named.set(named.size === 0 ? fields[1]! : own, { row, members });
  }
  return named;
}

function tellLinks(
  was: ReadonlyMap<string, Named>,
  is: ReadonlyMap<string, Named>,
  tell: (member: Member, id: string) => void,
): void {
  const ids = new Map<string, readonly [Member, string]>();
  for (const [id, { members }] of was) {
    if (is.get(id)?.members === members) continue;
    for (const member of JSON.parse(members) as Member[]) ids.set(member[1], [member, '']);
  }
  for (const [id, { members }] of is) {
    if (was.get(id)?.members === members) continue;
    for (const member of JSON.parse(members) as Member[]) ids.set(member[1], [member, id]);
  }
  for (const [member, id] of ids.values()) tell(member, id);
}
