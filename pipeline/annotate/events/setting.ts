import type { Document, TimeExpression } from '../document.ts';
import type { Cast } from './cast.ts';
import type { Chunk } from './chunks.ts';
import type { Clause, Syntax } from './clauses.ts';

/** Which dates and places of a sentence belong to which clause. */
export interface Setting {
  /** Index into `times`. */
  timeOf(clause: Clause | null, from: number, end: number): number | null;
  /** Index into `mentions`. */
  placeOf(clause: Clause | null, from: number, end: number): number | null;
}

const locative = new Set(['in', 'at', 'near', 'outside', 'off', 'inside', 'across', 'around', 'throughout']);
/** What these lead to is no time at which something happened. */
const bounds = new Set(['since', 'until', 'till', 'than', 'before', 'after', 'following', 'between']);
const barriers = new Set(['break', 'mark', 'relative']);

/** Dates and places go to the verb before them in the same clause, else, at a sentence's head, to its first main verb. */
export function settingOf(
  syntax: Syntax,
  times: readonly [number, TimeExpression][],
  cast: Cast,
  document: Pick<Document, 'mentions'>,
): Setting {
  const timesBy = new Map<number, number>();
  const placesBy = new Map<number, number>();
  const { chunks, tokens, clauses } = syntax;
  const owners = ownersOf(syntax);
  const timeAt = new Map(
    times
      .filter(([, t]) => tokens[t.endToken]?.tag === 'POS' || !bounds.has(tokens[t.firstToken - 1]?.lower ?? ''))
      .flatMap(([index, t]) => range(t.firstToken, t.endToken).map((i) => [i, index] as const)),
  );
  const timeIn = (chunk: Chunk | undefined): number | null =>
    chunk && timeAt.size > 0 ? within(chunk.first, chunk.end, (i) => timeAt.get(i) ?? null) : null;
  const placeIn = (at: number): number | null => {
    const noun = chunks[at + 1];
    const isLocative = chunks[at]?.kind === 'preposition' && locative.has(tokens[chunks[at].head]!.lower);
    if (!isLocative || noun?.kind !== 'noun') return null;
    const mention = cast.mentionAt(noun.head);
    const place = mention === null ? undefined : document.mentions[mention];
    if (place?.type === 'place' && place.form === 'name') return mention;
    return null;
  };
  for (const [at, chunk] of chunks.entries()) {
    const owner = owners[at];
    if (owner === null || owner === undefined) continue;
    const time = timeIn(chunk);
    const isOwn = chunk.kind === 'aside' || clauses[owner]!.object.includes(at);
    if (time !== null && isOwn && !timesBy.has(owner)) timesBy.set(owner, time);
    const place = placeIn(at);
    const isOfSubject = at < clauses[owner]!.at && chunks[at - 1]?.kind === 'noun';
    if (place !== null && !isOfSubject && !placesBy.has(owner)) placesBy.set(owner, place);
  }
  return {
    timeOf: (clause, from, end) =>
      within(from, end, (i) => timeIn(chunks[i])) ?? (clause ? (timesBy.get(clause.index) ?? null) : null),
    placeOf: (clause, from, end) =>
      within(from, end, placeIn) ?? (clause ? (placesBy.get(clause.index) ?? null) : null),
  };
}

function within<T>(from: number, end: number, find: (at: number) => T | null): T | null {
  for (let i = from; i < end; i++) {
    const found = find(i);
    if (found !== null) return found;
  }
  return null;
}

const range = (first: number, end: number): number[] =>
  Array.from({ length: Math.max(0, end - first) }, (_, i) => first + i);

/** For each chunk the index of the clause that it belongs to, or null. */
function ownersOf(syntax: Syntax): (number | null)[] {
  const { chunks, clauseAt, clauses } = syntax;
  const owners: (number | null)[] = [];
  let owner: number | null = null;
  let isOpen = true;
  const main = clauses.find((c) => c.verb.form === 'finite' && !c.isRelative && c.governor?.kind !== 'mark');
  for (const [at, chunk] of chunks.entries()) {
    const clause = clauseAt.get(at);
    if (clause) {
      owner = clause.index;
      isOpen = false;
    } else if (barriers.has(chunk.kind) || startsClause(chunks, at) || leadsAway(syntax, at)) owner = null;
    owners.push(owner ?? (isOpen && main ? main.index : null));
  }
  return owners;
}

/** "after the storm in Brest on Monday" may tell where and when the storm was. */
export const leadsAway = ({ chunks, tokens }: Syntax, at: number): boolean =>
  chunks[at]!.kind === 'preposition' && bounds.has(tokens[chunks[at]!.head]!.lower) && at > 0;

/** A comma or "and" before a noun phrase with a finite verb. */
function startsClause(chunks: Syntax['chunks'], at: number): boolean {
  const kind = chunks[at]!.kind;
  if (kind !== 'comma' && kind !== 'and') return false;
  for (let i = at + 1; i < Math.min(chunks.length, at + 6); i++) {
    const next = chunks[i]!;
    if (next.kind === 'verb') return next.form === 'finite' && i > at + 1;
    if (next.kind !== 'noun' && next.kind !== 'aside' && next.kind !== 'preposition') return false;
  }
  return false;
}
