import type { Article, Ingested, Reject } from '#schemas/stages/article.ts';
import { rejectOf } from '../ingest/refusal.ts';

/** Lets each article in once: the first by source path; a later one of the same id is refused with that article's name. */
export function* admit(records: Iterable<Ingested>): Generator<Ingested> {
  const refused = gatekeeper();
  for (const record of records) yield record.record_type === 'article' ? (refused(record) ?? record) : record;
}

/** What is asked of an article at the gate. */
type Applicant = Pick<Article, 'source_file' | 'source_sha256' | 'url' | 'article_id'>;

/** Says of each article in turn why it is refused; null lets it in. */
export function gatekeeper(): (article: Applicant) => Reject | null {
  const first = new Map<string, string>();
  return (article) => {
    const known = first.get(article.article_id);
    if (known === undefined) first.set(article.article_id, article.source_file);
    return known === undefined ? null : refuse(article, known);
  };
}

function refuse({ source_file, source_sha256, url, article_id }: Applicant, known: string): Reject {
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
