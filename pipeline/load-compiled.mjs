import { readFile } from 'node:fs/promises';

// Hooks that hand the compiled pipeline to Node as it is: the loader that runs TypeScript would look at each of its modules
// for half a second.

let home;

/** @param {string} folder Address of the folder with the compiled pipeline. */
export function initialize(folder) {
  home = folder;
}

export function resolve(name, context, next) {
  if (name.startsWith(home)) return { url: name, shortCircuit: true };
  const isInside = name.startsWith('.') && context.parentURL?.startsWith(home);
  return isInside ? { url: new URL(name, context.parentURL).href, shortCircuit: true } : next(name, context);
}

export async function load(url, context, next) {
  if (!url.startsWith(home)) return next(url, context);
  return { format: 'module', shortCircuit: true, source: await readFile(new URL(url)) };
}
