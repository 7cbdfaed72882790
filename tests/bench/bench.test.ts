import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { partOf } from './curve.ts';
import { fitCurve, gainOf } from './fit.ts';
import { table, thousands } from './markdown.ts';
import { type Measured, measured, nothing } from './measured.ts';
import { operationsPage } from './operations-page.ts';
import { plainSentences } from './plain-sentences.ts';
import { figure, qualityPage } from './quality-page.ts';
import { shownLines } from './scorer.ts';
import { scoredSets } from './sets.ts';
import { speedPage } from './speed-page.ts';

const line = { label: 'strict span+type', gold: 40, p: 0.5, r: 0.25, value: 1 / 3 };
const scores = (set: string, peers: Measured['scores'][string]['peers'] = {}): Measured => ({
  ...nothing,
  scores: { [set]: { date: '2026-01-02', ours: { documents: 1200, lines: [line] }, peers } },
});

describe('figures', () => {
  test.each([
    [line, '50.0 / 25.0 / **33.3**'],
    [{ ...line, p: null, r: null, value: 0.9567 }, '**95.7**'],
    [undefined, '–'],
  ])('%j', (given, shown) => {
    expect(figure(given)).toBe(shown);
  });

  test('numbers take commas, cells keep their bars', () => {
    expect([7, 1234, 1234567.4].map(thousands)).toEqual(['7', '1,234', '1,234,567']);
    expect(table(['a'], [['b|c']])).toBe('| a |\n|---|\n| b\\|c |');
  });
});

describe('the page of quality', () => {
  test('shows a figure with its set, its peer and its day', () => {
    const peer = { documents: 1200, lines: [{ ...line, p: 0.4 }] };
    const page = qualityPage(scores('ner-ewt', { 'someone 1.2.3': peer }));
    expect(page).toContain('| set | metric | of | Tearsheet | someone 1.2.3 | measured on |');
    expect(page).toContain(
      '| `ner-ewt` | same span, same type | 40 | 50.0 / 25.0 / **33.3** | 40.0 / 25.0 / **33.3** | 2026-01-02 |',
    );
    expect(page).toContain('1,200 sentences, 40 names');
  });

  test('says where the weights learned from the texts', () => {
    expect(qualityPage(scores('ner-wikigold'))).toContain('| `ner-wikigold` (*learned from*) |');
    expect(qualityPage(scores('ner-ewt'))).not.toContain('`ner-ewt` (*learned');
  });

  test('names as not measured what was not', () => {
    const [missing] = /^Not measured: .*$/m.exec(qualityPage(scores('html')))!;
    expect(missing).toContain('`ner-ewt`');
    expect(missing).not.toContain('`html`');
  });

  test('draws the curve on', () => {
    const points = [25_000, 50_000].map((tokens, at) => ({ part: (at + 1) / 2, tokens, f1: { news: 60 + 2 * at } }));
    const page = qualityPage({ ...nothing, curve: { date: '2026-01-02', points } });
    expect(page).toContain('| 100 %, 50,000 tokens | 62.0 |');
    expect(page).toContain('| news | – | +2.0 | +2.0 ± 0.0 | 0.0 |');
  });
});

describe('the page of speed', () => {
  const speed = {
    date: '2026-01-02',
    command: 'a command',
    machine: 'a machine',
    loadBefore: 0.1,
    corpus: 'news',
    articles: 1000,
    words: 30_000,
    rows: [{ what: 'annotate', seconds: 2, cpuSeconds: 1.5, wordsPerSecond: 15_000, peakMegabytes: null }],
    loads: [],
  };

  test('shows the rows, the machine and the day', () => {
    const page = speedPage({ ...nothing, speed });
    expect(page).toContain('| annotate | 15,000 | 20,000 | 2 | – |');
    expect(page).toContain('2026-01-02');
    expect(page).toContain('by `a command`, on: a machine.');
    expect(page).not.toContain('Other programs');
  });

  test('says so where other programs ran', () => {
    expect(speedPage({ ...nothing, speed: { ...speed, loadBefore: 3 } })).toContain('Other programs ran');
  });
});

describe('what the scorer says', () => {
  test('the lines of the list are kept, a failed set is reported', () => {
    const said: string[] = [];
    const lines = [
      { kind: 'plain' as const, label: 'macro-F1 over roots', value: 50, unit: '%' },
      { kind: 'share' as const, label: 'accuracy', value: 0.4, total: 10 },
      { kind: 'share' as const, label: 'no event', value: 0, total: 10 },
    ];
    const results = [
      { set: 'events-plv', documents: { gold: 8 }, lines },
      { set: 'html', message: 'no build\nmore' },
    ];
    const kept = shownLines(results, (message) => said.push(message));
    expect(kept.get('events-plv')!.lines.map(({ label, value }) => [label, value])).toEqual([
      ['macro-F1 over roots', 0.5],
      ['accuracy', 0.4],
    ]);
    expect(said).toEqual(['html: not scored: no build']);
  });
});

describe('the curve', () => {
  test('a line through points on a line is that line', () => {
    const points = [1, 2, 4, 8].map((times) => ({ part: times / 8, tokens: 1000 * times, f1: { a: Math.log(times) } }));
    const fit = fitCurve(points, 'a');
    expect(fit.slope).toBeCloseTo(1);
    expect(gainOf(fit, 8000, 8000).gain).toBeCloseTo(Math.LN2);
    expect(fit.error).toBeCloseTo(0);
  });

  test('a larger part holds the smaller', () => {
    const all = Array.from({ length: 1000 }, (_, at) => ({ words: [String(at)], allowed: Uint32Array.of(1) }));
    const [quarter, half] = [0.25, 0.5].map((part) => new Set(partOf(all, part)));
    expect([quarter!.size, half!.size, partOf(all, 1).length]).toEqual([250, 500, 1000]);
    expect([...quarter!].every((sentence) => half!.has(sentence))).toBe(true);
  });
});

test('running text is put together from a treebank', () => {
  const row = (id: string, form: string, pos: string, misc: string) =>
    [id, form, '_', pos, '_', '_', '_', '_', '_', misc].join('\t');
  const rows = [
    row('1-2', 'Rivers’', '_', '_'),
    row('1', 'Rivers', 'NOUN', '_'),
    row('2', '’', 'PART', '_'),
    row('3', 'banks', 'NOUN', 'SpaceAfter=No'),
    row('4', '.', 'PUNCT', '_'),
  ];
  const [sentence] = plainSentences(`# sent_id = 1\n${rows.join('\n')}\n\n`);
  expect(sentence!.text).toBe('Rivers’ banks.');
  expect(sentence!.words.map(({ start }) => start)).toEqual([0, 6, 8, 13]);
});

describe('docs/', () => {
  const read = (file: string) => readFileSync(new URL(`../../docs/${file}`, import.meta.url), 'utf8');
  const found = measured.parse(JSON.parse(read('measured.json')));

  test('the pages are what the program writes from what was measured', () => {
    expect(read('QUALITY.md')).toBe(qualityPage(found));
    expect(read('BENCHMARKS.md')).toBe(speedPage(found));
    expect(read('OPERATIONS.md')).toBe(operationsPage(found));
  });

  test.each(scoredSets.map(({ set }) => set))('QUALITY.md names %s', (set) => {
    expect(read('QUALITY.md')).toContain(`\`${set}\``);
  });
});
