import { page, table, thousands } from './markdown.ts';
import type { Explorer, Measured, Speed } from './measured.ts';

/** `docs/BENCHMARKS.md` from what was measured. */
export function speedPage({ speed, explorer }: Measured): string {
  const head = [
    '# Benchmarks',
    'Written by `make bench` from `docs/measured.json`; not edited by hand. What is right is in [QUALITY.md](QUALITY.md).',
  ];
  if (speed === null && explorer === null) return page([...head, 'Nothing was measured yet.']);
  return page([...head, ...(speed ? reading(speed) : []), ...(explorer ? opening(explorer) : [])]);
}

function reading(speed: Speed): string[] {
  return [
    `Measured on ${speed.date} by \`${speed.command}\`, on: ${speed.machine}.`,
    `Corpus: ${speed.corpus}, ${thousands(speed.articles)} articles, ${thousands(speed.words)} words (parted by white space), one file each.`,
    otherWork(speed),
    table(
      ['what', 'words a second', 'words a processor second', 'seconds', 'peak memory, MB'],
      speed.rows.map((row) => [
        row.what,
        number(row.wordsPerSecond),
        number(row.cpuSeconds === null ? null : speed.words / row.cpuSeconds),
        String(row.seconds ?? '–'),
        number(row.peakMegabytes),
      ]),
    ),
    '"annotate" is all layers of the Document, in one thread, by the compiled pipeline that a build runs, after the articles were read. It is the fastest of three passes; a build parses only sentences that it asks for, some half of all words. Statistics and dates, events and quotations are found a second time in annotated articles and made into rows, trees parsed for them included; the faster of two passes. A whole build starts the program, reads the files, extracts, resolves, publishes every format and checks the release; its peak memory is the resident memory of the whole process.',
    table(
      ['loaded', 'processor milliseconds'],
      speed.loads.map(({ what, milliseconds }) => [what, String(milliseconds)]),
    ),
    'Load time is the median of five in a running process. Each file of weights alone: see QUALITY.md.',
  ];
}

function opening(explorer: Explorer): string[] {
  return [
    '## Explorer',
    `Measured on ${explorer.date} by \`npm run bench -- explorer --release FOLDER\` in Chromium, on: ${explorer.machine}. A release of ${thousands(explorer.articles)} articles; the page itself, without data and texts, has ${thousands(explorer.bytes)} bytes.`,
    otherWork(explorer),
    table(
      ['what', 'milliseconds, median', 'most', 'times'],
      explorer.rows.map(({ what, median, most, times }) => [what, thousands(median), thousands(most), String(times)]),
    ),
    'A search is over when the answer from every table is painted.',
  ];
}

/** Above this load before the start, other programs were at work. */
const quiet = 0.5;

function otherWork({ loadBefore }: { loadBefore: number }): string {
  return loadBefore > quiet
    ? `**Other programs ran on this machine** (load average ${loadBefore.toFixed(2)} before the start): the timings are too slow; words a processor second are disturbed least.`
    : `The machine did nothing else (load average ${loadBefore.toFixed(2)} before the start).`;
}

const number = (value: number | null): string => (value === null ? '–' : thousands(value));
