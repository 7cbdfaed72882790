/** The three moves of the arc-hybrid system: next word onto the stack; top of the stack under the next word; top under the one below. */
export const move = { shift: 0, left: 1, right: 2 } as const;
