import { expect, test } from 'vitest';
import { ingest } from '#pipeline/ingest/index.ts';
import { layerReader } from '#pipeline/ingest/layers.ts';
import { limitsFor } from '#pipeline/ingest/source.ts';
import { placeOf } from '#pipeline/run/admit.ts';
import { isSoak } from '../../soak/told.ts';
import { crawl, type Fate } from './crawl.ts';

const records = isSoak ? 10_000 : 520;
const limits = limitsFor(20_000);

test(`every one of ${records} records is accounted for, in little memory`, { timeout: 600_000 }, async () => {
  const fates: Fate[] = [];
  let bytes = 0;
  async function* open(): AsyncGenerator<Uint8Array> {
    for (const one of crawl(records, limits.fileBytes)) {
      fates.push(one.fate);
      bytes += one.bytes.length;
      yield one.bytes;
    }
  }
  const found = new Map<number, Fate>();
  let passed = 0;
  const context = { limits, readLayer: layerReader(() => Promise.reject(new Error('none'))) };
  let most = 0;
  for await (const outcome of ingest({ path: 'crawl.warc.gz', metadata: [], open }, context)) {
    most = Math.max(most, process.memoryUsage().arrayBuffers);
    if (outcome.record_type === 'warning') {
      passed += Number(/passed over: (\d+) request$/.exec(outcome.message)![1]);
      continue;
    }
    const number = outcome.record_type === 'reject' ? outcome.record! : placeOf(outcome.source_file).record!;
    expect(found.has(number)).toBe(false);
    found.set(number, outcome.record_type === 'reject' ? (outcome.reason_code as Fate) : 'article');
  }
  expect(fates).toHaveLength(records);
  for (const [i, fate] of fates.entries()) expect([i + 1, found.get(i + 1) ?? 'passed']).toEqual([i + 1, fate]);
  expect(passed).toBe(fates.filter((fate) => fate === 'passed').length);
  expect(found.size + passed).toBe(records);
  expect(most).toBeLessThan(200e6);
  expect(bytes).toBeGreaterThan(0);
});
