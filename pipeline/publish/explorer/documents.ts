import { columnsOf } from '#schemas/derive/columns.ts';
import type { ContentFacts } from '../facts.ts';
import { dataFolder, exploredTables, receiver } from './paths.ts';

/** The text of an article as a script; the same rights as for `texts/`. */
export const textScript = (articleId: string, text: string): string =>
  `${receiver}.text("${articleId}",${JSON.stringify(text)});\n`;

/** Where the script lies that says which tables there are and what their columns mean. */
export const codebookPath = `${dataFolder}codebook.js`;

/** The codebook for the explorer, with the number of rows. */
export const codebookScript = ({ tables: profiles }: ContentFacts): string =>
  `${receiver}.codebook(${JSON.stringify(
    exploredTables.map((table) => {
      const { name, title, description, key, prefix, grounded } = table;
      const columns = columnsOf(table).map((column) => ({
        name: column.name,
        title: column.title,
        description: column.description,
        type: column.type,
        unit: column.unit,
        values: column.values,
        references: column.references,
      }));
      return { name, title, description, key, prefix, grounded, rows: profiles[name]?.rows ?? 0, columns };
    }),
  )});\n`;

/** What the explorer itself consists of: files of `pipeline/resources/explorer/`, the same in every release. */
export const explorerAssets = ['index.html', 'explorer.css', 'explorer.js', 'world.js'] as const;
