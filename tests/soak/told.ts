import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const folder = path.resolve('node_modules/.cache/tearsheet-soak');

/** What `make soak` counts while it runs through. */
export const soakCounts = [
  'kill',
  'cut',
  'full',
  'denied',
  'processes',
  'sequences',
  'fuzz-text',
  'fuzz-markup',
] as const;
type SoakCount = (typeof soakCounts)[number];

/** Is this the long form? */
export const isSoak = Boolean(process.env.SOAK);

/** Keeps how many were tried without a failure, for `docs/OPERATIONS.md`; the short form keeps nothing. */
export function tell(what: SoakCount, count: number): void {
  if (!isSoak) return;
  mkdirSync(folder, { recursive: true });
  const day = new Date().toISOString().slice(0, 10);
  writeFileSync(path.join(folder, `${what}.json`), JSON.stringify({ date: day, count }));
}

/** What the last long run told; null where it did not run through on this machine. */
export function told(what: SoakCount): { date: string; count: number } | null {
  try {
    return JSON.parse(readFileSync(path.join(folder, `${what}.json`), 'utf8'));
  } catch {
    return null;
  }
}
