import type { Article, Ingested, Reject } from '#schemas/stages/article.ts';
import { rejectOf } from '../ingest/refusal.ts';

/** Lets each article in once: the first by source path; a later one of the same id is refused with that article's name. */
export function* admit(records: Iterable<Ingested>): Generator<Ingested> {
  const first = new Map<string, string>();
  for (const record of records) {
    const known = record.record_type === 'article' ? first.get(record.article_id) : undefined;
    if (record.record_type === 'article' && known === undefined) first.set(record.article_id, record.source_file);
    yield record.record_type === 'article' && known !== undefined ? refuse(record, known) : record;
  }
}

function refuse({ source_file, source_sha256, url, article_id }: Article, known: string): Reject {
  const message =
    url === null
      ? `${source_file}: the text of ${known} (${article_id}) again; remove it, or give it a url of its own in its metadata`
      : `${source_file}: ${url} is already the address of ${known} (${article_id}); keep the version that is meant`;
  const reason_code = url === null ? 'same_text' : 'same_url';
  return rejectOf({ ...placeOf(source_file), stage: 'ingest', reason_code, message, source_sha256 });
}

/** File and line or record of an article, as `rejects` names them: `wires.jsonl#12` is line 12 of `wires.jsonl`. */
export function placeOf(sourceFile: string): Pick<Reject, 'source_file' | 'record'> {
  const [, file, line] = /^(.*\.(?:jsonl|ndjson|warc)(?:\.gz)?)#([0-9]{1,9})$/s.exec(sourceFile) ?? [];
  return file === undefined ? { source_file: sourceFile, record: null } : { source_file: file, record: Number(line) };
}
