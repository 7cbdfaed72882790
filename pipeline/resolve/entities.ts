import type { DocumentEntity } from '#schemas/stages/extraction.ts';
import type { RowOf } from '#schemas/table.ts';
import type { articles, entities } from '#schemas/tables/index.ts';

interface Input {
  readonly article: RowOf<typeof articles>;
  readonly originKey: string;
  readonly entities: readonly DocumentEntity[];
  readonly mentionCount: ReadonlyMap<string, number>;
}
export function joinEntities(list: readonly Input[]): {
  rows: RowOf<typeof entities>[];
  idOf(articleId: string, id: string): string;
} {
  const rows = new Map<string, RowOf<typeof entities>>();
  for (const { entities: es } of list)
    for (const { aliases, roles, ...e } of es)
      rows.set(e.entity_id, {
        ...e,
        aliases: null,
        role: roles[0] ?? null,
        mention_count: 1,
        article_count: 1,
        origin_count: 1,
        first_published_on: null,
        last_published_on: null,
      });
  return { rows: [...rows.values()], idOf: (_, id) => id };
}
