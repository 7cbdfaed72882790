import type { Joinables } from '#schemas/stages/joinables.ts';
import { openGrowing } from '../files/growing.ts';
import { openLines, openSink, readLines } from '../files.ts';
import type { Brief } from '../resolve/articles.ts';
import type { Stated } from '../resolve/core.ts';
import { type Run, workFile } from './context.ts';

/** Where it lies what articles state that `resolve` reads: a line each, and a list of where the lines begin. */
const filesOf = (run: Pick<Run, 'output'>) => ({
  list: workFile(run, 'stated.tsv'),
  sketches: workFile(run, 'sketches.ndjson'),
  joinables: workFile(run, 'joinables.ndjson'),
});

/** Takes articles in their order, what of each may be joined as bytes of a line, and what stands for all that it states. */
export function openStated(run: Pick<Run, 'output'>): {
  add(sketch: Brief, joinables: Uint8Array, print: string): void;
  close(): void;
} {
  const files = filesOf(run);
  const list = openLines(files.list);
  const [sketches, joinables] = [openSink(files.sketches), openSink(files.joinables)];
  const ends = [0, 0] as [number, number];
  return {
    add(sketch, lines, print) {
      const bytes = Buffer.from(`${JSON.stringify(sketch)}\n`);
      list.write([sketch.article.article_id, print, ...ends, bytes.length, lines.length].join('\t'));
      sketches.write(bytes);
      joinables.write(lines);
      ends[0] += bytes.length;
      ends[1] += lines.length;
    },
    close() {
      for (const each of [list, sketches, joinables]) each.close();
    },
  };
}

export interface OpenStated extends Stated {
  close(): void;
}

/** What was written; read where it is asked for. */
export function statedIn(run: Pick<Run, 'output'>): OpenStated {
  const files = filesOf(run);
  const [sketches, joinables] = [openGrowing(files.sketches), openGrowing(files.joinables)];
  const places: number[] = [];
  function* articles(): Generator<[string, string]> {
    for (const line of readLines(files.list)) {
      const [id, print, ...numbers] = line.split('\t') as [string, string, ...string[]];
      for (const number of numbers) places.push(Number(number));
      yield [id, print];
    }
  }
  const read = <T>(file: typeof sketches, article: number, which: 0 | 1): T =>
    JSON.parse(file.look(places[4 * article + which]!, places[4 * article + 2 + which]!).toString()) as T;
  return {
    articles: articles(),
    sketchOf: (article) => read<Brief>(sketches, article, 0),
    joinablesOf: (article) => read<Joinables>(joinables, article, 1),
    close() {
      for (const each of [sketches, joinables]) each.close();
    },
  };
}
