import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Bundle, bundle } from '#pipeline/bundle.ts';
import { originalPlaces } from '#pipeline/run/original-places.ts';

describe('places of a stack', () => {
  let code: Bundle;
  beforeAll(async () => {
    code = await bundle();
  }, 60_000);
  afterAll(() => code.remove());

  it('are those of the sources, not of the compiled code', async () => {
    const { ofShare } = await code.load<typeof import('#pipeline/run/filters.ts')>('run/filters');
    const input = async function* (): AsyncGenerator<string> {
      yield '{';
    };
    const failing = ofShare(input(), { index: 0, count: 1 })
      .next()
      .catch((error: Error) => error);
    const { stack } = (await failing) as Error;
    expect(stack).toMatch(/\.mjs:\d+:\d+/);
    expect(originalPlaces(stack!)).toMatch(/pipeline\/run\/filters\.ts:\d+:\d+/);
    expect(originalPlaces(stack!)).not.toMatch(/chunk-\w+\.mjs/);
  });

  it('stay as they are where no map is known', () => {
    const stack = 'Error: x\n    at f (file:///nowhere/chunk-A.mjs:1:2)\n    at node:internal/x:3:4';
    expect(originalPlaces(stack)).toBe(stack);
  });
});
