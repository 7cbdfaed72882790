import type { RowOf } from '#schemas/table.ts';
import type { entities, eventMentions, events } from '#schemas/tables/index.ts';
export function joinEvents(
  _m: readonly RowOf<typeof eventMentions>[],
  _c: { originKeyOf(a: string): string; entityOf(id: string): RowOf<typeof entities> | undefined },
): { rows: RowOf<typeof events>[]; eventOf: ReadonlyMap<string, string> } {
  return { rows: [], eventOf: new Map() };
}
