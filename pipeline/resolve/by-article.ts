import type { Row, Table } from '#schemas/table.ts';

/** Rows of a table, an article after the other. */
export interface RowsByArticle {
  /** The rows of an article; articles must be asked for in the order of the rows. */
  of(articleId: string): Row[];
  /** Throws where rows are left: their article was never asked for, which is a programming error. */
  end(): void;
}

export function byArticle(table: Table, rows: Iterable<Row>): RowsByArticle {
  const rest = rows[Symbol.iterator]();
  let next = rest.next();
  return {
    of(articleId) {
      const found: Row[] = [];
      for (; !next.done && next.value.article_id === articleId; next = rest.next()) found.push(next.value);
      return found;
    },
    end() {
      if (!next.done) throw new Error(`${table.name}: no sketch of article ${next.value.article_id}`);
    },
  };
}
