import { describe, expect, it } from 'vitest';
import { parse as parseYaml } from 'yaml';
import { counted, inline, percent, table } from '#pipeline/publish/documents/markdown.ts';
import { contentDocuments, releaseDocuments, schemaDocuments } from '#pipeline/publish/documents.ts';
import type { ReleaseFacts } from '#pipeline/publish/facts.ts';
import type { TableProfile } from '#pipeline/publish/profile.ts';
import { columnsOf } from '#schemas/derive/columns.ts';
import { tables } from '#schemas/tables/index.ts';
import { factsOf, releaseOf, validRows } from '../verify/release.ts';
import { publishedProfile } from './memory.ts';

const rows = validRows();
const profiles: Record<string, TableProfile> = Object.fromEntries(
  tables.map((one) => [one.name, publishedProfile(one, rows[one.name]!)]),
);
const facts: ReleaseFacts = {
  ...factsOf(profiles, releaseOf(rows)),
  sources: [
    { title: 'Harbour | Post', license: 'CC0-1.0', rights: 'full', articles: 1200 },
    { title: 'Northline', license: null, rights: 'hash_only', articles: 1 },
  ],
};
const all = [...schemaDocuments, ...contentDocuments, ...releaseDocuments] as {
  path: string;
  text(of: ReleaseFacts): string;
}[];
const textOf = (path: string, of: ReleaseFacts = facts): string => all.find((one) => one.path === path)!.text(of);
const jsonOf = (path: string, of: ReleaseFacts = facts) => JSON.parse(textOf(path, of));
const described: ReleaseFacts = {
  ...facts,
  about: {
    title: 'Floods: “a year”',
    creators: [{ name: 'Northline' }, { given_names: 'Ana', family_names: 'Zupan' }],
    license: 'CC-BY-4.0',
    url: 'https://northline.example/floods',
    published_on: '2026-06-01',
  },
};

it('every document has a path of its own, and ends with a line end', () => {
  expect(new Set(all.map(({ path }) => path)).size).toBe(all.length);
  for (const { text } of all) expect(text(facts)).toMatch(/\S\n$/);
});

describe('CITATION.cff', () => {
  it('names the content by its hash, and nobody who was not named', () => {
    const cff = parseYaml(textOf('CITATION.cff'));
    expect(cff).toMatchObject({ 'cff-version': '1.2.0', type: 'dataset', version: '00000000' });
    expect(cff.identifiers[0].value).toBe(`sha256:${facts.contentHash}`);
    expect(cff).not.toHaveProperty('date-released');
    expect(cff).not.toHaveProperty('license');
  });

  it('says what release.json says', () => {
    expect(parseYaml(textOf('CITATION.cff', described))).toMatchObject({
      title: 'Floods: “a year”',
      authors: [{ name: 'Northline' }, { 'family-names': 'Zupan', 'given-names': 'Ana' }],
      license: 'CC-BY-4.0',
      'date-released': '2026-06-01',
    });
  });
});

describe('LICENSE', () => {
  it('lists the terms of each source', () => {
    expect(textOf('LICENSE')).toContain('| Harbour \\| Post | CC0-1.0 | full | 1,200 |');
    expect(textOf('LICENSE')).toContain('| Northline | not stated | hash_only | 1 |');
  });

  it('claims no licence where none was stated', () => {
    expect(textOf('LICENSE')).toContain('have not stated a licence');
    expect(textOf('LICENSE', described)).toContain('**CC-BY-4.0** (https://spdx.org/licenses/CC-BY-4.0.html)');
  });
});

describe('datapackage.json', () => {
  it('leaves nothing of the form of a CSV to be guessed: some readers take apostrophes for quotes where titles hold many', () => {
    for (const { dialect } of jsonOf('datapackage.json').resources) {
      expect(dialect).toMatchObject({ header: true, delimiter: ',', quoteChar: '"', doubleQuote: true });
    }
  });

  it('has the size and hash of each file but that of changes', () => {
    for (const { name, bytes, hash, rowCount } of jsonOf('datapackage.json').resources) {
      if (name === 'changes') expect([bytes, hash, rowCount]).toEqual([undefined, undefined, undefined]);
      else expect(hash).toBe(`sha256:${facts.files.get(`csv/${name}.csv`)!.sha256}`);
    }
  });

  it('points at LICENSE', () => {
    expect(jsonOf('datapackage.json').licenses).toEqual([{ path: 'LICENSE', title: expect.any(String) }]);
    expect(jsonOf('datapackage.json', described).licenses[0].name).toBe('CC-BY-4.0');
  });
});

