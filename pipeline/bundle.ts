import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { type BuildOptions, build, type Plugin } from 'esbuild';
import { removeFolder, temporaryFolder } from './files.ts';

/** The pipeline as plain JavaScript: no thread has to compile it module by module. */
export interface Bundle {
  /** Address of a compiled module, named by its path below `pipeline/` without `.ts`. */
  address(module: string): string;
  remove(): void;
}

/** Modules that are asked for by name; all that they import comes with them. */
const entries = ['worker', 'build', 'run/verify', 'run/filters'];

/** A package whose data outweigh all code stays where it is installed, named by its address: the bundle may lie anywhere. */
const dataStay: Plugin = {
  name: 'data-stay',
  setup(bundler) {
    bundler.onResolve({ filter: /^eld\// }, ({ path: name }) => ({ path: import.meta.resolve(name), external: true }));
  },
};

/** What packages in the older module format call for Node's own modules. */
const require = "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);";

const here = path.dirname(fileURLToPath(import.meta.url));

const options = {
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  outExtension: { '.js': '.mjs' },
  banner: { js: require },
  sourcemap: 'inline',
  sourcesContent: false,
  logLevel: 'silent',
  plugins: [dataStay],
  // Of all that is compiled, `files.ts` alone asks where it lies.
  define: { 'import.meta.url': JSON.stringify(new URL('files.ts', import.meta.url).href) },
} satisfies BuildOptions;

/** Compiles the pipeline into a temporary folder; who asks for it removes it. */
export async function bundle(): Promise<Bundle> {
  const folder = temporaryFolder('tearsheet-');
  const bundled: Bundle = {
    address: (module) => pathToFileURL(path.join(folder, `${module}.mjs`)).href,
    remove: () => removeFolder(folder),
  };
  try {
    const entryPoints = entries.map((entry) => path.join(here, `${entry}.ts`));
    await build({ ...options, entryPoints, outbase: here, outdir: folder });
    return bundled;
  } catch (error) {
    bundled.remove();
    throw error;
  }
}
