import { expect, it } from 'vitest';
import { extract } from '#pipeline/extract/index.ts';
import { documentOf, resources } from '../document.ts';

const rowsOf = (text: string) => extract(documentOf(text), resources()).rows;

it('publishes the country that a nationality stands for, named in the article or not', () => {
  const { affiliations } = rowsOf('Peruvian President Ana Salcedo left.');
  expect(affiliations).toMatchObject([
    { person: 'Ana Salcedo', role: 'President', organization: 'Peru', is_former: false },
  ]);
  const { entities } = extract(documentOf('Peruvian President Ana Salcedo left.'), resources());
  expect(entities.map((e) => e.entity_id)).toContain(affiliations![0]!.organization_entity_id);
});
