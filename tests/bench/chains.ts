import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { z } from 'zod';
import { extract } from '#pipeline/extract/index.ts';
import { openRoom } from '#pipeline/files/room.ts';
import { openShelf } from '#pipeline/files/shelf.ts';
import { readResource } from '#pipeline/files.ts';
import type { Brief } from '#pipeline/resolve/articles.ts';
import type { Stated } from '#pipeline/resolve/core.ts';
import { type Links, resolve } from '#pipeline/resolve/index.ts';
import { loadEntityWords } from '#pipeline/resources/entity-words.ts';
import { loadStatisticWords } from '#pipeline/resources/statistics.ts';
import { documentOf, recordsOf, resources, unitsOf } from '#pipeline/resources/train/coreference/documents.ts';
import { f1Of, measures, type Ratio } from '#pipeline/resources/train/coreference/metrics.ts';
import { goldMatcher } from '#pipeline/resources/train/coreference/ontogum.ts';
import { overlaps, type Span } from '#pipeline/span.ts';

const mention = z.object({
  start: z.int(),
  end: z.int(),
  syntactic_type: z.string().optional(),
  inst_ent_type: z.string().optional(),
  inst_instance_id: z.string().optional(),
});
const record = z.object({
  id: z.string(),
  text: z.string(),
  exhaustive_until: z.int(),
  entity_mentions: z.array(mention),
});

/** Names, as MEANTIME's guidelines call them; before another noun ("the Boeing deal") as well. */
const names = new Set(['NAM', 'PRE.NAM']);
/** Products and financial terms are no entities of ours. */
const types = new Set(['PER', 'ORG', 'LOC']);

/** How well names are joined across articles, in percent. */
export interface ChainScore {
  readonly articles: number;
  readonly mentions: number;
  readonly chains: number;
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
}

/** What articles' entities are in the corpus, by article. */
function renamedIn(briefs: readonly Brief[]): Map<string, Links['entities']> {
  const words = { ...loadStatisticWords(readResource), ...loadEntityWords(readResource) };
  const folder = mkdtempSync(path.join(tmpdir(), 'tearsheet-chains-'));
  const shelf = openShelf(path.join(folder, 'shelf'), '');
  const idOf = (article: number): string => briefs[article]!.article.article_id;
  const stated: Stated = {
    articles: briefs.map((_, article) => [idOf(article), '0'.repeat(32)]),
    sketchOf: (article) => briefs[article]!,
    joinablesOf: (article) => ({ record_type: 'joinables', article_id: idOf(article), statements: [], reports: [] }),
  };
  const { links } = resolve(stated, words, shelf, openRoom(path.join(folder, 'room')));
  const renamed = new Map(
    [...links].map((line) => {
      const { article_id, entities } = JSON.parse(line) as Links;
      return [article_id, entities];
    }),
  );
  shelf.close();
  rmSync(folder, { recursive: true });
  return renamed;
}

/**
 * B³ of the names of persons, organizations and places in chains across the articles of MEANTIME, in the part of each that is
 * annotated whole. A name that only one side has counts against it, save where the gold marks something that is in no chain.
 */
export function measureChains(folder: string): ChainScore {
  const records = recordsOf(folder, 'meantime/open.jsonl').map((row) => record.parse(row));
  const gold = new Map<string, Set<string>>();
  const found = new Map<string, Set<string>>();
  const read = records.map((one) => ({ one, document: documentOf(one.text) }));
  const extractions = read.map(({ document }) => extract(document, resources));
  const briefs = extractions.map(({ text: _, rows, ...kept }) => ({
    ...kept,
    record_type: 'sketch' as const,
    mention_count: {},
  }));
  const renamed = renamedIn(briefs);
  for (const [index, { one, document }] of read.entries()) {
    const inUnits = unitsOf(one.text);
    const marked = one.entity_mentions.filter(({ end }) => end <= one.exhaustive_until);
    const chained = marked.filter(isChained).map((each) => ({ ...inUnits(each), chain: each.inst_instance_id! }));
    const others = marked.filter((each) => !isChained(each)).map((each) => inUnits(each));
    for (const each of chained) add(gold, each.chain, keyOf(one.id, each));
    const goldAt = goldMatcher(document, chained);
    const until = inUnits({ start: 0, end: one.exhaustive_until }).end;
    const own = renamed.get(extractions[index]!.article.article_id) ?? {};
    for (const { entity, form, ...span } of document.mentions) {
      if (entity === null || form !== 'name' || span.end > until) continue;
      const match = goldAt(span);
      if (!match && others.some((other) => overlaps(other, span))) continue;
      const id = document.entities[entity]!.entity_id;
      add(found, own[id] ?? id, keyOf(one.id, match ?? span));
    }
  }
  const sums = measures.b3([...gold.values()], [...found.values()]);
  return {
    articles: records.length,
    mentions: [...gold.values()].reduce((sum, { size }) => sum + size, 0),
    chains: gold.size,
    ...rates(sums),
  };
}

const isChained = ({ syntactic_type, inst_ent_type, inst_instance_id }: z.infer<typeof mention>): boolean =>
  names.has(syntactic_type ?? '') && types.has(inst_ent_type ?? '') && inst_instance_id !== undefined;

const keyOf = (id: string, { start, end }: Span): string => `${id} ${start}-${end}`;

const add = (chains: Map<string, Set<string>>, id: string, key: string): void =>
  void chains.set(id, (chains.get(id) ?? new Set()).add(key));

const tenth = (share: number): number => Math.round(1000 * share) / 10;

const rates = (sums: Ratio) => ({
  precision: tenth(sums.right / sums.found),
  recall: tenth(sums.recalled / sums.gold),
  f1: tenth(f1Of(sums)),
});
