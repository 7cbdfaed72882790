/** Types of names, in the order the labels are numbered. */
export const nameTypes = ['person', 'organization', 'place', 'group', 'other'] as const;

/** Type of a name: `group` is a people, faith or camp; `other` an event, work, product or law. */
export type TaggedType = (typeof nameTypes)[number];

/** Label 0 is outside; each type has four more: begin, inside, last, and unit (a name of one word). */
export const labelCount = 1 + 4 * nameTypes.length;

/** Place of a label within its name. */
export const part = { outside: -1, begin: 0, inside: 1, last: 2, unit: 3 } as const;

/** Number of a label. */
export function labelOf(type: number, place: number): number {
  return place === part.outside ? 0 : 1 + 4 * type + place;
}

/** Place within a name, and type number, of a label. */
export function readLabel(label: number): { place: number; type: number } {
  return label === 0 ? { place: part.outside, type: -1 } : { place: (label - 1) % 4, type: (label - 1) >> 2 };
}

/** Whether one label may follow another; before the first word and after the last stands label 0. */
function mayFollow(from: number, to: number): boolean {
  const a = readLabel(from);
  const b = readLabel(to);
  const open = a.place === part.begin || a.place === part.inside;
  const continues = b.place === part.inside || b.place === part.last;
  return open ? continues && a.type === b.type : !continues;
}

/** Labels that may stand before each label, and after it. */
export const before: readonly (readonly number[])[] = neighbours((other, label) => mayFollow(other, label));
export const after: readonly (readonly number[])[] = neighbours((other, label) => mayFollow(label, other));

function neighbours(allowed: (other: number, label: number) => boolean): number[][] {
  const all = Array.from({ length: labelCount }, (_, label) => label);
  return all.map((label) => all.filter((other) => allowed(other, label)));
}
