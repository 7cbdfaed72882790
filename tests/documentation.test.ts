import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import { tables } from '#schemas/tables/index.ts';
import { rejectCodes } from '#schemas/tables/rejects.ts';

const root = new URL('../', import.meta.url);
const textOf = (file: string): string => readFileSync(new URL(file, root), 'utf8');
const readme = textOf('README.md');

/** Columns of each table that the README shows, and how many rows. */
const shown: Record<string, { columns: string[]; rows: number; where?: (row: Record<string, string>) => boolean }> = {
  articles: {
    columns: ['title', 'publisher', 'published_on', 'published_on_basis', 'duplicate_of', 'origin', 'word_count'],
    rows: 4,
  },
  rejects: { columns: ['source_file', 'reason_code', 'message'], rows: 2 },
  mentions: { columns: ['quote', 'type', 'form', 'role', 'sentence'], rows: 4, where: (r) => r.role !== '' },
  entities: {
    columns: ['name', 'type', 'subtype', 'country', 'aliases', 'role', 'mention_count', 'origin_count'],
    rows: 5,
    where: (r) => Number(r.origin_count) >= 3,
  },
  affiliations: {
    columns: ['person', 'role', 'organization', 'is_former', 'quote'],
    rows: 4,
    where: (r) => r.organization !== '',
  },
  statistics: {
    columns: ['measure', 'value', 'unit', 'qualifier', 'period_start', 'place', 'attributed_to', 'quote', 'publisher'],
    rows: 5,
    where: (r) => r.figure_id !== '' && r.measure !== '',
  },
  figures: {
    columns: ['measure', 'place', 'low', 'best', 'high', 'statement_count', 'origin_count', 'agreement'],
    rows: 4,
    where: (r) => r.agreement !== 'single',
  },
  event_mentions: {
    columns: ['event_type', 'event_mode', 'actor', 'recipient', 'quote', 'date_start', 'place', 'polarity', 'modality'],
    rows: 5,
    where: (r) => r.actor !== '',
  },
  participants: { columns: ['role', 'participant', 'sentence'], rows: 4 },
  events: {
    columns: ['event_type', 'actor', 'recipient', 'date_start', 'place', 'modality', 'mention_count', 'origin_count'],
    rows: 4,
    where: (r) => Number(r.mention_count) > 1,
  },
  dates: { columns: ['quote', 'kind', 'value', 'start', 'end', 'basis'], rows: 5 },
  quotations: {
    columns: ['text', 'speaker', 'speaker_basis', 'cue', 'medium', 'addressee'],
    rows: 4,
    where: (r) => r.medium !== '' || r.addressee !== '',
  },
};

function sampleOf(name: string): string {
  const { columns, rows, where = () => true } = shown[name]!;
  const csv = Papa.parse<Record<string, string>>(textOf(`tests/golden/samples/${name}.csv`), {
    header: true,
    skipEmptyLines: true,
  });
  const cell = (text: string): string =>
    (text.length > 90 ? `${text.slice(0, 88).trimEnd()} …` : text).replaceAll('|', '\\|');
  const picked = csv.data.filter(where).slice(0, rows);
  const { title, description } = tables.find((t) => t.name === name)!;
  return [
    `**${title}** (\`${name}\`). ${description}`,
    '',
    `| ${columns.join(' | ')} |`,
    `|${columns.map(() => '---').join('|')}|`,
    ...picked.map((row) => `| ${columns.map((c) => cell(row[c] ?? '')).join(' | ')} |`),
    '',
  ].join('\n');
}

describe('README', () => {
  test('shows a sample of each table, as the samples publish it', () => {
    const [before, rest] = readme.split(/(?<=<!-- samples: begin [^\n]*-->\n)/);
    const after = rest!.slice(rest!.indexOf('<!-- samples: end -->'));
    const written = `${before}\n${Object.keys(shown).map(sampleOf).join('\n')}\n${after}`;
    if (process.env.UPDATE_DOCS) writeFileSync(new URL('README.md', root), written);
    else expect(readme).toBe(written);
  });

  test('every table but changes has a sample', () => {
    expect(Object.keys(shown)).toEqual(tables.map((t) => t.name).filter((name) => name !== 'changes'));
  });

  test('its commands exist', () => {
    const makefile = textOf('Makefile');
    for (const [, target] of readme.matchAll(/`make ([a-z]+)`/g)) expect(makefile).toContain(`\n${target}:`);
  });
});

describe('resources', () => {
  test('every file below pipeline/resources is named in its README', () => {
    const about = textOf('pipeline/resources/README.md');
    const files = readdirSync(fileURLToPath(new URL('pipeline/resources', root)), {
      recursive: true,
      withFileTypes: true,
    })
      .filter((entry) => entry.isFile() && /\.(txt|tsv|bin|json)$/.test(entry.name))
      .map((entry) => entry.name);
    for (const file of files) expect(about, file).toContain(file);
  });
});

describe('rejects', () => {
  test('every code is explained', () => {
    const text = textOf('ARCHITECTURE.md');
    for (const code of rejectCodes.options) expect(text, code).toContain(`\`${code}\``);
  });
});
