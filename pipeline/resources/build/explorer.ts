import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const source = fileURLToPath(new URL('../../explorer/', import.meta.url));
const target = fileURLToPath(new URL('../explorer/', import.meta.url));

/** The files of the explorer by name: the page, its code and style, the outline of the world. */
export async function explorerFiles(): Promise<ReadonlyMap<string, string>> {
  const bundled = async (entry: string): Promise<string> => {
    const { outputFiles } = await build({
      entryPoints: [source + entry],
      bundle: true,
      minify: true,
      format: 'iife',
      target: 'es2022',
      charset: 'utf8',
      jsx: 'automatic',
      jsxImportSource: 'preact',
      legalComments: 'inline',
      tsconfig: `${source}tsconfig.json`,
      write: false,
    });
    return outputFiles[0]!.text;
  };
  const world = readFileSync(createRequire(import.meta.url).resolve('world-atlas/countries-110m.json'), 'utf8');
  return new Map([
    ['index.html', readFileSync(`${source}index.html`, 'utf8')],
    ['explorer.js', await bundled('main.tsx')],
    ['explorer.css', await bundled('explorer.css')],
    ['world.js', `tearsheet.world(${JSON.stringify(JSON.parse(world))});\n`],
  ]);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  mkdirSync(target, { recursive: true });
  for (const [name, text] of await explorerFiles()) writeFileSync(target + name, text);
}
