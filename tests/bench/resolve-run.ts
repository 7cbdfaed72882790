import path from 'node:path';
import { openRoom } from '#pipeline/files/room.ts';
import { openShelf } from '#pipeline/files/shelf.ts';
import { openLines, readResource } from '#pipeline/files.ts';
import { sha256 } from '#pipeline/identity.ts';
import { resolve } from '#pipeline/resolve/index.ts';
import { joinablesOf } from '#pipeline/resolve/joinables.ts';
import { loadEntityWords } from '#pipeline/resources/entity-words.ts';
import { loadStatisticWords } from '#pipeline/resources/statistics.ts';
import { openStated, statedIn } from '#pipeline/run/stated.ts';
import { synthetic } from './synthetic.ts';

// A program of its own, so that its memory is measured alone: writes what so many made-up articles state below a folder, or reads
// so many from there, resolves them and writes all that comes of it. A shelf that an earlier run filled is used.
const [what, folder, count] = process.argv.slice(2) as [string, string, string];

function make(): void {
  const stated = openStated({ output: folder });
  const all = synthetic(Number(count));
  for (const { sketch, ...rows } of all) {
    const { article_id } = sketch.article;
    const print = sha256(article_id).slice(0, 32);
    stated.add(sketch, Buffer.from(`${JSON.stringify(joinablesOf(article_id, rows))}\n`), print);
  }
  stated.close();
}

function join(): void {
  const words = { ...loadStatisticWords(readResource), ...loadEntityWords(readResource) };
  const shelf = openShelf(path.join(folder, 'shelf'), '1');
  const all = statedIn({ output: folder });
  const stated = { ...all, articles: firstOf(all.articles, Number(count)) };
  const { links } = resolve(stated, words, shelf, openRoom(path.join(folder, 'room')));
  const sink = openLines(path.join(folder, 'found', 'links.ndjson'));
  for (const line of links) sink.write(line);
  sink.close();
  shelf.commit();
  shelf.close();
  all.close();
}

function* firstOf<T>(list: Iterable<T>, most: number): Generator<T> {
  let given = 0;
  for (const one of list) {
    if (given++ === most) return;
    yield one;
  }
}

if (what === 'make') make();
else join();
