import fs from 'node:fs';
import path from 'node:path';

/**
 * What the disk does at one operation: `kill` – the process is gone; `cut` – so is all that was not synced; `full` – no
 * more bytes are taken; `denied` – one operation is refused.
 */
export type Fault = 'kill' | 'cut' | 'full' | 'denied';

/** Functions of Node by which anything on the disk changes. */
const changing = [
  'openSync',
  'writeSync',
  'writeFileSync',
  'mkdirSync',
  'renameSync',
  'symlinkSync',
  'rmSync',
  'ftruncateSync',
  'fsyncSync',
] as const;
const taking = new Set<string>(['writeSync', 'writeFileSync', 'mkdirSync', 'symlinkSync', 'ftruncateSync']);

type Call = (...values: unknown[]) => unknown;
const calls = fs as unknown as Record<string, Call>;

const isReading = (name: string, [, flags]: unknown[]): boolean => name === 'openSync' && flags === 'r';

/** A power cut or a kill: nothing that runs afterwards reaches the disk. */
class Gone extends Error {}

const system = (code: string): Error => Object.assign(new Error(`${code}: injected`), { code });

/** Runs `work` with a fault at the operation of that number; gives how many there were. What `work` throws is dropped. */
export async function withFault(at: number, fault: Fault, root: string, work: () => Promise<unknown>): Promise<number> {
  const real = Object.fromEntries(changing.map((name) => [name, calls[name]!]));
  const realOpen = fs.promises.open;
  const unsynced = new Set<number>();
  let count = 0;
  const before = (name: string): void => {
    count++;
    if ((fault === 'kill' || fault === 'cut') && count >= at) throw new Gone();
    if (fault === 'full' && count >= at && taking.has(name)) throw system('ENOSPC');
    if (fault === 'denied' && count === at) throw system('EACCES');
  };
  for (const name of changing) {
    calls[name] = (...values) => {
      if (isReading(name, values)) return real[name]!(...values);
      before(name);
      const result = real[name]!(...values);
      if (name === 'openSync') unsynced.add(fs.fstatSync(result as number).ino);
      if (name === 'fsyncSync') unsynced.delete(fs.fstatSync(values[0] as number).ino);
      return result;
    };
  }
  fs.promises.open = async (...values) => {
    const handle = await realOpen(...values);
    const sync = handle.sync.bind(handle);
    const { ino } = await handle.stat();
    handle.sync = async () => {
      before('fsyncSync');
      await sync();
      unsynced.delete(ino);
    };
    return handle;
  };
  try {
    await work();
  } catch {
    // What a run says when the disk fails it is tested elsewhere.
  } finally {
    Object.assign(calls, real);
    fs.promises.open = realOpen;
  }
  if (fault === 'cut') lose(root, unsynced);
  return count;
}

/** Empties, or cuts in half, every file that was not synced. */
function lose(root: string, unsynced: ReadonlySet<number>): void {
  for (const entry of fs.readdirSync(root, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const file = path.join(entry.parentPath, entry.name);
    const { ino, size } = fs.statSync(file);
    if (unsynced.has(ino)) fs.truncateSync(file, ino % 2 === 0 ? 0 : size >> 1);
  }
}
