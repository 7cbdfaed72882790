import type { EntityMention } from '../../annotate/document.ts';
import type { View } from './view.ts';

/** Where the number holds and how that is known. */
export interface Place {
  readonly mention: EntityMention | null;
  readonly entity: number | null;
  readonly basis: 'stated' | 'inferred' | 'none';
}

const nowhere: Place = { mention: null, entity: null, basis: 'none' };

/** The place that the sentence gives the quantity; where it names none, the one that the whole article is about. */
export function placeOf(view: View): Place {
  const { sentence, document } = view;
  const named = document.mentions.filter(
    (m) =>
      m.type === 'place' && m.form === 'name' && m.firstToken >= sentence.firstToken && m.endToken <= sentence.endToken,
  );
  const owned = named.findLast(
    (m) =>
      m.endToken <= view.first &&
      isOwner(view, m) &&
      view.first - m.endToken < 8 &&
      isNear(view, m.endToken, view.first),
  );
  const inside = named.find(
    (m) => m.firstToken >= view.end && view.is(m.firstToken - 1, 'where') && isNear(view, view.end, m.firstToken),
  );
  const ahead = named.findLast(
    (m) => m.endToken <= view.first && view.is(m.firstToken - 1, 'where') && isNear(view, m.endToken, view.first),
  );
  const later = named.find((m) => m.firstToken >= view.end && isOwner(view, m) && isNear(view, view.end, m.firstToken));
  const found = owned ?? inside ?? ahead ?? later;
  if (found) return { mention: found, entity: found.entity, basis: 'stated' };
  return named.length === 0 ? mainPlace(view) : nowhere;
}

/** “Ecuador's murder rate”. */
const isOwner = (view: View, { endToken }: EntityMention): boolean => /^['’]s?$/.test(view.lower(endToken));

/** No other quantity stands between. */
const isNear = (view: View, from: number, to: number): boolean =>
  !view.others.some((q) => q.firstToken >= from && q.endToken <= to);

/** The place that the article is about: named in its first sentences and in at least half of its namings of places. */
function mainPlace(view: View): Place {
  if (!/^(?:count|percent|rate|percentage_point)$/.test(view.quantity.kind)) return nowhere;
  const counts = new Map<number, number>();
  let total = 0;
  for (const { type, form, entity } of view.document.mentions) {
    if (type !== 'place' || form !== 'name' || entity === null) continue;
    total++;
    counts.set(entity, (counts.get(entity) ?? 0) + 1);
  }
  const [best] = [...counts].sort((a, b) => b[1] - a[1] || a[0] - b[0]);
  if (!best || best[1] * 2 < total || best[1] < 3 || !isLead(view, best[0])) return nowhere;
  return { mention: null, entity: best[0], basis: 'inferred' };
}

const isLead = (view: View, entity: number): boolean =>
  view.document.mentions.some(
    (m) => m.entity === entity && m.firstToken < (view.document.sentences[3]?.firstToken ?? Number.POSITIVE_INFINITY),
  );
