import path from 'node:path';
import { entities } from '#schemas/tables/index.ts';
import { syncTree } from '../files/releases.ts';
import { emptyFolder, type LineSink, moveInto, newFolder, openLines, removeFolder, writeFile } from '../files.ts';
import { bucketOf } from '../resolve/claims.ts';
import { coreOf } from '../resolve/core.ts';
import { type Run, workFile } from './context.ts';
import { bucketCount, type DealtHead, dealtFiles, dealtFolder, readDealt, resolvedFolder } from './dealt.ts';
import { joinablesIn, sketchOf } from './extract-part.ts';
import { admitted } from './gather.ts';
import { resolvingCodeOf } from './part-file.ts';
import { onShelf, roomIn, wordsForJoining } from './resolve.ts';
import { openStated, statedIn } from './stated.ts';
import { Unusable } from './unusable.ts';

/** What joining needs of a run. */
export type Joining = Pick<Run, 'output' | 'versions' | 'maxTextBytes' | 'onWarning'>;

/** Joins what takes all articles at once, and lays out claims for partitions beside the parts. False where that is there already. */
export async function deal(run: Joining, parts: string): Promise<boolean> {
  const code = resolvingCodeOf(run.versions);
  if (readDealt(parts, code) !== null) return false;
  const { states, corpus } = admitted(run, parts);
  writeStated(run, states);
  const folder = newFolder(parts);
  if (folder === null) throw new Unusable(`${parts}: no folder can be made here; check its rights`);
  try {
    onShelf(workFile(run, 'shelf'), code, (shelf) => {
      const stated = statedIn(run);
      try {
        const { claims, bases } = coreOf(stated, wordsForJoining(), shelf, roomIn(run));
        writeClaims(folder, claims);
        writeLines(path.join(folder, dealtFiles.entities), shelf.lines(entities.name).lines());
        writeLines(path.join(folder, dealtFiles.bases), jsonOf(bases));
      } finally {
        stated.close();
      }
    });
    const head: DealtHead = { code, max_text: run.maxTextBytes, corpus: corpus() };
    writeFile(path.join(folder, dealtFiles.head), `${JSON.stringify(head)}\n`);
    await syncTree(folder);
    removeFolder(resolvedFolder(parts));
    moveInto(folder, dealtFolder(parts));
  } finally {
    removeFolder(folder);
  }
  return true;
}

/** Stands for what an article states where nothing is kept. */
const unlikeAll = '0'.repeat(32);

/** What joining reads of the articles, and no more. */
function writeStated(run: Joining, states: ReturnType<typeof admitted>['states']): void {
  const stated = openStated(run);
  for (const record of states) {
    if (record.record_type === 'reject') continue;
    const { text: _, ...brief } = sketchOf(record);
    stated.add(brief, Buffer.from(`${JSON.stringify(joinablesIn(record))}\n`), unlikeAll);
  }
  stated.close();
}

function writeClaims(folder: string, claims: Iterable<string>): void {
  emptyFolder(path.join(folder, dealtFiles.claims));
  const sinks: LineSink[] = [];
  for (const claim of claims) {
    const bucket = bucketOf(claim, bucketCount);
    sinks[bucket] ??= openLines(path.join(folder, dealtFiles.bucket(bucket)));
    sinks[bucket].write(claim);
  }
  for (const sink of sinks) sink?.close();
}

function* jsonOf(records: Iterable<object>): Generator<string> {
  for (const record of records) yield JSON.stringify(record);
}

function writeLines(file: string, lines: Iterable<string>): void {
  const sink = openLines(file);
  for (const line of lines) sink.write(line);
  sink.close();
}
