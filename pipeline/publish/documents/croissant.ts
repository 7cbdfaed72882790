import { type Column, columnsOf } from '#schemas/derive/columns.ts';
import type { EvidenceColumn } from '#schemas/evidence.ts';
import type { ReleaseDescription } from '#schemas/stages/release-description.ts';
import type { Table } from '#schemas/table.ts';
import { changes, tables } from '#schemas/tables/index.ts';
import { csv } from '../csv.ts';
import type { ReleaseFacts } from '../facts.ts';
import { pathOf } from '../format.ts';
import { addressOf, descriptionOf, keywordsOf, nameOf, titleOf } from './terms.ts';

/** What the articles state: `changes` tells of two releases, and would let this file depend on both. */
const described = tables.filter(({ name }) => name !== changes.name);

/** Croissant 1.1: every table as a record set over its CSV file, the origin of each row in the words of PROV. */
export function croissant(facts: ReleaseFacts): Record<string, unknown> {
  const { about, contentHash } = facts;
  return {
    '@context': context,
    '@type': 'sc:Dataset',
    name: titleOf(about),
    description: descriptionOf(about),
    conformsTo: 'http://mlcommons.org/croissant/1.1',
    ...(about.url ? { url: about.url } : {}),
    ...(about.published_on ? { datePublished: about.published_on } : {}),
    version: about.version ?? `0.0.0+${contentHash.slice(0, 8)}`,
    license: about.license === undefined ? 'LICENSE' : addressOf(about.license),
    creator: creatorsOf(about),
    inLanguage: 'en',
    keywords: keywordsOf(about),
    citeAs: citeAs(facts),
    ...coverage(facts),
    'prov:wasDerivedFrom': facts.sources.map(({ title, license, rights, articles }) => ({
      '@type': 'prov:Entity',
      'rdfs:label': `${title}: ${articles} articles (licence: ${license ?? 'not stated'}, rights: ${rights})`,
    })),
    'prov:wasGeneratedBy': activity(
      'Read from the articles by rules and trained weights; every row checked against the text',
    ),
    distribution: described.map((table) => fileObject(table, facts)),
    recordSet: described.map(recordSet),
  };
}

const context = {
  '@language': 'en',
  '@vocab': 'https://schema.org/',
  annotation: 'cr:annotation',
  arrayShape: 'cr:arrayShape',
  citeAs: 'cr:citeAs',
  column: 'cr:column',
  conformsTo: 'dct:conformsTo',
  containedIn: 'cr:containedIn',
  cr: 'http://mlcommons.org/croissant/',
  rai: 'http://mlcommons.org/croissant/RAI/',
  data: { '@id': 'cr:data', '@type': '@json' },
  dataType: { '@id': 'cr:dataType', '@type': '@vocab' },
  dct: 'http://purl.org/dc/terms/',
  equivalentProperty: 'cr:equivalentProperty',
  examples: { '@id': 'cr:examples', '@type': '@json' },
  extract: 'cr:extract',
  field: 'cr:field',
  fileProperty: 'cr:fileProperty',
  fileObject: 'cr:fileObject',
  fileSet: 'cr:fileSet',
  format: 'cr:format',
  includes: 'cr:includes',
  isArray: 'cr:isArray',
  isLiveDataset: 'cr:isLiveDataset',
  jsonPath: 'cr:jsonPath',
  key: 'cr:key',
  md5: 'cr:md5',
  parentField: 'cr:parentField',
  path: 'cr:path',
  prov: 'http://www.w3.org/ns/prov#',
  rdfs: 'http://www.w3.org/2000/01/rdf-schema#',
  recordSet: 'cr:recordSet',
  references: 'cr:references',
  regex: 'cr:regex',
  repeated: 'cr:repeated',
  replace: 'cr:replace',
  samplingRate: 'cr:samplingRate',
  sc: 'https://schema.org/',
  separator: 'cr:separator',
  source: 'cr:source',
  subField: 'cr:subField',
  transform: 'cr:transform',
};

const activity = (label: string): Record<string, unknown> => ({
  '@type': 'prov:Activity',
  'rdfs:label': label,
  'prov:wasAssociatedWith': { '@type': 'prov:SoftwareAgent', 'rdfs:label': 'Tearsheet' },
});

const creatorsOf = ({ creators }: ReleaseDescription): object[] => {
  if (!creators) return [{ '@type': 'sc:Organization', name: 'Tearsheet' }];
  return creators.map((one) => ({
    '@type': 'name' in one ? 'sc:Organization' : 'sc:Person',
    name: nameOf(one),
    ...(one.url ? { url: one.url } : {}),
    ...(one.orcid ? { sameAs: one.orcid } : {}),
  }));
};

