import { page, table, thousands } from './markdown.ts';
import type { Measured, Operations, Resolving } from './measured.ts';

type Figure = readonly [what: string, asked: string, found: string];

/** `docs/OPERATIONS.md` from what was measured. */
export function operationsPage({ operations, resolving }: Measured): string {
  const head = [
    '# Operations',
    'What years of scheduled runs cost and bear. Written by `npm run bench -- operations` from `docs/measured.json`; not edited by hand. How to schedule runs is in [scheduling.md](scheduling.md).',
  ];
  const joining = resolving === null ? [] : resolvingLines(resolving);
  if (operations === null) return page([...head, 'No builds were measured yet.', ...joining]);
  const { date, machine, corpus, articles, words, loadBefore } = operations;
  return page([
    ...head,
    `Measured on ${date}, on: ${machine}. Corpus: ${corpus}, ${thousands(articles)} articles, ${thousands(words)} words, in one file.`,
    loadBefore > quiet
      ? `**Other programs ran on this machine** (load average ${loadBefore.toFixed(2)} before the start): the timings are too slow.`
      : `The machine did nothing else (load average ${loadBefore.toFixed(2)} before the start).`,
    table(['figure', 'asked', 'measured'], [...speedFigures(operations), ...soakFigures(operations)]),
    'Seconds are those of the whole command, from its start to the checked release in every format. Processor time counts all threads.',
    table(
      ['run', 'workers', 'seconds', 'processor seconds', 'peak memory, MB'],
      operations.builds.map((build) => [
        runs[build.what],
        String(build.jobs),
        build.seconds.toFixed(1),
        build.cpuSeconds.toFixed(1),
        thousands(build.peakMegabytes),
      ]),
    ),
    'The long tests (`make soak`) let the disk fail at every operation of a run in four ways, kill the command from outside at any time, change, move and delete articles between builds that are cut off, and read damaged files of every format; every twelfth of those is extracted, and each of its rows compared with the text.',
    ...joining,
  ]);
}

/** Above this load before the start, other programs were at work. */
const quiet = 0.5;

const runs: Readonly<Record<Operations['builds'][number]['what'], string>> = {
  clean: 'clean build',
  unchanged: 'nothing changed',
  changed: 'some articles changed',
  generated: 'clean build of generated articles',
};

function speedFigures({ builds, words, changed, articles, firstArticleSeconds, generated }: Operations): Figure[] {
  const found = (what: string, jobs: number) => builds.find((build) => build.what === what && build.jobs === jobs);
  const [one, two] = [found('clean', 1), found('clean', 2)];
  const [same, some, many] = [found('unchanged', 2), found('changed', 2), found('generated', 2)];
  const rows: (Figure | null)[] = [
    two
      ? ['clean build, 2 workers', '40,000 words a second', `${thousands(words / two.seconds)} words a second`]
      : null,
    one && two ? ['speed-up from 1 to 2 workers', '1.7 ×', `${(one.seconds / two.seconds).toFixed(2)} ×`] : null,
    same ? ['nothing changed', 'under 2 s', `${same.seconds.toFixed(1)} s`] : null,
    some && two
      ? [
          `${changed} of ${thousands(articles)} articles changed, of a clean build`,
          'at most 10 %',
          `${Math.round((100 * some.seconds) / two.seconds)} %`,
        ]
      : null,
    ['start-up to the first article', 'at most 1.5 s', `${firstArticleSeconds.toFixed(2)} s`],
    two ? [`peak memory, ${thousands(articles)} articles`, 'under 800 MB', `${thousands(two.peakMegabytes)} MB`] : null,
    many && generated
      ? [
          `peak memory, ${thousands(generated)} generated articles`,
          'under 1,000 MB for 100,000',
          `${thousands(many.peakMegabytes)} MB`,
        ]
      : null,
  ];
  return rows.filter((row) => row !== null);
}

function soakFigures({ soak }: Operations): Figure[] {
  const count = (...names: string[]): string => {
    const counts = names.map((name) => soak[name]?.count);
    return counts.some((one) => one === undefined)
      ? 'not run here'
      : thousands(counts.reduce<number>((sum, one) => sum + one!, 0));
  };
  return [
    ['crash points survived: killed at an operation of the disk', 'all', count('kill')],
    ['the same, and what was not synced is lost', 'all', count('cut')],
    ['a full disk, a refused operation', 'all', count('full', 'denied')],
    ['runs killed from outside at any time, survived', '200', count('processes')],
    ['random sequences of changes and crashes, equal to clean builds', 'all', count('sequences')],
    ['damaged files read without a crash, a lost or an ungrounded row', '1,000,000', count('fuzz-text', 'fuzz-markup')],
  ];
}

function resolvingLines({ machine, runs }: Resolving): string[] {
  return [
    '## Joining large corpora',
    `\`resolve\` alone, over made-up articles whose rows and sketches lie in files (\`npm run bench -- resolve [--articles N]\`), on: ${machine}. Names follow Zipf's law, a country stands in every article, a fifth are copies.`,
    table(
      [
        'articles',
        'rows',
        'seconds',
        'processor seconds',
        'rows a processor second',
        'peak memory, MB',
        'one article more, processor seconds',
        'of that',
        'load before',
        'measured on',
      ],
      runs.map((run) => [
        thousands(run.articles),
        thousands(run.rows),
        run.seconds.toFixed(1),
        run.cpuSeconds.toFixed(1),
        thousands(run.rows / run.cpuSeconds),
        thousands(run.peakMegabytes),
        run.added?.cpuSeconds.toFixed(1) ?? '–',
        run.added ? `${((100 * run.added.cpuSeconds) / run.cpuSeconds).toFixed(1)} %` : '–',
        run.loadBefore.toFixed(2),
        run.date,
      ]),
    ),
    'Rows are statistics and reports of events. Where other programs ran on the machine (a load over 0.5), processor time is too high as well.',
  ];
}
