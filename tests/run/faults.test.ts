import { cpSync, readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Fault, withFault } from './faults.ts';
import { buildHere, contentOf, newFolder, writeTree } from './world.ts';

/** Every so manieth operation is tried, and where names change the last ones; all of them by `make soak`. */
const step = process.env.SOAK ? 1 : 80;
const last = 6;

const before = writeTree(newFolder(), {
  'a.txt': 'The flood killed 14 people in Slovenia on Wednesday, Interior Minister Ana Kovač said.',
  'a.meta.json': '{"rights": "full"}',
});
const after = writeTree(newFolder(), {
  'a.txt': 'The flood killed 15 people in Slovenia on Wednesday, Interior Minister Ana Kovač said.',
  'b.txt': 'Prices rose 3 percent in May, the statistics office in Lisbon said.',
});

const template = newFolder();
let old: unknown;
let fresh: unknown;
beforeAll(async () => {
  await buildHere(before, template);
  old = contentOf(template);
  const clean = newFolder();
  await buildHere(after, clean);
  fresh = contentOf(clean);
});

const copyOfTemplate = (): string => {
  const output = newFolder();
  cpSync(template, output, { recursive: true, verbatimSymlinks: true });
  return output;
};

describe.each<Fault>(['kill', 'cut', 'full', 'denied'])('%s', (fault) => {
  it('leaves the old release or the new one, and the next run mends what it left', { timeout: 3_600_000 }, async () => {
    const length = await operations();
    const offset = { kill: 0, cut: 20, full: 40, denied: 60 }[fault] % step;
    const isEnd = (i: number): boolean => (fault === 'kill' || fault === 'cut') && i > length - last;
    const points = Array.from({ length }, (_, i) => i + 1).filter((i) => i % step === offset || isEnd(i));
    for (const at of points) {
      const output = copyOfTemplate();
      await withFault(at, fault, output, () => buildHere(after, output));
      expect([old, fresh], `operation ${at}`).toContainEqual(contentOf(output));
      await buildHere(after, output);
      expect(contentOf(output), `after operation ${at}`).toEqual(fresh);
      expect(readdirSync(path.join(output, 'releases')), `operation ${at}`).toHaveLength(2);
      expect(readdirSync(output).sort()).toEqual(['.cache', 'latest', 'releases']);
      rmSync(output, { recursive: true });
    }
  });
});

/** How many operations a run takes. */
async function operations(): Promise<number> {
  const output = copyOfTemplate();
  return withFault(Number.POSITIVE_INFINITY, 'kill', output, () => buildHere(after, output));
}
