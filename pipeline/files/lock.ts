import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

/** Who holds a lock. */
export interface Owner {
  readonly pid: number;
  readonly host: string;
  /** Start of the process, as the system counts it: another process may get the same number later. */
  readonly born: string | null;
  readonly since: string;
}

/** A lock that this process holds. */
export interface Lock {
  release(): void;
}

/** How often the owner says that it lives, and after how long a silence another machine may take the lock. */
const beatMs = 30_000;
const silenceMs = 3_600_000;

/**
 * Takes the lock of a folder, or tells who holds it. A lock whose owner is dead – killed, or gone with its machine – is
 * taken over: on one machine by looking for the process, from another after an hour of silence.
 */
export function takeLock(folder: string): Lock | Owner {
  fs.mkdirSync(folder, { recursive: true });
  const file = path.join(folder, '.lock');
  const me: Owner = {
    pid: process.pid,
    host: os.hostname(),
    born: birthOf(process.pid),
    since: new Date().toISOString(),
  };
  for (let attempt = 0; attempt < 5; attempt++) {
    if (create(file, me)) return hold(file, me);
    const text = read(file);
    const owner = text === null ? null : ownerIn(text);
    if (owner && lives(owner, file)) return owner;
    if (text !== null) clear(file, text);
  }
  return ownerIn(read(file) ?? '') ?? me;
}

/** Makes the lock with its content in one step; false where there is one. */
function create(file: string, owner: Owner): boolean {
  const draft = `${file}.${process.pid}`;
  fs.writeFileSync(draft, JSON.stringify(owner));
  try {
    fs.linkSync(draft, file);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  } finally {
    fs.rmSync(draft, { force: true });
  }
}

/** Removes a dead owner's lock. Where another process was faster, its fresh lock is put back. */
function clear(file: string, text: string): void {
  const aside = `${file}.dead.${process.pid}`;
  try {
    fs.renameSync(file, aside);
    if (read(aside) !== text) fs.linkSync(aside, file);
  } catch {
    // Somebody else cleared it, or has it: the next look tells.
  } finally {
    fs.rmSync(aside, { force: true });
  }
}

function hold(file: string, me: Owner): Lock {
  const beat = setInterval(() => {
    try {
      fs.utimesSync(file, new Date(), new Date());
    } catch {
      // The disk may be away for a while; an hour of silence is allowed.
    }
  }, beatMs).unref();
  return {
    release() {
      clearInterval(beat);
      if (read(file) === JSON.stringify(me)) fs.rmSync(file, { force: true });
    },
  };
}

function lives({ pid, host, born }: Owner, file: string): boolean {
  if (host !== os.hostname()) {
    const seen = fs.statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0;
    return Date.now() - seen < silenceMs;
  }
  try {
    process.kill(pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ESRCH') return false;
  }
  const now = birthOf(pid);
  return born === null || now === null || born === now;
}

/** When a process started, with the boot that it belongs to; null where the system does not tell. */
function birthOf(pid: number): string | null {
  try {
    const stat = fs.readFileSync(`/proc/${pid}/stat`, 'utf8');
    const ticks = stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19];
    return `${fs.readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()} ${ticks}`;
  } catch {
    return null;
  }
}

function read(file: string): string | null {
  try {
    return fs.readFileSync(file, 'utf8');
  } catch {
    return null;
  }
}

/** null where the file holds no owner: torn by a power cut. */
function ownerIn(text: string): Owner | null {
  try {
    const owner = JSON.parse(text) as Owner;
    return Number.isInteger(owner.pid) && typeof owner.host === 'string' ? owner : null;
  } catch {
    return null;
  }
}
