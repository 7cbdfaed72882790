import { expect, test } from 'vitest';
import { articleOf, prose } from './sources.ts';

const beside = async (files: Readonly<Record<string, unknown>>): Promise<string | null> => {
  const all = { 'x/a.txt': prose, ...files };
  const written = Object.entries(all).map(([path, content]) => [
    path,
    typeof content === 'string' ? content : JSON.stringify(content),
  ]);
  return (await articleOf(Object.fromEntries(written))).metadata_sha256;
};

test('nothing beside the source: no hash', async () => {
  expect(await beside({})).toBeNull();
});

test('what is stated decides, not how it is written or where', async () => {
  const one = await beside({ 'x/a.meta.json': { title: 'Floods', publisher: 'Northline' } });
  expect(one).toMatch(/^[0-9a-f]{64}$/);
  expect(await beside({ 'x/a.meta.json': '{ "publisher": " Northline ",\n "title": "Floods" }' })).toBe(one);
  expect(await beside({ 'x/a.meta.json': { title: 'Floods' }, 'source.json': { publisher: 'Northline' } })).toBe(one);
  expect(await beside({ 'x/a.meta.json': { title: 'Flood', publisher: 'Northline' } })).not.toBe(one);
});

test('what stands inside the source is held by its own hash', async () => {
  const markdown = { 'b.md': `---\ntitle: Floods\n---\n\n${prose}` };
  expect((await articleOf(markdown)).metadata_sha256).toBeNull();
});
