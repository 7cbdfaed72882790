import { ByteWriter } from '#pipeline/annotate/linear/bytes.ts';
import { type IntMap, intMap } from '#pipeline/annotate/linear/int-map.ts';
import { packModel } from '#pipeline/annotate/linear/model.ts';
import { type Row, writeMap, writeWeights } from '#pipeline/annotate/linear/weights.ts';
import type { TaggerModel } from '#pipeline/annotate/tagger/index.ts';
import type { GoldSentence } from './conllu.ts';
import { keptRelation } from './parser-learn.ts';

const rareSubtype = 100;
const rareClass = 10;

/** The classes of the parser: relations seen often enough on either side of their head, by frequency; rare subtypes are dropped. */
export function parserLabels(sentences: readonly GoldSentence[]): string[] {
  const relations = new Map<string, number>();
  for (const relation of sentences.flatMap((sentence) => sentence.relations)) add(relations, relation);
  const known = new Set(
    [...relations.keys()].filter((name) => !name.includes(':') || relations.get(name)! >= rareSubtype),
  );
  const classes = new Map<string, number>();
  for (const sentence of sentences) {
    for (const [at, head] of sentence.heads.entries()) {
      const relation = keptRelation(sentence.relations[at]!, { includes: (name) => known.has(name) });
      if (head >= 0) add(classes, `${at < head ? 'left' : 'right'} ${relation}`);
    }
  }
  const kept = [...classes].filter(([, count]) => count >= rareClass);
  kept.sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  return ['shift', ...kept.map(([label]) => label)];
}

/** The tagger's clusters, as entries by hash. */
export function clusterEntries({ lexicon: { clusters } }: TaggerModel): [number, number][] {
  const entries: [number, number][] = [];
  for (let cell = 0; cell < clusters.cells.length; cell += 2) {
    if (clusters.cells[cell] !== 0) entries.push([clusters.cells[cell]!, clusters.cells[cell + 1]!]);
  }
  return entries;
}

/** The entries as the parser looks them up. */
export function clusterMap(entries: readonly (readonly [number, number])[]): IntMap {
  return intMap(
    entries.map((entry) => entry[0]),
    entries.map((entry) => entry[1]),
  );
}

/** The bytes of a model. */
export function packParser(
  labels: readonly string[],
  clusters: readonly (readonly [number, number])[],
  backward: readonly Row[],
  forward: readonly Row[],
  about: Record<string, unknown>,
): Uint8Array {
  const writer = new ByteWriter();
  writeMap(writer, clusters);
  writeWeights(writer, backward);
  writeWeights(writer, forward);
  const features = { backward: backward.length, forward: forward.length };
  return packModel({ kind: 'parser', labels: [...labels], about: { ...about, features } }, writer.finish());
}

function add(counts: Map<string, number>, item: string): void {
  counts.set(item, (counts.get(item) ?? 0) + 1);
}
