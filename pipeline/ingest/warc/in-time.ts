import vm from 'node:vm';

/** Whoever is asked for something and does not stop is stopped from outside; a thread can be so only as a whole. */
const room = vm.createContext({ work: null as (() => unknown) | null });
const call = new vm.Script('work()');

/** What the work gives; null where it takes longer. Then nothing that it changed may be used again. */
export function inTime<T>(work: () => T, milliseconds: number): { value: T } | null {
  room.work = work;
  try {
    return { value: call.runInContext(room, { timeout: milliseconds }) as T };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ERR_SCRIPT_EXECUTION_TIMEOUT') return null;
    throw error;
  } finally {
    room.work = null;
  }
}
