import { fold } from '../../../resources/fold.ts';
import type { Proposal, Reading } from '../reading.ts';

/** The outlet that published the article and the wire that it goes back to, as metadata and dateline name them. */
export function* outlets(reading: Reading): Generator<Proposal> {
  const { article, dateline } = reading.document;
  const outlet = [article.publisher, article.origin, dateline?.origin ?? null].flatMap((name) =>
    name === null ? [] : fold(name).replace(/^the /, ''),
  );
  if (outlet.length === 0) return;
  for (const { first, end } of reading.runs) {
    if (!outlet.includes(fold(reading.slice(first, end)))) continue;
    yield { first, end, type: 'organization', weight: 1.5, basis: 'document' };
  }
}