function citeAs({ about, contentHash }: ReleaseFacts): string {
  const year = about.published_on ? ` (${about.published_on.slice(0, 4)})` : '';
  const makers = about.creators?.map(nameOf).join(', ') ?? 'Tearsheet';
  const where = about.doi ? ` https://doi.org/${about.doi}` : about.url ? ` ${about.url}` : '';
  return `${makers}${year}: ${titleOf(about)}. Release ${contentHash.slice(0, 8)}.${where}`;
}

/** Days of publication, from the first to the last that is known. */
function coverage({ tables: profiles }: ReleaseFacts): Record<string, string> {
  const days = profiles.articles?.columns.find(({ name }) => name === 'published_on');
  return days && days.least !== null ? { temporalCoverage: `${days.least}/${days.greatest}` } : {};
}

function fileObject(table: Table, { files }: ReleaseFacts): Record<string, unknown> {
  const path = pathOf(csv, table);
  const file = files.get(path);
  return {
    '@type': 'cr:FileObject',
    '@id': path,
    name: `${table.name}.csv`,
    description: table.description,
    contentUrl: path,
    encodingFormat: 'text/csv',
    ...(file ? { contentSize: `${file.bytes} B`, sha256: file.sha256 } : {}),
  };
}

function recordSet(table: Table): Record<string, unknown> {
  return {
    '@type': 'cr:RecordSet',
    '@id': table.name,
    name: table.name,
    description: table.description,
    key: { '@id': fieldId(table, table.key) },
    ...(table.grounded ? { dataType: 'prov:Entity', annotation: tearSheet(table) } : {}),
    field: columnsOf(table).map((column) => field(table, column)),
  };
}

const fieldId = ({ name }: Table, column: string): string => `${name}/${column}`;

/** What each evidence column says of its row, as a property of PROV: the row is an entity. */
const provenance: Partial<Record<EvidenceColumn, string>> = {
  article_id: 'prov:wasDerivedFrom',
  url: 'prov:hadPrimarySource',
  publisher: 'prov:wasAttributedTo',
  extractor: 'prov:wasGeneratedBy',
  quote: 'prov:value',
};

/**
 * A column. What it refers to stands in its description: by `references` loaders would join the tables, and drop the rows that
 * refer to nothing.
 */
function field(table: Table, column: Column): Record<string, unknown> {
  const { name, title, description, references } = column;
  const property = table.grounded ? provenance[name as EvidenceColumn] : undefined;
  return {
    '@type': 'cr:Field',
    '@id': fieldId(table, name),
    name,
    description: `${title}: ${description}${references === null ? '' : ` Refers to ${references}.`}`,
    dataType: dataType(column),
    ...(property ? { equivalentProperty: property } : {}),
    source: sourceOf(table, name),
  };
}

const sourceOf = (table: Table, column: string): Record<string, unknown> => ({
  fileObject: { '@id': pathOf(csv, table) },
  extract: { column },
});

/** The derivation of a row, qualified: the article, the characters in it, the reader that found them. */
function tearSheet(table: Table): Record<string, unknown> {
  const part = (column: EvidenceColumn, type: string, property: string): Record<string, unknown> => ({
    '@type': 'cr:Field',
    '@id': `${table.name}/derivation/${column}`,
    dataType: type,
    equivalentProperty: property,
    source: sourceOf(table, column),
  });
  return {
    '@type': 'cr:Field',
    '@id': `${table.name}/derivation`,
    name: 'derivation',
    description: 'The tear sheet: the article and the exact characters in it that this row was read from.',
    dataType: 'prov:Derivation',
    equivalentProperty: 'prov:qualifiedDerivation',
    subField: [
      part('article_id', 'prov:Entity', 'prov:entity'),
      part('text_sha256', 'sc:Text', 'sc:sha256'),
      part('char_start', 'sc:Integer', 'sc:startOffset'),
      part('char_end', 'sc:Integer', 'sc:endOffset'),
      part('quote', 'sc:Text', 'prov:value'),
      part('extractor', 'prov:Activity', 'prov:hadActivity'),
    ],
  };
}

function dataType({ type }: Column): string {
  switch (type) {
    case 'string':
    case 'enum':
      return 'sc:Text';
    case 'integer':
      return 'sc:Integer';
    case 'number':
      return 'sc:Float';
    case 'boolean':
      return 'sc:Boolean';
    case 'date':
      return 'sc:Date';
    case 'datetime':
      return 'sc:DateTime';
  }
}
