import { sha256 } from '../../identity.ts';
import type { InputFormat, OpenSource, Outcome } from '../format.ts';
import { isGzip } from '../names.ts';
import { orRefused, Refusal, rejectOf } from '../refusal.ts';
import { warningOf } from '../source.ts';
import { type Frame, framesOf } from './frames.ts';
import { membersOf, type Segment } from './members.ts';
import { readRecord } from './record.ts';
import { Window } from './window.ts';

/** A web archive: the pages that a crawler was given. A broken record is refused by itself, and the rest goes on. */
export const warc: InputFormat = { name: 'warc', extensions: ['.warc'], inflates: true, read };

async function* read(source: OpenSource): AsyncGenerator<Outcome> {
  const passed = new Map<string, number>();
  let number = 0;
  const place = (): string => `${source.path} record ${number + 1}`;
  for await (const segment of segmentsOf(source)) {
    for await (const frame of framesOf(segment, source.limits.fileBytes, place)) {
      number++;
      yield* outcomes(frame, number, source, passed);
    }
  }
  const counts = [...passed].sort().map(([type, count]) => `${count} ${type}`);
  if (counts.length > 0) yield warningOf(source.path, `records about the crawl were passed over: ${counts.join(', ')}`);
  const none = number === 0 ? 'record' : 'page that a server gave';
  if (number === [...passed.values()].reduce((sum, count) => sum + count, 0))
    throw new Refusal('empty', `${source.path}: holds no ${none}; remove it or fetch it again`);
}

async function* segmentsOf({ path, chunks, limits }: OpenSource): AsyncGenerator<Segment> {
  if (isGzip(path)) yield* membersOf(new Window(chunks), path, limits);
  else yield chunks;
}

async function* outcomes(
  { bytes, refusal }: Frame,
  number: number,
  source: OpenSource,
  passed: Map<string, number>,
): AsyncGenerator<Outcome> {
  const read = await orRefused(
    async () => {
      if (refusal) throw refusal;
      return readRecord(bytes, number, source);
    },
    (refused) => refused,
  );
  if (read instanceof Refusal) {
    yield rejectOf({
      source_file: source.path,
      record: number,
      stage: 'ingest',
      reason_code: read.code,
      message: read.message,
      source_sha256: refusal ? null : sha256(bytes),
    });
  } else if ('type' in read) passed.set(read.type, (passed.get(read.type) ?? 0) + 1);
  else {
    if (read.doubt !== null) yield warningOf(source.path, `record ${number}: ${read.doubt}`);
    yield read.article;
  }
}
