import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { parseAllDocuments } from 'yaml';
import { pythonForClusters } from './python.ts';
import { project } from './releases.ts';

const manifest = path.join(project, 'cluster/kubernetes/job.yaml');
const jobs = parseAllDocuments(readFileSync(manifest, 'utf8')).map((document) => document.toJS());
const python = process.env.CLUSTER ? pythonForClusters() : null;

describe('the manifests for Kubernetes', () => {
  test('say the number of shares twice, alike, and ask for the worker', () => {
    const [extract, publish] = jobs;
    const [container] = extract.spec.template.spec.containers;
    expect(container.env).toContainEqual({ name: 'JOB_COMPLETIONS', value: String(extract.spec.completions) });
    expect(extract.spec.completionMode).toBe('Indexed');
    expect([...container.command, ...container.args].join(' ')).toMatch(/cli\.ts extract .*--shard$/);
    expect(publish.spec.template.spec.containers[0].args.join(' ')).toMatch(
      /cli\.ts publish --parts \/releases\/parts /,
    );
  });

  test.skipIf(python === null).each(['1.29', '1.31', '1.34'])('are what the API of %s takes', (version) => {
    const program = path.join(path.dirname(python!), 'kubernetes-validate');
    const { status, stdout, stderr } = spawnSync(program, ['-k', version, '--strict', manifest], { encoding: 'utf8' });
    expect(status, stdout + stderr).toBe(0);
  });
});
