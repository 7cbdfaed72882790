import { register } from 'node:module';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { BuildOptions, Metafile, Plugin } from 'esbuild';
import { syncTree } from './files/releases.ts';
import {
  digestTree,
  keepOnly,
  moveInto,
  newFolder,
  readIfPresent,
  removeFolder,
  temporaryFolder,
  touchFolder,
  writeFile,
} from './files.ts';
import { sha256 } from './identity.ts';
import { compiledFolder, compiledHome, manifest, project, sourcesHash } from './sources.mjs';

/** The pipeline as plain JavaScript: no thread has to compile it module by module. */
export interface Bundle {
  /** Address of a compiled module, named by its path below `pipeline/` without `.ts`. */
  address(module: string): string;
  /** Loads a module in this thread, past the loader that runs TypeScript. */
  load<Module>(module: string): Promise<Module>;
  readonly versions: Versions;
  /** Removes it where it could not be kept for later runs. */
  remove(): void;
}

/** Hashes of the code and the data that decide what a stage gives; `all` of everything. */
export interface Versions {
  readonly ingest: string;
  readonly extract: string;
  readonly all: string;
}

/** Modules that benchmarks time as compiled, beside the lexicons and weights (`resources/index`). */
export const measuredModules = [
  ...['annotate/index', 'annotate/times/index', 'annotate/quantities/index', 'annotate/quotes/index'],
  ...['annotate/events/index', 'annotate/syntax', 'extract/extractors'],
] as const;

/** Modules that are asked for by name; all that they import comes with them. */
const entries = [
  ...['cli', 'commands', 'worker', 'build', 'run/verify', 'run/filters', 'run/share', 'run/deal', 'run/partition'],
  'resources/index',
  ...measuredModules,
];

/** Packages with files of their own (data, threads, programs) stay where they are installed, named by address: the bundle may lie anywhere. */
const packagesStay: Plugin = {
  name: 'packages-stay',
  setup(bundler) {
    bundler.onResolve({ filter: /^(?:eld\/|esbuild$|piscina$)/ }, ({ path: name }) => ({
      path: import.meta.resolve(name),
      external: true,
    }));
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
  // Beside the code, not named in it: Node would read the maps with every start. `run/original-places.ts` reads them.
  sourcemap: 'external',
  sourcesContent: false,
  minifyWhitespace: true,
  logLevel: 'silent',
  plugins: [packagesStay],
  // All that asks where it lies (`files.ts`, `sources.mjs`, this) lies beside `files.ts`.
  define: { 'import.meta.url': JSON.stringify(new URL('files.ts', import.meta.url).href) },
  metafile: true,
} satisfies BuildOptions;

/** The module that runs each stage whose results are kept, and the folders of data that it reads. */
const stages = { ingest: 'run/ingest-part', extract: 'run/extract-part' } as const;
const data = ['lexicons', 'gazetteers', 'models'].map((name) => path.join(here, 'resources', name));

/**
 * The compiled pipeline: compiled once for each state of the sources and kept beside the packages, or, where that folder
 * can't be written, compiled into a temporary folder for this run.
 */
export async function bundle(): Promise<Bundle> {
  const own = isCompiled ? path.dirname(import.meta.filename) : null;
  const sources = (own && codeOf(own)?.sources) ?? sourcesHash();
  const kept = compiledFolder(sources);
  const known = codeOf(kept);
  if (known) {
    touchFolder(kept);
    return bundleIn(kept, known, () => undefined);
  }
  const fresh = newFolder(compiledHome) ?? temporaryFolder('tearsheet-');
  try {
    const code = { ...(await compile(fresh)), sources };
    writeFile(path.join(fresh, manifest), JSON.stringify(code));
    // A power cut must not leave a folder that looks whole.
    await syncTree(fresh);
    const folder = path.dirname(fresh) === compiledHome ? moveInto(fresh, kept) : fresh;
    if (folder === kept) keepOnly(compiledHome, daysKept);
    return bundleIn(folder, code, () => (folder === kept ? undefined : removeFolder(folder)));
  } catch (error) {
    removeFolder(fresh);
    throw error;
  }
}

/** A compiled pipeline that no run has used for so long is removed. */
const daysKept = 1;

/** Hashes: of the sources, and of what each stage's code is made from. */
type Code = Readonly<Record<keyof typeof stages | 'sources', string>>;

function codeOf(folder: string): Code | null {
  const bytes = readIfPresent(path.join(folder, manifest));
  return bytes && (JSON.parse(Buffer.from(bytes).toString()) as Code);
}

/** Nothing stands between Node and the compiled code where this is compiled itself. */
const isCompiled = import.meta.filename.endsWith('.mjs');

function bundleIn(folder: string, code: Code, remove: () => void): Bundle {
  const home = pathToFileURL(`${folder}${path.sep}`).href;
  const address = (module: string): string => new URL(`${module}.mjs`, home).href;
  let isRegistered = false;
  const resources = data.map((folder) => digestTree(folder));
  const explorer = digestTree(path.join(here, 'resources', 'explorer'));
  return {
    address,
    load(module) {
      if (!isCompiled && !isRegistered) register('./load-compiled.mjs', { parentURL: import.meta.url, data: home });
      isRegistered = true;
      return import(address(module));
    },
    versions: {
      ingest: sha256(code.ingest),
      extract: sha256(JSON.stringify([code.extract, resources])),
      all: sha256(JSON.stringify([code.sources, resources, explorer])),
    },
    remove,
  };
}

/** Compiles the pipeline; gives a hash of the code of each stage. */
async function compile(folder: string): Promise<Omit<Code, 'sources'>> {
  const { build } = await import('esbuild');
  const entryPoints = entries.map((entry) => path.join(here, `${entry}.ts`));
  const { metafile } = await build({ ...options, absWorkingDir: project, entryPoints, outbase: here, outdir: folder });
  const hash = (module: string): string => codeHash(metafile, `pipeline/${module}.ts`);
  return { ingest: hash(stages.ingest), extract: hash(stages.extract) };
}

/** Hash of a module and of all that it imports, however far. */
function codeHash({ inputs }: Metafile, module: string): string {
  const met = new Set([module]);
  for (const name of met) {
    for (const { path: imported, external } of inputs[name]?.imports ?? []) if (!external) met.add(imported);
  }
  const files = [...met].sort().map((name) => [name, sha256(readIfPresent(path.join(project, name)) ?? '')]);
  return sha256(JSON.stringify([...files, process.version]));
}
