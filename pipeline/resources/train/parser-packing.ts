import { ByteReader, ByteWriter } from '#pipeline/annotate/linear/bytes.ts';
import { type IntMap, intMap } from '#pipeline/annotate/linear/int-map.ts';
import { halvesKernel, rowKernel } from '#pipeline/annotate/linear/kernel.ts';
import { type Row, readWeights, writeMap, writeWeights } from '#pipeline/annotate/linear/weights.ts';
import { readMoveWeights, writeMoveWeights } from '#pipeline/annotate/parser/move-weights.ts';
import type { Pass } from '#pipeline/annotate/parser/pass.ts';
import type { TaggerModel } from '#pipeline/annotate/tagger/index.ts';
import type { GoldSentence } from './conllu.ts';

const rareSubtype = 100;

/** The relations of the parser by frequency, the root's first; subtypes seen rarely are left out. */
export function parserRelations(sentences: readonly GoldSentence[]): string[] {
  const counts = new Map<string, number>();
  for (const relation of sentences.flatMap((sentence) => sentence.relations)) {
    counts.set(relation, (counts.get(relation) ?? 0) + 1);
  }
  counts.delete('root');
  const kept = [...counts].filter(([name, count]) => !name.includes(':') || count >= rareSubtype);
  kept.sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  return ['root', ...kept.map(([name]) => name)];
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

/** Weights of one pass as they are written. */
export interface PassRows {
  readonly moves: readonly Row[];
  readonly relations: readonly Row[];
}

/** Writes what `readParser` reads. */
export function writeParser(
  writer: ByteWriter,
  clusters: readonly (readonly [number, number])[],
  passes: readonly PassRows[],
): void {
  writeMap(writer, clusters);
  for (const { moves, relations } of passes) {
    writeMoveWeights(writer, moves);
    writeWeights(writer, relations);
  }
}

/** The weights of one pass as the parser reads them. */
export function passOf({ moves, relations }: PassRows, size: number): Pass {
  const writer = new ByteWriter();
  writeMoveWeights(writer, moves);
  writeWeights(writer, relations);
  const reader = new ByteReader(writer.finish());
  return { moves: halvesKernel(readMoveWeights(reader)), relations: rowKernel(readWeights(reader)), size };
}
