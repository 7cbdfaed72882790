import { cpSync, readFileSync, realpathSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildHere, newFolder, writeTree } from '../run/world.ts';
import { browser, startBrowser } from './browser.ts';

type Rows = Record<string, string | number | null>[];

const long = 'ab'.repeat(1_000_000);
const hostile = `<script>alert(1)</script><img src=x onerror=alert(2)> kills 14

</p><svg onload=alert(3)> "' onmouseover='alert(4)' {{constructor}} \${alert(5)} told reporters that 31 people had died in Lagos on Monday.

Evil \u202esdrawkcab si siht\u202c and \u2067isolated\u2069 text with \u200f a sign. Police arrested 45 people in Lagos, the mayor said.

${long} At least 66 people were killed in Abuja on Tuesday. ${long.slice(0, 1000)}
`;

/** The samples with an article that would do harm; its title would, too. */
const raw = newFolder();
cpSync(fileURLToPath(new URL('../../raw', import.meta.url)), raw, { recursive: true });
writeTree(path.join(raw, 'hostile'), {
  'page.txt': hostile,
  'page.meta.json': JSON.stringify({
    title: '"><script>alert(6)</script>\u202eeltit',
    publisher: "<b onclick='alert(7)'>Outlet</b>",
    published_on: '2026-05-12',
    language: 'en',
    rights: 'full',
  }),
  'withheld.txt': 'The council closed 12 schools in Lagos on Monday. "It hurts," said Mayor Ada Obi.\n',
  'withheld.meta.json': JSON.stringify({
    title: 'Withheld',
    language: 'en',
    rights: 'hash_only',
    published_on: '2026-05-12',
  }),
  'snippet.txt':
    'The council opened 12 schools in Lagos on Monday.\n\nNothing here.\n\n"It helps," said Mayor Ada Obi.\n',
  'snippet.meta.json': JSON.stringify({
    title: 'Snippet',
    language: 'en',
    rights: 'snippet',
    published_on: '2026-05-12',
  }),
});

