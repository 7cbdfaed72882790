import { ByteReader, ByteWriter } from '#pipeline/annotate/linear/bytes.ts';
import { type Row, writeWeights } from '#pipeline/annotate/linear/weights.ts';
import { writeMoveWeights } from '#pipeline/annotate/parser/move-weights.ts';
import { type Pass, readPass } from '#pipeline/annotate/parser/pass.ts';
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

/** Weights of one pass as they are written. */
export interface PassRows {
  readonly moves: readonly Row[];
  readonly relations: readonly Row[];
}

/** Writes what `readParser` reads. */
export function writeParser(writer: ByteWriter, passes: readonly PassRows[]): void {
  for (const { moves, relations } of passes) {
    writeMoveWeights(writer, moves);
    writeWeights(writer, relations);
  }
}

/** The weights of the first pass as the parser reads them. */
export function passOf(rows: PassRows, size: number): Pass {
  const writer = new ByteWriter();
  writeParser(writer, [rows]);
  return readPass(new ByteReader(writer.finish()), size, false);
}
