import { article } from '#schemas/stages/article.ts';
import { readResource } from '../files.ts';
import { ingestLines as ingestRecords } from '../ingest/index.ts';
import { limitsFor } from '../ingest/source.ts';
import { loadResources } from '../resources/index.ts';
import { extractArticle } from './article.ts';

/** Records as in a `.jsonl` file → articles, rejects and remarks, one JSON line each. */
export async function* ingestFilter(input: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  for await (const record of ingestRecords(input, 'stdin', limitsFor())) yield JSON.stringify(record);
}

/** Articles as `ingest` writes them → extractions. Rejects and remarks pass through, so that nothing disappears. */
export async function* extractFilter(input: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const resources = loadResources(readResource);
  for await (const line of linesOf(input)) {
    if (line.trim() === '') continue;
    const record = JSON.parse(line) as { record_type?: string };
    yield record.record_type === 'article' ? JSON.stringify(extractArticle(article.parse(record), resources)) : line;
  }
}

async function* linesOf(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  let rest: Uint8Array[] = [];
  for await (const chunk of chunks) {
    let from = 0;
    for (let at = chunk.indexOf(10); at !== -1; at = chunk.indexOf(10, from)) {
      yield Buffer.concat([...rest, chunk.subarray(from, at)]).toString('utf8');
      rest = [];
      from = at + 1;
    }
    if (from < chunk.length) rest.push(chunk.subarray(from));
  }
  if (rest.length > 0) yield Buffer.concat(rest).toString('utf8');
}
