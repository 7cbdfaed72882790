import { readdirSync, readFileSync, realpathSync, statSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { browser, startBrowser, type Watched } from '../explorer/browser.ts';
import { machineLine, today } from './clock.ts';
import type { Explorer } from './measured.ts';

type Page = Watched['page'];

/** Typed letter by letter, as somebody does who looks for them; common words of news, and words in no article. */
const typed = ['minister', 'record', 'london', '2004', 'zyxwv'];
/** Openings of each page, each in a browser context of its own: nothing is kept from the one before. */
const openings = 5;

/** Times the explorer of a release in a browser; null where no browser is. */
export async function measureExplorer(release: string, report: (line: string) => void): Promise<Explorer | null> {
  if (!browser) return null;
  const loadBefore = Math.round(100 * os.loadavg()[0]!) / 100;
  const started = await startBrowser(realpathSync(release));
  try {
    const rows: Explorer['rows'] = [];
    const keep = (what: string, milliseconds: readonly number[]): void => {
      rows.push({ what, ...middle(milliseconds) });
      report(`${what}: ${rows.at(-1)!.median} ms`);
    };
    keep('first view: the front page, from a double click', await opened(started.open, '', 'main .tiles'));
    keep(
      'an address of evidence: the article, its row chosen',
      await opened(started.open, evidence(release), '.text .is-selected'),
    );
    const { page } = await started.open('');
    await page.waitForSelector('main h1');
    keep('first search: the tables are read', [await search(page, 'flood')]);
    const letters: number[] = [];
    for (const word of typed) {
      for (let end = 1; end <= word.length; end++) letters.push(await search(page, word.slice(0, end)));
    }
    keep('search, each further letter', letters);
    return {
      date: today(),
      machine: machineLine(),
      loadBefore,
      articles: articlesOf(release),
      bytes: payload(release),
      rows,
    };
  } finally {
    await started.stop();
  }
}

async function opened(open: (hash: string) => Promise<Watched>, hash: string, selector: string): Promise<number[]> {
  const times: number[] = [];
  for (let time = 0; time < openings; time++) {
    const start = performance.now();
    const { page } = await open(hash);
    await page.waitForSelector(selector);
    times.push(performance.now() - start);
  }
  return times;
}

/** Milliseconds from a change of the search field until the answer to it is painted and every table has been read. */
function search(page: Page, text: string): Promise<number> {
  return page.evaluate(`(${inPage})(${JSON.stringify(text)})`);
}

/** Runs in the browser as it stands here: the loader that runs TypeScript would add calls that no browser knows. */
const inPage = `async (text) => {
  const field = document.querySelector('input[type=search]');
  const painted = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
  const isAnswered = () =>
    document.querySelector('main h1 bdi')?.textContent === text &&
    ![...document.querySelectorAll('.found-in .count')].some((count) => count.textContent.includes('reading'));
  const start = performance.now();
  field.value = text;
  field.dispatchEvent(new Event('input', { bubbles: true }));
  do await painted();
  while (!isAnswered());
  return performance.now() - start;
}`;

/** The last address of evidence among the statistics: nothing that the front page loads leads there. */
function evidence(release: string): string {
  const url = /explorer\/index\.html(#\S+)\s*$/.exec(readFileSync(path.join(release, 'csv', 'statistics.csv'), 'utf8'));
  if (!url) throw new Error(`${release}: csv/statistics.csv ends with no evidence_url`);
  return url[1]!;
}

const articlesOf = (release: string): number =>
  (JSON.parse(readFileSync(path.join(release, 'json', 'articles.json'), 'utf8')) as unknown[]).length;

/** Bytes of the page itself, without data and texts. */
function payload(release: string): number {
  const folder = path.join(release, 'explorer');
  const files = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isFile());
  return files.reduce((sum, { name }) => sum + statSync(path.join(folder, name)).size, 0);
}

function middle(milliseconds: readonly number[]): { median: number; most: number; times: number } {
  const sorted = milliseconds.map(Math.round).sort((a, b) => a - b);
  return { median: sorted[Math.floor(sorted.length / 2)]!, most: sorted.at(-1)!, times: sorted.length };
}
