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

/** A joined line of a group of claims, behind the group, which has the kind. */
export const madeLine = (group: string, line: string): string => `${group}${line.slice(line.indexOf('\t') + 1)}`;

/** Told that a row belongs to something, or, with an empty id, that it does not any more. */
export type TellLink = (kind: string, member: Member, id: string) => void;

/** Takes made lines that came and went, in any order, then tells the ids. */
export interface Naming {
  come(line: string): void;
  go(line: string): void;
  close(): void;
}

/** A table whose rows are joined ones, and the column of their id. */
type Tables = Readonly<Record<string, readonly [table: string, idColumn: string]>>;

/** Renews the rows of joined things on a shelf: a line for each, by id. What is made lies there already. */
export function naming(tables: Tables, shelf: Shelf, room: Room, tellLink: TellLink): Naming {
  const sorter = room.sorter();
  return {
    come: (line) => sorter.add(`${byKey(line)}\t+`),
    go: (line) => sorter.add(`${byKey(line)}\t-`),
    close() {
      const kept = shelf.lines('keys');
      const rows = Object.fromEntries(Object.keys(tables).map((kind) => [kind, room.sorter()]));
      const contentOf = (bearer: string): Content => contentIn(shelf.lines('made').find(madeBegin(bearer))[0]!);
      for (const [beginning, moves] of groupsOf(sorter.sorted(), (line) => leading(line, 2))) {
        const kind = beginning.slice(0, beginning.indexOf('\t'));
        const begins = (id: string): string => `{"${tables[kind]![1]}":"${id}"`;
        kept.change(beginning, (before) => {
          const { bearers, gone, come } = moved(before, moves);
          const [was, is] = [idsOf(before), idsOf(bearers)];
          const taken = new Set(is.values());
          const links = new Map<string, readonly [Member, string]>();
          for (const [bearer, id] of was) {
            if (is.get(bearer) === id && !gone.has(bearer)) continue;
            if (!taken.has(id)) rows[kind]!.add(begins(id));
            for (const member of membersOf(gone.get(bearer) ?? contentOf(bearer))) links.set(member[1], [member, '']);
          }
          for (const [bearer, id] of is) {
            if (was.get(bearer) === id && !come.has(bearer)) continue;
            const content = come.get(bearer) ?? contentOf(bearer);
            rows[kind]!.add(`${begins(id)},${content.row.slice(1)}`);
            for (const member of membersOf(content)) links.set(member[1], [member, id]);
          }
          for (const [member, id] of links.values()) tellLink(kind, member, id);
          return bearers;
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

interface Content {
  readonly members: string;
  readonly row: string;
}

const membersOf = ({ members }: Content): Member[] => JSON.parse(members) as Member[];

function contentIn(line: string): Content {
  const [members, row] = line.split('\t').slice(-2) as [string, string];
  return { members, row };
}

/** A made line, its group behind what sorts those that share a key: kind, key, place, own id, group, members, row. */
function byKey(made: string): string {
  const [kind, group, ...rest] = made.split('\t') as [string, string, ...string[]];
  return [kind, ...rest.slice(0, -2), group, ...rest.slice(-2)].join('\t');
}

/** What a made line begins with whose bearer of a key this is: kind, key, place, own id, group. */
function madeBegin(bearer: string): string {
  const [kind, ...rest] = bearer.split('\t') as [string, ...string[]];
  return [kind, rest.at(-1)!, ...rest.slice(0, -1), ''].join('\t');
}

/** Bearers of one key after some came and went, and what was and is made of these. */
function moved(before: readonly string[], moves: readonly string[]) {
  const [gone, come] = [new Map<string, Content>(), new Map<string, Content>()];
  for (const move of moves) {
    const fields = move.split('\t');
    const [members, row, sign] = fields.slice(-3) as [string, string, string];
    (sign === '+' ? come : gone).set(fields.slice(0, -3).join('\t'), { members, row });
  }
  const staying = before.filter((bearer) => !gone.has(bearer) && !come.has(bearer));
  return { bearers: [...staying, ...come.keys()].sort(), gone, come };
}

/** Ids of those that bear a key: the first has it. */
const idsOf = (bearers: readonly string[]): Map<string, string> =>
  new Map(
    bearers.map((bearer, i) => {
      const fields = bearer.split('\t');
      return [bearer, i === 0 ? fields[1]! : fields.at(-2)!];
    }),
  );
