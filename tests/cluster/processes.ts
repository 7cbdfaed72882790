import { readdirSync, readFileSync } from 'node:fs';

/** Processes of this machine whose environment holds a word and whose command holds all of others. */
export const processesWith = (mark: string, ...words: string[]): number[] =>
  readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((pid) => {
      try {
        const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8');
        return (
          words.every((word) => command.includes(word)) && readFileSync(`/proc/${pid}/environ`, 'utf8').includes(mark)
        );
      } catch {
        return false;
      }
    })
    .map(Number);

export const pause = (ms: number): Promise<void> => new Promise((resume) => setTimeout(resume, ms));
