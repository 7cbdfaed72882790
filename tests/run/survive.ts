import { cpSync, readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { expect } from 'vitest';
import { isSoak, tell } from '../soak/told.ts';
import { type Fault, withFault } from './faults.ts';
import { buildHere, contentOf, newFolder, writeTree } from './world.ts';

/** Every so manieth operation is tried, and where names change the last ones; all of them by `make soak`. */
const step = isSoak ? 1 : 80;
const last = 6;

const before = {
  'a.txt': 'The flood killed 14 people in Slovenia on Wednesday, Interior Minister Ana Kovač said.',
  'a.meta.json': '{"rights": "full"}',
};
const after = {
  'a.txt': 'The flood killed 15 people in Slovenia on Wednesday, Interior Minister Ana Kovač said.',
  'b.txt': 'Prices rose 3 percent in May, the statistics office in Lisbon said.',
};

/** An old release, and what a run makes of other articles. */
async function stage() {
  const raw = writeTree(newFolder(), after);
  const [template, clean] = [newFolder(), newFolder()];
  await buildHere(writeTree(newFolder(), before), template);
  await buildHere(raw, clean);
  const copy = (): string => {
    const output = newFolder();
    cpSync(template, output, { recursive: true, verbatimSymlinks: true });
    return output;
  };
  return { raw, copy, old: contentOf(template), fresh: contentOf(clean) };
}

/** Lets the disk fail at one operation after the other: the old release or the new one is there, and the next run mends what was left. */
export async function survives(fault: Fault): Promise<void> {
  const { raw, copy, old, fresh } = await stage();
  const whole = copy();
  const length = await withFault(Number.POSITIVE_INFINITY, 'kill', whole, () => buildHere(raw, whole));
  const offset = { kill: 0, cut: 20, full: 40, denied: 60 }[fault] % step;
  const isEnd = (i: number): boolean => (fault === 'kill' || fault === 'cut') && i > length - last;
  const points = Array.from({ length }, (_, i) => i + 1).filter((i) => i % step === offset || isEnd(i));
  for (const at of points) {
    const output = copy();
    await withFault(at, fault, output, () => buildHere(raw, output));
    expect([old, fresh], `operation ${at}`).toContainEqual(contentOf(output));
    await buildHere(raw, output);
    expect(contentOf(output), `after operation ${at}`).toEqual(fresh);
    expect(readdirSync(path.join(output, 'releases')), `operation ${at}`).toHaveLength(2);
    expect(readdirSync(output).sort()).toEqual(['.cache', 'latest', 'releases']);
    rmSync(output, { recursive: true });
  }
  tell(fault, points.length);
}
