import { sha256 } from '../../identity.ts';
import { tooLarge } from '../bytes.ts';
import type { InputFormat, OpenSource, Outcome } from '../format.ts';
import { unknownName } from '../layers.ts';
import { orRefused, Refusal, type Refused, rejectOf } from '../refusal.ts';
import { warningOf } from '../source.ts';
import { type RawLine, rawLines } from './lines.ts';
import { readRecord } from './record.ts';

/** JSON Lines: an article a line. A broken line is refused by itself, and the rest goes on. */
export const jsonl: InputFormat = { name: 'jsonl', extensions: ['.jsonl', '.ndjson'], read };

/** May a file that begins so be read in stretches of lines? Not where it is no UTF-8 or begins with much nothing. */
export const hasStretches = (start: Uint8Array): boolean => !isUtf16(start) && start.some((byte) => byte > 32);

/** Most unknown names of a file that are reported. */
const mostNames = 100;

async function* read(source: OpenSource): AsyncGenerator<Outcome> {
  const seen = new Set<string>();
  let records = 0;
  for await (const raw of rawLines(source.chunks, source.limits.fileBytes, source.firstLine)) {
    const line = raw.number === 1 ? { ...raw, bytes: withoutMark(raw.bytes, source.path) } : raw;
    if (line.bytes && isBlank(line.bytes)) continue;
    records++;
    yield* outcomes(line, source, seen);
  }
  if (records === 0 && source.firstLine === 1)
    throw new Refusal('empty', `${source.path}: holds no line; remove it or fetch it again`);
}

async function* outcomes(line: RawLine, source: OpenSource, seen: Set<string>): AsyncGenerator<Outcome> {
  const { number, bytes } = line;
  const read = await orRefused(
    async () => {
      if (!bytes) throw tooLarge(`${source.path} line ${number}`, source.limits.fileBytes);
      return readRecord(bytes, number, source);
    },
    (refusal) => refusal,
  );
  if (read instanceof Refusal) {
    yield rejectOf({
      ...refusedLine(source.path, number),
      reason_code: read.code,
      message: read.message,
      source_sha256: bytes && sha256(bytes),
    });
    return;
  }
  for (const name of read.unknown) {
    if (seen.has(name) || seen.size >= mostNames) continue;
    seen.add(name);
    yield unknownName(source.path, name, `line ${number}: `);
  }
  if (read.doubt !== null) yield warningOf(source.path, `line ${number}: ${read.doubt}`);
  yield read.article;
}

const refusedLine = (path: string, record: number): Pick<Refused, 'source_file' | 'record' | 'stage'> => ({
  source_file: path,
  record,
  stage: 'ingest',
});

const isBlank = (line: Uint8Array): boolean => line.every((byte) => byte === 32 || byte === 9);

/** Drops the mark of UTF-8. A mark of UTF-16 refuses the file: its lines end otherwise. */
function withoutMark(bytes: Uint8Array | null, path: string): Uint8Array | null {
  if (bytes === null) return null;
  const [a, b, c] = bytes;
  if (isUtf16(bytes)) {
    throw new Refusal('undecodable', `${path}: UTF-16 at byte 0, but JSON Lines are UTF-8; re-save it as UTF-8`);
  }
  return a === 0xef && b === 0xbb && c === 0xbf ? bytes.subarray(3) : bytes;
}

const isUtf16 = ([a, b]: Uint8Array): boolean => (a === 0xff && b === 0xfe) || (a === 0xfe && b === 0xff);
