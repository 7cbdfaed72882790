import type { RowOf } from '#schemas/table.ts';
import type { figures, statistics } from '#schemas/tables/index.ts';
export function joinFigures(
  _m: readonly RowOf<typeof statistics>[],
  _c: { originKeyOf(a: string): string; publishedOn(a: string): string | null },
): { rows: RowOf<typeof figures>[]; figureOf: ReadonlyMap<string, string> } {
  return { rows: [], figureOf: new Map() };
}
