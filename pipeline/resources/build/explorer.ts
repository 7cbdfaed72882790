import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { geoNaturalEarth1, geoPath } from 'd3-geo';
import { build } from 'esbuild';
import { feature, mesh } from 'topojson-client';

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
  return new Map([
    ['index.html', readFileSync(`${source}index.html`, 'utf8')],
    ['explorer.js', await bundled('main.tsx')],
    ['explorer.css', await bundled('explorer.css')],
    ['world.js', `tearsheet.world(${JSON.stringify(world())});\n`],
  ]);
}

type Topology = Parameters<typeof mesh>[0];

/** The outline of the world, projected once: the page needs no more than the paths. */
function world(): object {
  const file = createRequire(import.meta.url).resolve('world-atlas/countries-110m.json');
  const topology = JSON.parse(readFileSync(file, 'utf8')) as Topology;
  const [width, height] = [1000, 520];
  const projection = geoNaturalEarth1().fitSize([width, height], { type: 'Sphere' });
  const path = geoPath(projection).digits(1);
  return {
    width,
    height,
    scale: projection.scale(),
    translate: projection.translate(),
    sphere: path({ type: 'Sphere' }),
    land: path(feature(topology, topology.objects.land!)),
    borders: path(mesh(topology, topology.objects.countries as Parameters<typeof mesh>[1], (a, b) => a !== b)),
  };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  mkdirSync(target, { recursive: true });
  for (const [name, text] of await explorerFiles()) writeFileSync(target + name, text);
}
