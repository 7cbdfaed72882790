import path from 'node:path';
import { entities } from '#schemas/tables/index.ts';
import { isFolder, readLines } from '../files.ts';
import { corpusOf } from '../resolve/index.ts';
import { renewRows } from '../resolve/joined.ts';
import { type Run, workFile } from './context.ts';
import { anew, dealtFiles, dealtFolder, readDealt, resolvedFolder } from './dealt.ts';
import { resolvingCodeOf } from './part-file.ts';
import { linesOfStretch, type Stretch, stretchesIn } from './part-stretches.ts';
import { onShelf, type Resolve, records, roomIn, writeCorpus } from './resolve.ts';
import { Unusable } from './unusable.ts';

/** What partitions resolved. */
export interface ResolvedParts {
  /** What leaves the corpus, if it was resolved from these articles; throws otherwise. */
  resolveFrom(articles: string): Resolve;
}

/** What partitions resolved of the parts in a folder; null where nobody did. Throws where something is missing or does not fit. */
export function resolvedParts(run: Run, parts: string): ResolvedParts | null {
  const [dealt, resolved] = [dealtFolder(parts), resolvedFolder(parts)];
  const code = resolvingCodeOf(run.versions);
  const head = readDealt(parts, code);
  if (head === null) {
    if (isFolder(resolved)) throw new Unusable(`${dealt}: is not there; ${anew(parts)}, or remove ${resolved}`);
    return null;
  }
  const { corpus } = head;
  const how = `run resolve --parts ${parts} --partition I/N for each I, or remove ${dealt}: publish then resolves by itself`;
  if (!isFolder(resolved)) throw new Unusable(`${resolved}: is not there; ${how}`);
  const stretches = stretchesIn(resolved, { code, maxText: head.max_text, corpus, how });
  return {
    resolveFrom(articles) {
      if (articles !== corpus) throw new Unusable(`${dealt}: was made from other articles; ${anew(parts)}`);
      const read = (name: 'entities' | 'bases') => path.join(dealt, dealtFiles[name]);
      return (to) =>
        onShelf(workFile(run, 'shelf'), code, (shelf) => {
          renewRows(shelf.lines(entities.name), entities.key, readLines(read('entities')));
          return writeCorpus(to, corpusOf(records(read('bases')), linesOf(stretches), shelf, roomIn(run)), shelf);
        });
    },
  };
}

function* linesOf(stretches: readonly Stretch[]): Generator<string> {
  for (const stretch of stretches) yield* linesOfStretch(stretch);
}
