import type { Statement } from './statement.ts';

/**
 * How many statements a group holds when what copies of one text repeat counts once: of each value, as many as the copy has that
 * states it most often.
 */
export function countStatements(group: readonly Statement[]): number {
  const perArticle = new Map<string, number>();
  const most = new Map<string, number>();
  for (const { row, origin } of group) {
    const { value, value_low, value_high, qualifier } = row;
    const said = JSON.stringify([origin, value, value_low, value_high, qualifier]);
    const own = `${said} ${row.article_id}`;
    const count = (perArticle.get(own) ?? 0) + 1;
    perArticle.set(own, count);
    most.set(said, Math.max(most.get(said) ?? 0, count));
  }
  return [...most.values()].reduce((sum, count) => sum + count, 0);
}
