import { columnsOf } from '#schemas/derive/columns.ts';
import type { Cell, Table } from '#schemas/table.ts';
import { articles } from '#schemas/tables/index.ts';
import { arrow } from '../publish/arrow.ts';
import { checksumsPath, readChecksums } from '../publish/checksums.ts';
import { textPath } from '../publish/documents.ts';
import { pathOf } from '../publish/format.ts';
import { type ArrowBatch, type ArrowFile, openArrow } from './files/arrow-file.ts';
import { type KeyIndex, keyIndex } from './key-index.ts';
import type { ReleaseReader } from './release-reader.ts';

/** What a check may ask of the rest of the release; none of it is held as a whole but keys, packed. */
export interface ReleaseIndex {
  readonly reader: ReleaseReader;
  /** Every file. */
  readonly paths: ReadonlySet<string>;
  /** Is the file there with the bytes that SHA256SUMS says? Others are reported and not parsed: parsers may never return. */
  intact(path: string): boolean;
  /** Is the file there, with other bytes than SHA256SUMS says? */
  differs(path: string): boolean;
  /** Can columns of this table be read? Where not, that is reported once and what depends on them is not judged. */
  readable(table: Table): boolean;
  /** A column of any table, from its Arrow file, so many cells at a time; nothing from where that can not be read. */
  column(table: Table, name: string): AsyncIterable<readonly Cell[]>;
  /** Rows of a table. */
  rowCount(table: Table): Promise<number>;
  /** Keys of a table, numbered by row. */
  rowsByKey(table: Table): Promise<KeyIndex>;
  /** Cells of a table, in the order asked; null where they can not be read. Rows that lie together are read together. */
  cells(table: Table, wanted: readonly Place[]): Promise<readonly Cell[]>;
  /** The row of an article, in the columns that evidence repeats. */
  article(id: string): Promise<ArticleFacts | undefined>;
  /** An article's text; null where it is not shipped. */
  text(articleId: string): string | null;
}

/** Where a cell lies. */
interface Place {
  readonly row: number;
  readonly column: string;
}

/** What evidence columns repeat of their article, with its rights. */
export type ArticleFacts = Readonly<Record<(typeof articleColumns)[number], Cell>>;

const articleColumns = ['source_file', 'text_sha256', 'url', 'publisher', 'published_on', 'rights'] as const;

/** Cells decoded at a time, and the record batches that are held: rows stand in the order of their articles. */
const cellsAtATime = 4096;
const heldBatches = 4;

/** Rows of articles decoded at a time, and how often so many are held. */
const rowsAround = 256;
const heldStretches = 4;

/** Tables whose keys are held beside those that a check holds itself. */
const heldKeys = 2;

/** Reads what checks ask for. */
export function releaseIndex(reader: ReleaseReader): ReleaseIndex {
  const sums = digestsIn(reader);
  let paths: ReadonlySet<string> | undefined;
  const sound = new Map<string, boolean>();
  const files = new Map<Table, Promise<RandomRows | null>>();
  const keys = latest<Promise<KeyIndex>>(heldKeys);
  const texts = latest<string | null>(64);
  const batches = latest<Promise<ArrowBatch>>(heldBatches);
  const stretches: Stretch[] = [];
  const held: HeldBatches = (path, index, read) => batches(`${path} ${index}`, read);
  const intact = (path: string): boolean => {
    const known = sound.get(path) ?? (reader.has(path) && reader.sha256(path) === sums.get(path));
    sound.set(path, known);
    return known;
  };
  const readable = (table: Table): boolean => intact(pathOf(arrow, table));
  const opened = (table: Table): Promise<RandomRows | null> => {
    const known = files.get(table) ?? (readable(table) ? randomRows(reader, table, held) : Promise.resolve(null));
    files.set(table, known);
    return known;
  };
  async function* column(table: Table, name: string): AsyncGenerator<readonly Cell[]> {
    const file = await opened(table);
    if (file !== null) yield* file.column(indexOf(table, name));
  }
  const rowsByKey = (table: Table): Promise<KeyIndex> =>
    keys(table.name, () => indexed(table, column(table, table.key)));
  const cells = async (table: Table, wanted: readonly Place[]): Promise<readonly Cell[]> => {
    const file = await opened(table);
    const places = wanted.map(({ row, column }, order) => ({ row, column: indexOf(table, column), order }));
    const found: Cell[] = new Array(wanted.length).fill(null);
    for (const { row, column, order } of places.sort((a, b) => a.row - b.row)) {
      found[order] = (await file?.cell(row, column)) ?? null;
    }
    return found;
  };
  return {
    ...{ reader, intact, readable, column, rowsByKey, cells },
    get paths() {
      paths ??= new Set(reader.list());
      return paths;
    },
    differs: (path) => sums.has(path) && reader.has(path) && !intact(path),
    async rowCount(table) {
      return (await opened(table))?.rows() ?? 0;
    },
    async article(id) {
      const row = (await rowsByKey(articles)).find(id);
      if (row < 0) return undefined;
      const isHeld = ({ start, end }: Stretch): boolean => start <= row && row < end;
      let stretch = stretches.find(isHeld);
      if (stretch === undefined) {
        const found = await (await opened(articles))?.around(row, factColumns);
        if (!found) return undefined;
        stretches.unshift(found);
        stretches.length = Math.min(stretches.length, heldStretches);
        stretch = found;
      }
      const { start, cells } = stretch;
      return Object.fromEntries(articleColumns.map((name, i) => [name, cells[i]![row - start]!])) as ArticleFacts;
    },
    text: (id) => texts(id, () => (reader.has(textPath(id)) ? utf8(reader.read(textPath(id))) : null)),
  };
}