describe.skipIf(!browser)('the explorer in a browser', () => {
  let release: string;
  let open: Awaited<ReturnType<typeof startBrowser>>['open'];
  let stop: () => Promise<void>;
  const rowsOf = (table: string): Rows => JSON.parse(readFileSync(path.join(release, 'json', `${table}.json`), 'utf8'));
  const hashOf = (url: unknown): string => String(url).slice('explorer/index.html'.length);

  beforeAll(async () => {
    const output = newFolder();
    const built = await buildHere(raw, output, { maxTextBytes: 1 << 23 });
    expect(built.status).toBe('published');
    release = realpathSync(path.join(output, 'latest'));
    ({ open, stop } = await startBrowser(release));
  });
  afterAll(() => stop?.());

  test('the front page says what there is, and every place opens', async () => {
    const { page, faults } = await open('');
    await page.waitForFunction(
      () => [...document.images].length === 3 && [...document.images].every((i) => i.naturalWidth > 0),
    );
    for (const place of ['Articles', 'Figures', 'Events', 'People', 'Map', 'Tables', 'Rejects']) {
      await page.getByRole('navigation', { name: 'Places' }).getByRole('link', { name: place, exact: true }).click();
      await page.waitForSelector('main h1');
      await page.waitForSelector('main :is(table, .map, .article-list)');
    }
    expect(await page.locator('tbody tr').count()).toBe(rowsOf('rejects').length);
    expect(faults).toEqual([]);
  });

  test('an evidence_url opens the article with the row chosen and its words in sight', async () => {
    for (const table of ['statistics', 'quotations', 'mentions', 'event_mentions', 'dates', 'participants']) {
      const row = rowsOf(table).find((r) => r.source_file === 'northline-wire/flood.txt') ?? rowsOf(table)[3]!;
      const { page, faults } = await open(hashOf(row.evidence_url));
      const chosen = page.locator('.text .is-selected');
      await chosen.first().waitFor();
      expect((await chosen.allTextContents()).join(''), table).toBe(row.quote);
      expect(await chosen.first().evaluate((e) => e.getBoundingClientRect().top < innerHeight)).toBe(true);
      expect(faults).toEqual([]);
    }
  });

  test('click a row, see the evidence; click evidence, see the row', async () => {
    const { page, faults } = await open('#/tables/statistics?kind=money');
    const money = rowsOf('statistics').filter((row) => row.kind === 'money');
    await page.getByText(`${money.length} of ${rowsOf('statistics').length} rows`).waitFor();
    await page.locator('tbody th a').first().click();
    await page.locator('.text .is-selected').first().waitFor();
    expect((await page.locator('.text .is-selected').allTextContents()).join('')).toBe(money[0]!.quote);
    const quotation = page.locator('.text [role=button].on-quotations:not(.on-statistics):not(.on-mentions)').first();
    await quotation.click();
    await page.locator('.sheet.kind-quotations').waitFor();
    expect(page.url()).toContain('/q_');
    expect(faults).toEqual([]);
  });

  test('search finds articles, people, rows and keys', async () => {
    const { page, faults } = await open('');
    await page.keyboard.press('/');
    await page.keyboard.type('kovac');
    await page.getByRole('heading', { name: /Entities/ }).waitFor();
    await page.getByRole('link', { name: 'Ana Kovač' }).first().waitFor();
    const key = String(rowsOf('statistics')[5]!.statistic_id);
    await page.getByRole('searchbox').first().fill(key);
    await page.locator('tbody th a').first().click();
    await page.locator('.text .is-selected').first().waitFor();
    expect(page.url()).toContain(key);
    expect(faults).toEqual([]);
  });

  test('filters by outlet, day, confidence, modality, agreement; the address keeps them', async () => {
    const { page } = await open('#/tables/statistics');
    const all = rowsOf('statistics');
    const expectRows = async (test: (row: Rows[number]) => boolean): Promise<void> => {
      const found = all.filter(test).length;
      expect(found).toBeGreaterThan(0);
      await page.getByText(`${found} of ${all.length} rows`).waitFor();
    };
    await page.getByLabel('Outlet').selectOption('Northline');
    await expectRows((row) => row.publisher === 'Northline');
    await page.getByLabel('Modality').selectOption('estimated');
    await expectRows((row) => row.publisher === 'Northline' && row.modality === 'estimated');
    await page.reload();
    await expectRows((row) => row.publisher === 'Northline' && row.modality === 'estimated');
    await page.getByRole('button', { name: 'Clear' }).click();
    await page.getByLabel('From', { exact: true }).fill('2026-05-15');
    await expectRows((row) => String(row.published_on ?? '') >= '2026-05-15');
    await page.getByRole('button', { name: 'Clear' }).click();
    await page.getByLabel(/Confidence from/).fill('0.9');
    await expectRows((row) => Number(row.confidence) >= 0.9);
    await page.goto(page.url().replace(/#.*/, '#/tables/figures?agreement=conflict'));
    const conflicts = rowsOf('figures').filter(({ agreement }) => agreement === 'conflict');
    await page.getByText(`${conflicts.length} of ${rowsOf('figures').length} rows`).waitFor();
    await page.locator('tbody th a').first().click();
    await page.getByRole('heading', { name: /Statements/ }).waitFor();
    expect(await page.locator('.values li').count()).toBe(conflicts[0]!.statement_count);
  });

  test('the timeline chooses days, the map a place, the people a person', async () => {
    const { page, faults } = await open('#/tables/events');
    await page.locator('.timeline a').last().click();
    await page.waitForURL(/from=/);
    await page.goto(page.url().replace(/#.*/, '#/map'));
    await page.locator('.map circle').first().waitFor();
    await page.locator('.places').getByRole('link', { name: 'Slovenia' }).click();
    await page.getByRole('heading', { level: 1, name: /Slovenia/ }).waitFor();
    await page.goto(page.url().replace(/#.*/, '#/people'));
    await page.locator('.people tbody a').first().click();
    await page.locator('.related table').first().waitFor();
    expect(faults).toEqual([]);
  });

  test('a row is copied as CSV, JSON and citation', async () => {
    const row = rowsOf('statistics')[8]!;
    const { page } = await open(hashOf(row.evidence_url));
    await page.evaluate(() => {
      const held = globalThis as unknown as { copied: string };
      navigator.clipboard.writeText = async (text) => {
        held.copied = text;
      };
    });
    const copied = async (form: string): Promise<string> => {
      await page.getByRole('button', { name: `Copy ${form}` }).click();
      await page.getByText(`${form} copied`).waitFor();
      return page.evaluate(() => (globalThis as unknown as { copied: string }).copied);
    };
    expect(JSON.parse(await copied('JSON'))).toEqual(row);
    const csv = readFileSync(path.join(release, 'csv', 'statistics.csv'), 'utf8');
    const [header, record] = (await copied('CSV')).trimEnd().split(/\n(.*)/s);
    expect(csv.startsWith(`${header}\n`)).toBe(true);
    expect(csv).toContain(`\n${record}\n`);
    const citation = await copied('Citation');
    for (const part of [row.sentence, row.publisher, row.published_on, row.statistic_id]) {
      expect(citation).toContain(String(part));
    }
  });

  test('the keyboard alone is enough', async () => {
    const { page, faults } = await open('');
    const press = async (key: string, times = 1): Promise<void> => {
      for (let i = 0; i < times; i++) await page.keyboard.press(key);
    };
    await press('Tab', 3);
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Articles');
    await press('Enter');
    await page.locator('.article-list').waitFor();
    // Focus follows when the place has been painted.
    await page.locator('#main:focus').waitFor();
    await press('Tab', 2);
    await press('Enter');
    await page.locator('.text [role=button]').first().waitFor();
    for (let i = 0; i < 60; i++) {
      if (await page.evaluate(() => document.activeElement?.matches('.text [role=button]'))) break;
      await press('Tab');
    }
    await press('ArrowRight', 2);
    const mark = await page.evaluate(() => (document.activeElement as HTMLElement).dataset.keys);
    await press('Enter');
    await page.locator('.sheet').waitFor();
    expect(mark!.split(' ')).toContain(page.url().split('/').at(-1));
    expect(faults).toEqual([]);
  });

  describe('an article that means harm', () => {
    const ofHostile = (table: string): Rows => rowsOf(table).filter((row) => row.source_file === 'hostile/page.txt');

    test('shows its text as text: nothing runs, nothing loads, no sign turns the page', async () => {
      const article = ofHostile('articles')[0]!;
      const { page, faults } = await open(`#/${article.article_id}`);
      const text = page.locator('.text');
      await text.waitFor();
      const shown = (await text.textContent())!;
      expect(shown).toContain('<script>alert(1)</script><img src=x onerror=alert(2)>');
      expect(shown).toContain('[U+202E]sdrawkcab');
      expect(await page.locator('.paper :is(script, img, svg)').count()).toBe(0);
      expect(await page.locator('a[href^="javascript"]').count()).toBe(0);
      expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
      for (const place of ['#/articles', '#/tables/statistics', '#/search?q=script', '#/people', '#/']) {
        await page.goto(page.url().replace(/#.*/, place));
        await page.waitForSelector('h1');
        await page.waitForTimeout(150);
      }
      expect(faults).toEqual([]);
    });

    test('a line of two million characters opens at once, and its last row is found', async () => {
      const row = ofHostile('statistics').find(({ quote }) => String(quote).includes('66'))!;
      const begun = Date.now();
      const { page, faults } = await open(hashOf(row.evidence_url));
      const chosen = page.locator('.text .is-selected');
      await chosen.first().waitFor();
      expect(Date.now() - begun).toBeLessThan(10_000);
      expect((await chosen.allTextContents()).join('')).toBe(row.quote);
      await page.getByText(/^Part \d+ of \d+$/).waitFor();
      expect(faults).toEqual([]);
    });
  });

  test('rights: of a snippet the sentences are shown, of hashes no word', async () => {
    const of = (file: string, table: string): Rows =>
      rowsOf(table).filter((r) => r.source_file === `hostile/${file}.txt`);
    const snippet = of('snippet', 'statistics')[0]!;
    const { page } = await open(hashOf(snippet.evidence_url));
    await page.locator('.text .is-selected').first().waitFor();
    expect(await page.locator('.text').textContent()).not.toContain('Nothing here');
    expect((await page.locator('.text .is-selected').allTextContents()).join('')).toBe(snippet.quote);
    const withheld = of('withheld', 'statistics')[0]!;
    const other = await open(hashOf(withheld.evidence_url));
    await other.page.locator('.sheet').waitFor();
    expect(await other.page.locator('.text').textContent()).toBe('');
  });

  test.each([
    ['light and wide', { dark: false, width: 1280 }],
    ['dark, on a phone', { dark: true, width: 390, height: 844 }],
  ])('nothing stands in the way of anybody: %s', async (_name, size) => {
    const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
    const figure = rowsOf('figures').find(({ agreement }) => agreement === 'conflict')!;
    const person = rowsOf('entities').find(({ type }) => type === 'person')!;
    const places = [
      '#/',
      '#/articles',
      hashOf(rowsOf('statistics')[8]!.evidence_url),
      '#/tables/statistics?kind=money',
      '#/tables/events',
      '#/tables/figures',
      `#/${figure.figure_id}`,
      `#/${person.entity_id}`,
      '#/people',
      '#/map',
      '#/search?q=flood',
      '#/nowhere/at/all',
    ];
    const { page, faults } = await open('', size);
    for (const place of places) {
      await page.goto(page.url().replace(/#.*|$/, place));
      await page.waitForSelector('main :is(h1, .notice)');
      await page.waitForFunction(() => !document.querySelector('main .waiting'));
      await page.evaluate(axe);
      const violations = await page.evaluate(async () => {
        const { axe } = globalThis as unknown as {
          axe: { run(options: object): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
        };
        const { violations } = await axe.run({ preload: false });
        return violations.map(({ id, nodes }) => `${id}: ${nodes[0]!.html.slice(0, 200)}`);
      });
      expect(violations, place).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), place).toBe(true);
    }
    expect(faults).toEqual([]);
  });
});
