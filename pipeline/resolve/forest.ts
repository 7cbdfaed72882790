import { numbers } from './packed.ts';

/** Things that become one, told by the first of them. */
export function forest() {
  const parents = numbers(16);
  const held = (): Uint32Array => parents.view();
  const rootOf = (index: number): number => {
    const above = held();
    let root = index;
    while (above[root] !== root) {
      above[root] = above[above[root]!]!;
      root = above[root]!;
    }
    return root;
  };
  return {
    /** One more; gives its number. */
    add(): number {
      parents.push(parents.length);
      return parents.length - 1;
    },
    rootOf,
    unite(one: number, other: number): void {
      const [a, b] = [rootOf(one), rootOf(other)];
      held()[Math.max(a, b)] = Math.min(a, b);
    },
  };
}
