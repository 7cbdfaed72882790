import type { Row } from '#schemas/table.ts';

/** How many died by each report of an event: the count that stands in its one victim's words. */
export function tollsOf(participants: Iterable<Row>, statistics: Iterable<Row>): ReadonlyMap<string, number> {
  const counts = new Map<string, Row[]>();
  for (const row of statistics) {
    if (row.kind !== 'count' || typeof row.value !== 'number') continue;
    const article = String(row.article_id);
    const list = counts.get(article);
    if (list) list.push(row);
    else counts.set(article, [row]);
  }
  const found = new Map<string, number | null>();
  for (const { role, event_mention_id, article_id, char_start, char_end } of participants) {
    if (role !== 'victim') continue;
    const inside = (counts.get(String(article_id)) ?? []).find(
      (c) => Number(c.char_start) < Number(char_end) && Number(char_start) < Number(c.char_end),
    );
    const id = String(event_mention_id);
    found.set(id, found.has(id) ? null : ((inside?.value as number | undefined) ?? null));
  }
  return new Map([...found].flatMap(([id, toll]) => (toll === null ? [] : [[id, toll] as const])));
}
