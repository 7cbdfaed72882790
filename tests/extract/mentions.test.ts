import { expect, it } from 'vitest';
import { extract } from '#pipeline/extract/index.ts';
import { documentOf, resources } from '../document.ts';

const rowsOf = (text: string) => extract(documentOf(text), resources()).rows;

it('publishes mentions with entity, form and role', () => {
  const { mentions } = rowsOf('Mayor Ana Salcedo left. She ran.');
  expect(mentions).toMatchObject([
    { quote: 'Ana Salcedo', type: 'person', form: 'name', role: 'Mayor' },
    { quote: 'She', type: 'person', form: 'pronoun', role: null },
  ]);
  expect(mentions![0]!.entity_id).toBe(mentions![1]!.entity_id);
});

it('names nothing twice that a block says again', () => {
  const text = 'Rain fell on Ana Salcedo and the others.\n\nRain fell on Ana Salcedo and the others.\n';
  expect(rowsOf(text).mentions).toHaveLength(1);
});
