import type { Article, Ingested, Reject } from '#schemas/stages/article.ts';
import { contentKey } from '../identity.ts';

/** Lets each article in once: the first by source path; a later one of the same id is refused with that article's name. */
export function* admit(records: Iterable<Ingested>): Generator<Ingested> {
  const first = new Map<string, string>();
  for (const record of records) {
    const known = record.record_type === 'article' ? first.get(record.article_id) : undefined;
    if (record.record_type === 'article' && known === undefined) first.set(record.article_id, record.source_file);
    yield record.record_type === 'article' && known !== undefined ? refuse(record, known) : record;
  }
}

function refuse(article: Article, known: string): Reject {
  const { source_file, source_sha256, url, article_id } = article;
  const record = recordOf(source_file);
  const file = record === null ? source_file : source_file.slice(0, source_file.lastIndexOf('#'));
  const reason_code = url === null ? 'same_text' : 'same_url';
  const message =
    url === null
      ? `${source_file}: the text of ${known} (${article_id}) again; remove it, or give it a url of its own in its metadata`
      : `${source_file}: ${url} is already the address of ${known} (${article_id}); keep the version that is meant`;
  return {
    record_type: 'reject',
    reject_id: contentKey('r', ['rejects', file, record, reason_code]),
    source_file: file,
    record,
    stage: 'ingest',
    reason_code,
    message,
    source_sha256,
  };
}

/** Line of the source file, where a source file holds many articles: `wires.jsonl#12`. */
function recordOf(sourceFile: string): number | null {
  const line = /\.(?:jsonl|ndjson)(?:\.gz)?#([0-9]{1,9})$/.exec(sourceFile)?.[1];
  return line === undefined ? null : Number(line);
}
