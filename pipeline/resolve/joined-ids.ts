import { fixed, groupsOf } from './lines.ts';
import type { Room } from './room.ts';

/** What rows of articles belong to, told in any order. */
export interface JoinedIds {
  /** `order` tells the rows of an article apart and sorts them. */
  add(article: number, order: number, from: string, to: string): void;
  /** Once all are added: what the rows of an article belong to, by their ids. Articles must be asked for in their order. */
  reader(): (article: number) => Record<string, string>;
}

export function joinedIds(room: Room): JoinedIds {
  const sorter = room.sorter();
  return {
    add: (article, order, from, to) => sorter.add(`${fixed(article)}\t${fixed(order)}\t${from} ${to}`),
    reader() {
      const groups = groupsOf(sorter.sorted())[Symbol.iterator]();
      let next = groups.next();
      return (article) => {
        if (next.done || Number(next.value[0]) !== article) return {};
        const found: Record<string, string> = {};
        for (const pair of next.value[1]) {
          const space = pair.indexOf(' ');
          found[pair.slice(0, space)] = pair.slice(space + 1);
        }
        next = groups.next();
        return found;
      };
    },
  };
}
