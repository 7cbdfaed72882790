import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { parseAllDocuments } from 'yaml';
import { bucketCount } from '#pipeline/run/dealt.ts';
import { pythonForClusters } from './python.ts';
import { project } from './releases.ts';

interface Container {
  readonly env?: readonly object[];
  readonly command: readonly string[];
  readonly args: readonly string[];
}

const manifest = path.join(project, 'cluster/kubernetes/job.yaml');
const jobs = parseAllDocuments(readFileSync(manifest, 'utf8')).map((document) => document.toJS());
const python = process.env.CLUSTER ? pythonForClusters() : null;

describe('the manifests for Kubernetes', () => {
  const containerOf = (job: { spec: { template: { spec: { containers: Container[] } } } }) =>
    job.spec.template.spec.containers[0]!;
  const asked = ({ command, args }: Container): string => [...command, ...args].join(' ');

  test('say the number of shares and of partitions twice, alike, and ask for the worker', () => {
    const [extract, deal, resolve, publish] = jobs;
    for (const job of [extract, resolve]) {
      expect(containerOf(job).env).toContainEqual({ name: 'JOB_COMPLETIONS', value: String(job.spec.completions) });
      expect(job.spec.completionMode).toBe('Indexed');
    }
    expect(resolve.spec.completions).toBeLessThanOrEqual(bucketCount);
    expect(asked(containerOf(extract))).toMatch(/cli\.ts extract .*--shard$/);
    expect(asked(containerOf(deal))).toMatch(/cli\.ts resolve --parts \/releases\/parts --deal$/);
    expect(asked(containerOf(resolve))).toMatch(/cli\.ts resolve --parts \/releases\/parts --partition$/);
    expect(asked(containerOf(publish))).toMatch(/-d \/releases\/parts\/dealt.* publish --parts \/releases\/parts /s);
  });

  test.skipIf(python === null).each(['1.29', '1.31', '1.34'])('are what the API of %s takes', (version) => {
    const program = path.join(path.dirname(python!), 'kubernetes-validate');
    const { status, stdout, stderr } = spawnSync(program, ['-k', version, '--strict', manifest], { encoding: 'utf8' });
    expect(status, stdout + stderr).toBe(0);
  });
});
