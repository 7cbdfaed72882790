import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { openRoom } from '#pipeline/files/room.ts';
import { openLines, readLines, readResource } from '#pipeline/files.ts';
import type { Brief } from '#pipeline/resolve/core.ts';
import { resolve } from '#pipeline/resolve/index.ts';
import { loadEntityWords } from '#pipeline/resources/entity-words.ts';
import { loadStatisticWords } from '#pipeline/resources/statistics.ts';
import type { Row } from '#schemas/table.ts';
import { synthetic } from './synthetic.ts';

// A program of its own, so that its memory is measured alone: writes what so many made-up articles state below a folder, or
// reads it from there, resolves it and writes all that comes of it.
const [what, folder, count] = process.argv.slice(2) as [string, string, string];
const tables = ['statistics', 'event_mentions', 'participants'] as const;
const fileOf = (name: string): string => path.join(folder, `${name}.ndjson`);

function make(): void {
  mkdirSync(folder, { recursive: true });
  const sketches = openLines(fileOf('sketches'));
  const sinks = tables.map((name) => [name, openLines(fileOf(name))] as const);
  for (const stated of synthetic(Number(count))) {
    sketches.write(JSON.stringify(stated.sketch));
    for (const [name, sink] of sinks) for (const row of stated[name]) sink.write(JSON.stringify(row));
  }
  for (const sink of [sketches, ...sinks.map(([, each]) => each)]) sink.close();
}

function* records<T>(name: string): Generator<T> {
  for (const line of readLines(fileOf(name))) yield JSON.parse(line) as T;
}

function join(): void {
  const words = { ...loadStatisticWords(readResource), ...loadEntityWords(readResource) };
  const stated = {
    sketches: records<Brief>('sketches'),
    rowsOf: ({ name }: { name: string }) => records<Row>(name),
  };
  const found = resolve(stated, words, openRoom(path.join(folder, 'room')));
  for (const [name, rows] of Object.entries(found)) {
    const sink = openLines(path.join(folder, 'found', `${name}.ndjson`));
    for (const row of rows as Iterable<object>) sink.write(JSON.stringify(row));
    sink.close();
  }
}

if (what === 'make') make();
else join();
