import type { Table } from '#schemas/table.ts';
import { changes, tables } from '#schemas/tables/index.ts';

/** Tables that the explorer shows: all but `changes`, which depends on the release before. */
export const exploredTables: readonly Table[] = tables.filter((table) => table !== changes);

/** Where the explorer's data lie, below the release. */
export const dataFolder = 'explorer/data/';

/** The script that says of which parts a table's data consist. */
export const listPath = (table: string): string => `${dataFolder}${table}.js`;

/** The script that holds a part of a table's rows. */
export const partPath = (table: string, part: number): string => `${dataFolder}${table}-${part}.js`;

/** The script that holds the text of an article whose rights are full. */
export const textScriptPath = (articleId: string): string => `explorer/texts/${articleId}.js`;

/** What the explorer calls when a script of its data has come. */
export const receiver = 'tearsheet';