type HeldBatches = (path: string, index: number, read: () => Promise<ArrowBatch>) => Promise<ArrowBatch>;

/** An Arrow file of which any cell may be asked. */
interface RandomRows {
  /** Rows up to where it can not be read. */
  rows(): Promise<number>;
  /** Cells of a column in order, up to where it can not be read. */
  column(index: number): AsyncIterable<readonly Cell[]>;
  cell(row: number, column: number): Promise<Cell>;
  /** Cells of some columns in a row and the rows beside it. */
  around(row: number, columns: readonly number[]): Promise<Stretch | null>;
}

/** Cells by column of rows that lie together. */
interface Stretch {
  readonly start: number;
  readonly end: number;
  readonly cells: readonly (readonly Cell[])[];
}

/** Opens the Arrow file of a table; null where it can not be read. */
async function randomRows(reader: ReleaseReader, table: Table, held: HeldBatches): Promise<RandomRows | null> {
  const path = pathOf(arrow, table);
  let file: ArrowFile;
  try {
    file = await openArrow(reader, path, table);
  } catch {
    return null;
  }
  const starts = [0];
  const batchAt = async (index: number): Promise<ArrowBatch | null> => {
    try {
      const batch = await held(path, index, () => file.batch(index));
      starts[index + 1] = starts[index]! + batch.rows;
      return batch;
    } catch {
      return null;
    }
  };
  /** The batch that has a row, and its place there. */
  const batchOf = async (row: number): Promise<{ batch: ArrowBatch; at: number } | null> => {
    for (let index = starts.findLastIndex((start) => start <= row); index < file.batches; index++) {
      const batch = await batchAt(index);
      if (batch === null) return null;
      if (row < starts[index + 1]!) return { batch, at: row - starts[index]! };
    }
    return null;
  };
  async function* batches(): AsyncGenerator<ArrowBatch> {
    for (let index = 0; index < file.batches; index++) {
      const batch = await batchAt(index);
      if (batch === null) return;
      yield batch;
    }
  }
  return {
    async rows() {
      let rows = 0;
      for await (const batch of batches()) rows += batch.rows;
      return rows;
    },
    async *column(index) {
      for await (const batch of batches()) {
        for (let start = 0; start < batch.rows; start += cellsAtATime) {
          yield batch.cells(index, start, Math.min(batch.rows, start + cellsAtATime));
        }
      }
    },
    async cell(row, column) {
      const found = await batchOf(row);
      return found && found.batch.cells(column, found.at, found.at + 1)[0]!;
    },
    async around(row, columns) {
      const found = await batchOf(row);
      if (found === null) return null;
      const { batch, at } = found;
      const from = at - (at % rowsAround);
      const to = Math.min(batch.rows, from + rowsAround);
      return {
        start: row - at + from,
        end: row - at + to,
        cells: columns.map((column) => batch.cells(column, from, to)),
      };
    },
  };
}

async function indexed(table: Table, column: AsyncIterable<readonly Cell[]>): Promise<KeyIndex> {
  const index = keyIndex(table.prefix);
  for await (const keys of column) for (const key of keys) index.add(key);
  return index;
}

const factColumns = articleColumns.map((name) => columnsOf(articles).findIndex((column) => column.name === name));

const indexOf = (table: Table, name: string): number => columnsOf(table).findIndex((column) => column.name === name);

function digestsIn(reader: ReleaseReader): ReadonlyMap<string, string> {
  if (!reader.has(checksumsPath)) return new Map();
  return readChecksums(utf8(reader.read(checksumsPath))).digests;
}

/** Keeps a byte order mark, which is a character of the text. */
const utf8 = (bytes: Uint8Array): string => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString();

/** Remembers the last few answers: rows of one article stand together. */
function latest<V>(size: number): (key: string, make: () => V) => V {
  const known = new Map<string, V>();
  return (key, make) => {
    const found = known.get(key);
    if (found !== undefined) return found;
    const value = make();
    if (known.size >= size) known.delete(known.keys().next().value!);
    known.set(key, value);
    return value;
  };
}
