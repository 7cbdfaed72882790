import { evidenceUrl } from '#schemas/evidence.ts';
import type { Row, Table } from '#schemas/table.ts';
import { pathOf } from '../../publish/format.ts';
import { json } from '../../publish/json.ts';
import { misplaced, show } from '../anchor.ts';
import type { TableCheck } from '../check.ts';
import { type CodePointIndex, codePointIndex } from '../code-points.ts';
import type { Problem } from '../problem.ts';
import type { ArticleFacts, ReleaseIndex } from '../release-index.ts';

interface Fault {
  readonly code: 'evidence' | 'rights';
  readonly column: string;
  readonly message: string;
}

/** Every quote stands where its row says, inside its sentence, in the article that it names. */
export const evidenceHolds: TableCheck = {
  name: 'evidence',
  open(table, release) {
    if (!table.grounded) return null;
    const anchors = anchorsOf(release);
    // Rows of one article stand together.
    let article: { readonly id: string; readonly facts: ArticleFacts | undefined } | undefined;
    return {
      async look(rows, first) {
        const problems: Problem[] = [];
        for (const [i, row] of rows.entries()) {
          const id = String(row.article_id);
          if (article?.id !== id) article = { id, facts: await release.article(id) };
          for (const fault of faults(table, row, article.facts, anchors)) {
            problems.push({ ...fault, file: pathOf(json, table), row: first + i + 1 });
          }
        }
        return problems;
      },
    };
  },
};

type Anchors = (articleId: string) => CodePointIndex | null;

/** Index of the text of the article at hand: rows of one article stand together. */
function anchorsOf(release: ReleaseIndex): Anchors {
  let known: { id: string; index: CodePointIndex | null } | undefined;
  return (id) => {
    if (known?.id === id) return known.index;
    const text = release.text(id);
    known = { id, index: text === null ? null : codePointIndex(text) };
    return known.index;
  };
}

const repeated = ['source_file', 'text_sha256', 'url', 'publisher', 'published_on'] as const;

/** Columns that show the article's own words, and are null exactly where its rights are hash_only. */
const words = ['quote', 'sentence', 'value_text', 'text'] as const;

function* faults(table: Table, row: Row, article: ArticleFacts | undefined, anchors: Anchors): Generator<Fault> {
  if (!article) return;
  for (const column of repeated) {
    if (row[column] === article[column]) continue;
    yield {
      code: 'evidence',
      column,
      message: `is ${show(row[column])}, articles says ${show(article[column])}; build again`,
    };
  }
  const url = evidenceUrl(String(row.article_id), String(row[table.key]));
  if (row.evidence_url !== url) {
    yield {
      code: 'evidence',
      column: 'evidence_url',
      message: `is ${show(row.evidence_url)}, not ${url}; build again`,
    };
  }
  const isWithheld = article.rights === 'hash_only';
  for (const column of words) {
    if (!(column in row) || (row[column] === null) === isWithheld) continue;
    if (isWithheld) yield { code: 'rights', column, message: 'rights are hash_only; leave it null' };
    else yield { code: 'evidence', column, message: `is null, though rights are ${article.rights}; build again` };
  }
  const { quote, sentence } = row;
  if (!quote || typeof quote !== 'string' || typeof sentence !== 'string') return;
  const message = misplaced(row, quote, sentence, anchors(String(row.article_id)));
  if (message) yield { code: 'evidence', ...message };
}
