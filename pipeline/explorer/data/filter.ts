import type { Cell, ColumnInfo, Row, TableInfo } from './codebook.ts';
import type { Part } from './store.ts';

/** What a reader wants to see of a table. */
export interface Filter {
  /** Words that must all stand in the row. */
  readonly words: readonly string[];
  /** Values that columns must have. */
  readonly values: Readonly<Record<string, string>>;
  readonly publisher: string;
  readonly from: string;
  readonly to: string;
  readonly confidence: number;
}

/** Enumerated columns that are offered as filters, where a table has them. */
const offered = [
  'type',
  'event_type',
  'quad_class',
  'kind',
  'form',
  'role',
  'modality',
  'agreement',
  'polarity',
  'change',
  'qualifier',
  'speaker_basis',
  'reason_code',
  'stage',
  'rights',
];

/** The columns of a table that can be filtered by a value. */
export const filterColumns = (table: TableInfo): readonly ColumnInfo[] =>
  offered.flatMap((name) => table.columns.find((column) => column.name === name && column.values) ?? []);

/** Has a table's row a day that can be filtered by, and which? */
export const dayColumn = (table: TableInfo): string | null =>
  table.grounded
    ? 'published_on'
    : (['published_on', 'date_start', 'period_end', 'first_published_on'].find((name) =>
        table.columns.some((column) => column.name === name),
      ) ?? null);

/** The filter that an address asks for. */
export function filterOf(table: TableInfo, query: URLSearchParams): Filter {
  const values = filterColumns(table).flatMap(({ name, values }) => {
    const value = query.get(name);
    return value !== null && values?.includes(value) ? [[name, value]] : [];
  });
  return {
    words: wordsOf(query.get('q') ?? ''),
    values: Object.fromEntries(values),
    publisher: query.get('publisher') ?? '',
    from: query.get('from') ?? '',
    to: query.get('to') ?? '',
    confidence: Number(query.get('confidence')) || 0,
  };
}

/** Words to look for, without case and accents. */
export const wordsOf = (text: string): readonly string[] => folded(text).split(/\s+/).filter(Boolean);

/** A text without case and accents: what is searched. */
export const folded = (text: string): string =>
  isPlain.test(text) ? text.toLowerCase() : text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

const isPlain = /^\p{ASCII}*$/u;

/** All words of the rows of a part, folded, in one text: one search through it is faster than many through short ones. */
interface Hay {
  readonly text: string;
  /** Where each row begins; one more for the end. */
  readonly starts: readonly number[];
}

const stacks = new WeakMap<Part, Hay>();

function hayOf(part: Part): Hay {
  const known = stacks.get(part);
  if (known) return known;
  const columns = part.table.columns
    .filter(({ type, name }) => type === 'string' && part.has(name) && !skipped.test(name))
    .map(({ name }) => part.column(name));
  const starts = [0];
  const rows = Array.from({ length: part.rows }, (_, i) => {
    const row = `${folded(columns.map((cells) => cells[i] ?? '').join('\n'))}\n`;
    starts.push(starts[i]! + row.length);
    return row;
  });
  const hay = { text: rows.join(''), starts };
  stacks.set(part, hay);
  return hay;
}

const skipped = /(_id|_sha256|extractor)$/;

/** Which rows of a part have all the words; a lone key finds its row. */
export function rowsWith(part: Part, words: readonly string[]): (index: number) => boolean {
  if (words.length === 1 && words[0]!.startsWith(`${part.table.prefix}_`)) {
    const keys = part.column(part.table.key);
    return (index) => keys[index] === words[0];
  }
  const { text, starts } = hayOf(part);
  const [rarest = '', ...others] = words.toSorted((a, b) => b.length - a.length);
  const found = new Uint8Array(part.rows);
  let row = 0;
  for (let at = text.indexOf(rarest); at >= 0 && row < part.rows; at = text.indexOf(rarest, starts[row])) {
    while (starts[row + 1]! <= at) row++;
    const own = text.slice(starts[row], starts[row + 1]);
    found[row] = others.every((word) => own.includes(word)) ? 1 : 0;
    row++;
  }
  return (index) => found[index] === 1;
}

/** The test for the rows of a part. */
export function testFor(
  filter: Filter,
  articles: ReadonlyMap<string, Row>,
): (part: Part) => (index: number) => boolean {
  return (part) => {
    const tests: ((index: number) => boolean)[] = [];
    for (const [name, value] of Object.entries(filter.values)) {
      const cells = part.column(name);
      tests.push((index) => cells[index] === value);
    }
    if (filter.confidence > 0 && part.table.grounded) {
      const cells = part.column('confidence');
      tests.push((index) => Number(cells[index]) >= filter.confidence);
    }
    const { grounded, columns } = part.table;
    if (filter.publisher !== '' && (grounded || columns.some(({ name }) => name === 'publisher'))) {
      const cell = ofArticle(part, 'publisher', articles);
      tests.push((index) => cell(index) === filter.publisher);
    }
    const day = dayColumn(part.table);
    if (day !== null && (filter.from !== '' || filter.to !== '')) {
      const cell = ofArticle(part, day, articles);
      tests.push((index) => isBetween(cell(index), filter));
    }
    if (filter.words.length > 0) {
      tests.push(rowsWith(part, filter.words));
    }
    return (index) => tests.every((test) => test(index));
  };
}

const isBetween = (cell: Cell, { from, to }: Filter): boolean =>
  typeof cell === 'string' && (from === '' || cell >= from) && (to === '' || cell <= to);

/** A cell that stands in the row, or in that of its article. */
function ofArticle(part: Part, name: string, articles: ReadonlyMap<string, Row>): (index: number) => Cell {
  const cells = part.column(part.table.grounded ? 'article_id' : name);
  return part.table.grounded
    ? (index) => articles.get(String(cells[index]))?.[name] ?? null
    : (index) => cells[index] ?? null;
}
