import { evidenceUrl } from '#schemas/evidence.ts';
import type { Row, Table } from '#schemas/table.ts';
import { pathOf } from '../../publish/format.ts';
import { json } from '../../publish/json.ts';
import type { TableCheck } from '../check.ts';
import { type CodePointIndex, codePointIndex, codePointLength } from '../code-points.ts';
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
    return (rows, first) => {
      const problems: Problem[] = [];
      for (const [i, row] of rows.entries()) {
        for (const fault of faults(table, row, release.article(String(row.article_id)), anchors)) {
          problems.push({ ...fault, file: pathOf(json, table), row: first + i + 1 });
        }
      }
      return problems;
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

function misplaced(row: Row, quote: string, sentence: string, text: CodePointIndex | null): Omit<Fault, 'code'> | null {
  const [start, end] = [Number(row.char_start), Number(row.char_end)];
  const length = codePointLength(quote);
  if (end - start !== length) {
    return {
      column: 'char_end',
      message: `${start} to ${end} is not the length of the quote, ${length}; mend the span`,
    };
  }
  if (!sentence.includes(quote))
    return { column: 'sentence', message: `does not hold the quote ${show(quote)}; mend it` };
  if (text === null) return null;
  const found = text.slice(start, end);
  if (found !== quote) {
    return {
      column: 'quote',
      message: `is ${show(quote)}, the text has ${show(found)} at ${start} to ${end}; mend the span`,
    };
  }
  if (!surrounds(text, start, quote, sentence)) {
    return { column: 'sentence', message: 'does not stand in the text around the quote; mend it' };
  }
  return null;
}

/** Does the sentence stand in the text so that the quote inside it lies at `start`? */
function surrounds({ text, utf16 }: CodePointIndex, start: number, quote: string, sentence: string): boolean {
  const at = utf16(start);
  for (let k = sentence.indexOf(quote); k >= 0; k = sentence.indexOf(quote, k + 1)) {
    if (at >= k && text.startsWith(sentence, at - k)) return true;
  }
  return false;
}

function show(value: unknown): string {
  const text = JSON.stringify(value) ?? 'missing';
  return text.length > 120 ? `${text.slice(0, 120)}…` : text;
}
