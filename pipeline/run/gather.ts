import type { Article, Reject } from '#schemas/stages/article.ts';
import type { Extraction } from '#schemas/stages/extraction.ts';
import { sha256 } from '../identity.ts';
import type { Warning } from '../ingest/source.ts';
import type { SourceFacts } from '../publish/facts.ts';
import { gatekeeper, placeOf } from './admit.ts';
import { type Run, workFile } from './context.ts';
import { collect, type Extracted } from './extract.ts';
import { bundleOf } from './extract-part.ts';
import { hearsOnce } from './hears-once.ts';
import { codeOf } from './part-file.ts';
import { linesOfStretch, type Stretch, stretchesIn } from './part-stretches.ts';
import { relabel, type Stated } from './relabel.ts';
import { type Resolve, resolveAll } from './resolve.ts';
import { resolvedParts } from './resolved-parts.ts';
import { tally } from './tally.ts';
import { Unusable } from './unusable.ts';

/** What the parts of all tasks hold together. */
export interface Gathered {
  readonly extracted: Extracted;
  readonly rejects: readonly Reject[];
  readonly sources: readonly SourceFacts[];
  /** Takes what partitions made of them, where they did. */
  readonly resolve: Resolve;
}

/** Reads the parts and collects what all articles state, for the tables. Throws where a part is missing, broken off or made by other code. */
export function gatherParts(run: Run, folder: string): Gathered {
  const resolved = resolvedParts(run, folder);
  const { count, facts } = tally();
  const { states, rejects, corpus } = admitted(run, folder);
  function* counted(): Generator<Stated> {
    for (const record of states) {
      if (record.record_type === 'reject') yield { record, joinables: Buffer.alloc(0), print: '', rows: [] };
      else {
        const { article, license } = record;
        count({ ...article, license });
        const bundle = Buffer.from(bundleOf(record));
        yield relabel(bundle, article, sha256(bundle));
      }
    }
  }
  const extracted = collect(run, counted());
  // Nothing of it is kept: the parts are.
  const resolve = resolved?.resolveFrom(corpus()) ?? (() => resolveAll(run, extracted, workFile(run, 'shelf')));
  return { extracted, rejects, sources: facts(), resolve };
}

interface Admitted {
  /** Articles that were let in, and those on which the program failed. */
  readonly states: Iterable<Extraction | Reject>;
  /** All who were refused before; whole when the states are read. */
  readonly rejects: readonly Reject[];
  /** Stands for the articles, their metadata and their order: what partitions resolved must be of the same. */
  corpus(): string;
}

/** Reads the parts side by side, in the order in which a build would have met the articles: each is let in once, by the same rule. */
export function admitted(run: Pick<Run, 'versions' | 'maxTextBytes' | 'onWarning'>, folder: string): Admitted {
  const how = `run extract with --parts ${folder} first`;
  const stretches = stretchesIn(folder, { code: codeOf(run.versions), maxText: run.maxTextBytes, how });
  const rejects: Reject[] = [];
  const refuse = gatekeeper();
  const isNew = hearsOnce();
  let corpus = '';
  function* states(): Generator<Extraction | Reject> {
    for (const record of merged(stretches)) {
      if (record.record_type === 'warning') {
        if (isNew(record.source_file, record.topic ?? record.message)) run.onWarning(record.message);
      } else if (record.record_type === 'extraction') {
        const { article_id, source_file, text_sha256, metadata_sha256 } = record.article;
        const refused = refuse(record.article);
        if (refused) rejects.push(refused);
        else {
          corpus = sha256(JSON.stringify([corpus, article_id, source_file, text_sha256, metadata_sha256]));
          yield record;
        }
      } else if (record.stage !== 'ingest') yield record;
      else if (record.record !== null || isNew(record.source_file, record.message)) rejects.push(record);
    }
  }
  return { states: states(), rejects, corpus: () => corpus };
}

type Gained = Extraction | Reject | Warning;

/** Where a record stands in the order of a build: by path, then by line or record; what concerns a whole file comes last. */
interface Place {
  readonly path: string;
  readonly record: number;
}

interface Reader {
  readonly lines: Iterator<Gained>;
  next: Gained;
  place: Place;
}

/** Records of all stretches in the order of their places. */
function* merged(stretches: readonly Stretch[]): Generator<Gained> {
  const readers: Reader[] = [];
  for (const stretch of stretches) {
    const lines = recordsOf(stretch);
    const first = lines.next();
    if (!first.done) readers.push({ lines, next: first.value, place: placeIn(first.value) });
  }
  const heap = readers.sort((a, b) => compare(a.place, b.place));
  while (heap.length > 0) {
    const reader = heap[0]!;
    yield reader.next;
    const { done, value } = reader.lines.next();
    if (done) heap.shift();
    else {
      Object.assign(reader, { next: value, place: placeIn(value) });
      settle(heap);
    }
  }
}

/** Moves the first reader behind those that now come before it. */
function settle(heap: Reader[]): void {
  for (let i = 0; i + 1 < heap.length && compare(heap[i]!.place, heap[i + 1]!.place) > 0; i++) {
    [heap[i], heap[i + 1]] = [heap[i + 1]!, heap[i]!];
  }
}

const compare = (a: Place, b: Place): number => (a.path < b.path ? -1 : a.path > b.path ? 1 : a.record - b.record);

function* recordsOf(stretch: Stretch): Generator<Gained> {
  let last: Place = { path: '', record: 0 };
  for (const line of linesOfStretch(stretch)) {
    const record = JSON.parse(line) as Gained;
    const place = placeIn(record);
    if (record.record_type !== 'warning' && compare(place, last) < 0) {
      throw new Unusable(
        `${stretch.file}: ${place.path} stands behind ${last.path}; a part holds files in the order of their paths`,
      );
    }
    if (record.record_type !== 'warning') last = place;
    yield record;
  }
}

function placeIn(record: Gained): Place {
  if (record.record_type === 'warning') return { path: '', record: 0 };
  if (record.record_type === 'reject')
    return { path: record.source_file, record: record.record ?? Number.POSITIVE_INFINITY };
  const { source_file, record: number } = placeOf((record.article as Pick<Article, 'source_file'>).source_file);
  return { path: source_file, record: number ?? Number.POSITIVE_INFINITY };
}
