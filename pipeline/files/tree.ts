import fs from 'node:fs';
import path from 'node:path';

/** Why the disk does not give a file. `message` goes behind the path. */
interface TreeProblem {
  readonly code: 'path_outside' | 'symlink_loop' | 'unreadable';
  readonly message: string;
}

/** Something below a folder, as the disk lists it. `path` is relative, with `/`; links are followed. */
export interface TreeEntry {
  readonly path: string;
  readonly kind: 'file' | 'other';
  readonly size: number;
  readonly problem?: TreeProblem | undefined;
}

/** Every file below a folder by code-unit order of its path; links are followed while they stay inside. */
export function listTree(root: string): TreeEntry[] {
  const home = fs.realpathSync(root);
  const entries: TreeEntry[] = [];
  const visit = (folder: string, prefix: string, seen: ReadonlySet<string>): void => {
    for (const name of fs.readdirSync(folder)) {
      const full = path.join(folder, name);
      const found = lookAt(full, home, seen);
      if (found.folder === null) entries.push({ path: prefix + name, ...found });
      else visit(full, `${prefix + name}/`, new Set([...seen, found.folder]));
    }
  };
  visit(home, '', new Set([home]));
  return entries.sort((a, b) => (a.path < b.path ? -1 : 1));
}

interface Look extends Omit<TreeEntry, 'path'> {
  readonly folder: string | null;
}

function lookAt(full: string, home: string, seen: ReadonlySet<string>): Look {
  const refused = (code: TreeProblem['code'], message: string): Look => {
    return { folder: null, kind: 'other', size: 0, problem: { code, message } };
  };
  try {
    const real = fs.realpathSync(full);
    if (real !== home && !real.startsWith(home + path.sep)) {
      return refused('path_outside', `a link to ${real}, outside the raw folder; put a copy of the file here`);
    }
    const stat = fs.statSync(real);
    if (stat.isDirectory() && seen.has(real)) return refused('symlink_loop', 'a link to a folder above it; remove it');
    return { folder: stat.isDirectory() ? real : null, kind: stat.isFile() ? 'file' : 'other', size: stat.size };
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ELOOP') return refused('symlink_loop', 'a link that leads to itself; remove it');
    return refused('unreadable', `cannot be read (${code}); check the file and its rights`);
  }
}

/** Paths of all files below a folder, relative, by code-unit order. */
export const listFiles = (folder: string): string[] => listTree(folder).map((entry) => entry.path);
