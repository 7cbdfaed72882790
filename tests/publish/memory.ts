import type { ByteSink } from '#pipeline/publish/format.ts';
import type { TableProfile } from '#pipeline/publish/profile.ts';
import { publishTable } from '#pipeline/publish/publish-table.ts';
import type { Row, Table } from '#schemas/table.ts';

/** Files in memory: what a release's folder holds. */
export type Files = Map<string, Uint8Array>;

/** Opens files in memory; bytes are copied, as a sink must use them before it returns. */
export function openIn(files: Files): (path: string) => ByteSink {
  return (path) => {
    const parts: Buffer[] = [];
    return {
      write: (bytes) => parts.push(Buffer.from(bytes)),
      close: () => files.set(path, Buffer.concat(parts)),
    };
  };
}

/** The files of one table. */
export function publishedFiles(table: Table, rows: readonly Row[]): Files {
  const files: Files = new Map();
  publishTable(table, [rows], openIn(files));
  return files;
}

/** What the writers tell of a table. */
export const publishedProfile = (table: Table, rows: readonly Row[]): TableProfile =>
  publishTable(table, [rows], openIn(new Map()));
