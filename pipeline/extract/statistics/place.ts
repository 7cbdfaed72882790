import type { EntityMention } from '../../annotate/document.ts';
import { crossing } from './clause.ts';
import { near } from './sheet.ts';
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
  const named = near(view.sheet.places.get(view.sentence.index), view.quantity.firstToken);
  const before = named.filter((m) => m.endToken <= view.first);
  const after = named.filter((m) => m.firstToken >= view.end);
  const found =
    before.findLast((m) => isOwner(view, m) && view.first - m.endToken < 8 && wayTo(view, m) === 'clear') ??
    after.find((m) => isWhere(view, m) && wayTo(view, m) !== 'parted') ??
    before.findLast((m) => isWhere(view, m) && wayTo(view, m) === 'clear') ??
    after.find((m) => isOwner(view, m) && wayTo(view, m) === 'clear');
  if (found)
    return { mention: found, entity: found.entity, basis: wayTo(view, found) === 'clear' ? 'stated' : 'inferred' };
  const { mainPlace } = view.sheet;
  const isOnly = named.every((m) => m.entity !== null && m.entity === mainPlace);
  const mayHold = /^(?:count|percent|rate|percentage_point)$/.test(view.quantity.kind);
  return mainPlace !== null && isOnly && mayHold ? { mention: null, entity: mainPlace, basis: 'inferred' } : nowhere;
}

/** “Ecuador's murder rate”. */
const isOwner = (view: View, { endToken }: EntityMention): boolean => /^['’]s?$/.test(view.lower(endToken));

/** “in Slovenia”, “in northeastern Slovenia”. */
const isWhere = (view: View, { firstToken }: EntityMention): boolean =>
  view.is(firstToken - 1, 'where') || (view.pos(firstToken - 1) === 'ADJ' && view.is(firstToken - 2, 'where'));

const wayTo = (view: View, { firstToken, endToken }: EntityMention): ReturnType<typeof crossing> =>
  firstToken >= view.end ? crossing(view, view.end, firstToken) : crossing(view, endToken, view.first);
