/** The three moves of the arc-hybrid system: next word onto the stack; top of the stack under the next word; top under the one below. */
export const move = { shift: 0, left: 1, right: 2 } as const;

/** What a parser may decide at each step, by class: a move and, for an arc, its relation. */
export interface Transitions {
  readonly moves: Uint8Array;
  /** Index into `names`; 0 for a shift. */
  readonly relations: Uint8Array;
  /** Relations by index; the first is `root`, which no class has. */
  readonly names: readonly string[];
}

/** Reads labels such as `shift`, `left nsubj`, `right obj`. */
export function readTransitions(labels: readonly string[]): Transitions {
  const names = ['root'];
  const moves = new Uint8Array(labels.length);
  const relations = new Uint8Array(labels.length);
  for (const [index, label] of labels.entries()) {
    const [name, relation] = label.split(' ');
    moves[index] = name === 'left' ? move.left : name === 'right' ? move.right : move.shift;
    if (relation === undefined) continue;
    if (!names.includes(relation)) names.push(relation);
    relations[index] = names.indexOf(relation);
  }
  return { moves, relations, names };
}

/** The same classes for a sentence read backwards. */
export function mirrored({ moves, relations, names }: Transitions): Transitions {
  const turned = moves.map((made) => (made === move.shift ? made : move.left + move.right - made));
  return { moves: turned, relations, names };
}
