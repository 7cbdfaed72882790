import { z } from 'zod';
import type { Document, Token } from '#pipeline/annotate/document.ts';
import { headOf } from '#pipeline/annotate/quotes/noun-phrases.ts';
import { contains, type Span } from '#pipeline/span.ts';
import { documentOf, recordsOf, unitsOf } from './documents.ts';
import { f1Of, measures, type Ratio } from './metrics.ts';

const span = z.object({ start: z.int(), end: z.int(), text: z.string() });
const record = z.object({ id: z.string(), text: z.string(), train_ok: z.boolean(), clusters: z.array(z.array(span)) });

/** F1 of each measure in percent, and their mean. */
export interface ConllScore {
  readonly muc: number;
  readonly b3: number;
  readonly ceafe: number;
  readonly conll: number;
  /** Mentions of ours that stand in clusters of two or more, and how many of them are gold mentions. */
  readonly mentions: number;
  readonly matched: number;
}

/** A document with its gold clusters, offsets in UTF-16 units. */
export interface Clustered {
  readonly id: string;
  readonly isTrainable: boolean;
  readonly document: Document;
  readonly clusters: readonly (readonly Span[])[];
}

/** Every document of a file in OntoGUM's form. */
export function* readClustered(folder: string, path: string, trainable = false): Generator<Clustered> {
  for (const row of recordsOf(folder, path)) {
    const { id, text, train_ok, clusters } = record.parse(row);
    if (trainable && !train_ok) continue;
    const units = unitsOf(text);
    yield { id, isTrainable: train_ok, document: documentOf(text), clusters: clusters.map((c) => c.map(units)) };
  }
}

/** The CoNLL score of our entities; entities with one mention are left out on both sides. Gold phrases match by their heads. */
export function scoreOntogum(folder: string, path: string): ConllScore {
  const sums = { muc: none(), b3: none(), ceafe: none() };
  let [mentions, matched] = [0, 0];
  for (const { document, clusters } of readClustered(folder, path)) {
    const gold = clusters.map((cluster) => new Set(cluster.map(keyOf)));
    const found = foundIn(document, clusters);
    for (const name of ['muc', 'b3', 'ceafe'] as const) add(sums[name], measures[name](gold, found));
    const keys = new Set(gold.flatMap((cluster) => [...cluster]));
    mentions += found.reduce((sum, cluster) => sum + cluster.size, 0);
    matched += found.reduce((sum, cluster) => sum + [...cluster].filter((key) => keys.has(key)).length, 0);
  }
  const [muc, b3, ceafe] = [f1Of(sums.muc) * 100, f1Of(sums.b3) * 100, f1Of(sums.ceafe) * 100];
  return { muc, b3, ceafe, conll: (muc + b3 + ceafe) / 3, mentions, matched };
}

const none = (): Ratio => ({ right: 0, found: 0, recalled: 0, gold: 0 });
const keyOf = ({ start, end }: Span): string => `${start}-${end}`;

function add(sum: Ratio, more: Ratio): void {
  for (const key of ['right', 'found', 'recalled', 'gold'] as const) sum[key] += more[key];
}

/** Our entities with two mentions or more, each mention under the key of the gold phrase that it heads, else its own. */
function foundIn(document: Document, clusters: Clustered['clusters']): Set<string>[] {
  const goldAt = goldMatcher(document, clusters.flat());
  const found = document.entities.map(() => new Set<string>());
  for (const mention of document.mentions) {
    if (mention.entity !== null) found[mention.entity]!.add(keyOf(goldAt(mention) ?? mention));
  }
  return found.filter((cluster) => cluster.size > 1);
}

/** Finds the gold phrase that has the same head as a mention: the shortest one around it. */
export function goldMatcher({ tokens }: Document, gold: readonly Span[]): (span: Span) => Span | null {
  const headed = gold.map((span) => ({ ...span, head: headWithin(tokens, span) }));
  headed.sort((a, b) => a.end - a.start - (b.end - b.start));
  return (span) =>
    headed.find((g) => contains(g, span) && g.head !== undefined && contains(span, g.head)) ??
    headed.find((g) => g.start === span.start && g.end === span.end) ??
    null;
}

function headWithin(tokens: readonly Token[], span: Span): Token | undefined {
  const first = tokens.findIndex((t) => t.end > span.start);
  let end = first;
  while (end < tokens.length && tokens[end]!.start < span.end) end++;
  while (end > first + 1 && tokens[end - 1]!.tag === 'POS') end--;
  if (first < 0) return undefined;
  return end === first + 1 ? tokens[first] : headOf(tokens, first, end);
}
