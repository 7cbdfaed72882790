import { existsSync } from 'node:fs';
import { type BrowserContext, chromium, type Page } from 'playwright-core';

const known = [
  process.env.CHROMIUM ?? '',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/** A browser of this machine; undefined where there is none. */
export const browser = known.find((file) => file !== '' && existsSync(file));
if (!browser) {
  process.stderr.write(
    'skipped: no Chromium here (apt-get install chromium, or CHROMIUM=path); nobody drives the explorer\n',
  );
}

/** A page, and all that went wrong or was asked of anything but the release. */
export interface Watched {
  readonly page: Page;
  readonly faults: string[];
}

/** Starts the browser without a network; `open` gives a page of a release. */
export async function startBrowser(release: string) {
  const started = await chromium.launch({ executablePath: browser!, args: ['--no-sandbox'] });
  const contexts: BrowserContext[] = [];
  const open = async (
    hash: string,
    more: { width?: number; height?: number; dark?: boolean } = {},
  ): Promise<Watched> => {
    const { width = 1280, height = 900, dark = false } = more;
    const context = await started.newContext({
      viewport: { width, height },
      colorScheme: dark ? 'dark' : 'light',
      offline: true,
      reducedMotion: 'reduce',
    });
    contexts.push(context);
    const page = await context.newPage();
    page.setDefaultTimeout(30_000);
    const faults: string[] = [];
    page.on('pageerror', (error) => faults.push(`error: ${error.message}`));
    page.on('dialog', (dialog) => {
      faults.push(`dialog: ${dialog.message()}`);
      void dialog.dismiss();
    });
    page.on('console', (line) => {
      if (line.type() === 'error') faults.push(`console: ${line.text()}`);
    });
    page.on('request', (request) => {
      if (!request.url().startsWith(`file://${release}/`)) faults.push(`request: ${request.url()}`);
    });
    await page.goto(`file://${release}/explorer/index.html${hash}`);
    await page.waitForSelector('h1');
    return { page, faults };
  };
  const stop = async (): Promise<void> => {
    for (const context of contexts) await context.close();
    await started.close();
  };
  return { open, stop };
}
