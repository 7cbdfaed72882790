import type { Guide } from '#pipeline/annotate/parser/guide.ts';

/** Trees of another scheme, a line each, as `java Teach trees` prints them: head (from 1, 0 the root) and relation of each word. */
export function readGuides(lines: readonly string[]): Guide[] {
  const relations = new Map<string, number>();
  const numberOf = (relation: string): number => {
    if (!relations.has(relation)) relations.set(relation, relations.size + 1);
    return relations.get(relation)!;
  };
  return lines.map((line) => {
    const words = line.split('\t').map((word) => word.split(' '));
    return guideOf(
      words.map(([head]) => (head === '0' ? words.length : Number(head) - 1)),
      words.map(([, relation]) => numberOf(relation!)),
    );
  });
}

function guideOf(heads: readonly number[], relations: readonly number[]): Guide {
  const nodes = heads.length + 2;
  const itself = Int32Array.from({ length: nodes }, (_, node) => node);
  const guide = {
    heads: new Int32Array(nodes).fill(-1),
    relations: new Uint8Array(nodes),
    first: itself.slice(),
    last: itself.slice(),
    margins: new Int32Array(nodes),
  };
  guide.heads.set(heads);
  guide.relations.set(relations);
  for (const [word, head] of heads.entries()) {
    guide.first[head] = Math.min(guide.first[head]!, word);
    guide.last[head] = Math.max(guide.last[head]!, word);
  }
  return guide;
}