describe('CSV on the Web', () => {
  it.each(tables.map((one) => ({ name: one.name, one })))('describes every column of $name', ({ name, one }) => {
    const { url, tableSchema } = jsonOf(`csv/${name}.csv-metadata.json`);
    expect(url).toBe(`${name}.csv`);
    const columns = columnsOf(one);
    expect(tableSchema.columns.map((c: { name: string }) => c.name)).toEqual(columns.map((c) => c.name));
    for (const [i, { nullable }] of columns.entries()) {
      expect(tableSchema.columns[i]).toMatchObject(nullable ? { null: '' } : { required: true });
    }
  });

  it('links tables where every row refers to one', () => {
    const mentions = jsonOf('csv/csv-metadata.json').tables.find((t: { url: string }) => t.url === 'mentions.csv');
    const resources = mentions.tableSchema.foreignKeys.map(
      (k: { reference: { resource: string } }) => k.reference.resource,
    );
    expect(resources).toContain('articles.csv');
  });
});

describe('croissant.json', () => {
  const croissant = jsonOf('croissant.json');
  const published = tables.filter(({ name }) => name !== 'changes');

  it('has a record set over each CSV file, with its hash', () => {
    expect(croissant.recordSet.map((one: { name: string }) => one.name)).toEqual(published.map(({ name }) => name));
    for (const { '@id': path, sha256 } of croissant.distribution) expect(sha256).toBe(facts.files.get(path)!.sha256);
    expect(croissant.conformsTo).toBe('http://mlcommons.org/croissant/1.1');
  });

  it('says where each row of a grounded table comes from, in the words of PROV', () => {
    for (const { name, grounded } of published) {
      const { field, annotation } = croissant.recordSet.find((one: { name: string }) => one.name === name);
      const properties = field.flatMap((one: { equivalentProperty?: string }) => one.equivalentProperty ?? []);
      expect(properties.includes('prov:wasDerivedFrom'), name).toBe(grounded);
      expect(annotation?.equivalentProperty).toBe(grounded ? 'prov:qualifiedDerivation' : undefined);
    }
  });

  it('states no day of publication that nobody stated', () => {
    expect(croissant).not.toHaveProperty('datePublished');
    expect(jsonOf('croissant.json', described).datePublished).toBe('2026-06-01');
  });
});

describe('QUALITY.md', () => {
  it('says how much of each column is filled, and how values are spread', () => {
    const written = textOf('QUALITY.md');
    expect(written).toMatch(/\| `quote` \| 2 \| 66\.7 % \|/);
    expect(written).toMatch(/\| `rights` \| full: 33\.3 %, snippet: 33\.3 %, hash_only: 33\.3 % \|/);
    expect(written).toMatch(/\| `confidence` \| 0\.9 and more: 100\.0 % \|/);
  });
});

describe('codebook.csv', () => {
  it('has a line for each column', () => {
    const lines = textOf('codebook.csv').trimEnd().split('\n');
    expect(lines).toHaveLength(1 + tables.reduce((sum, one) => sum + columnsOf(one).length, 0));
  });
});

describe('words', () => {
  it.each([
    [0, 3, '0.0 %'],
    [1, 3000, '0.1 %'],
    [2999, 3000, '99.9 %'],
    [3, 3, '100.0 %'],
    [1, 3, '33.3 %'],
    [0, 0, ''],
  ])('%i of %i is %s', (part, whole, words) => expect(percent(part, whole)).toBe(words));

  it('counts and tables', () => {
    expect([counted(1, 'row'), counted(12430, 'row')]).toEqual(['1 row', '12,430 rows']);
    expect(table(['a', 'n'], [['x|y\nz', 3]])).toBe('| a | n |\n|---|---:|\n| x\\|y z | 3 |');
    expect(inline('a\n*b*')).toBe('a \\*b\\*');
  });
});
