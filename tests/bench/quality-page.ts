import { fitCurve, gainOf } from './fit.ts';
import { page, percent, table, thousands } from './markdown.ts';
import type { Measured, Scored, ScoreLine } from './measured.ts';
import { curveSets, type ScoredSet, scoredSets, type Task, tasks, treebanks } from './sets.ts';

/** `docs/QUALITY.md` from what was measured; a set without a figure is named as not measured. */
export function qualityPage(measured: Measured): string {
  return page([
    '# Quality',
    'Written by `make bench` from `docs/measured.json`; not edited by hand. Speed is in [BENCHMARKS.md](BENCHMARKS.md).',
    'Scores of texts are percent: precision / recall / **F1**, or one share; *of* is how many annotated things it counts. Peers were measured in the same run, by the same scorer, on the same texts. None of these sets is blind: while the program was written, mistakes on them were looked at for general causes. Where it says *learned from*, the weights have seen the texts: such a line shows fit, not quality. No text of a set that may only be measured with is in this repository.',
    ...scores(measured),
    ...specs(measured),
    ...trees(measured),
    ...references(measured),
    ...chains(measured),
    ...models(measured),
    ...curve(measured),
  ]);
}

function scores(measured: Measured): string[] {
  const missing = scoredSets.filter(({ set }) => measured.scores[set] === undefined);
  return [
    '## What a release states, against annotated texts',
    ...tasks.flatMap((task) => taskOf(task, measured)),
    ...(missing.length > 0 ? [`Not measured: ${missing.map(({ set }) => `\`${set}\``).join(', ')}.`] : []),
    '### The sets',
    table(
      ['set', 'data', 'size', 'texts of', 'licence', 'use', 'command'],
      scoredSets.map((set) => [
        `\`${set.set}\``,
        set.data,
        sizeOf(set, measured),
        set.dated,
        set.licence,
        set.use === 'learned' ? '*learned from*' : 'measured',
        `\`npm run bench -- scores --set ${set.set}\``,
      ]),
    ),
  ];
}

function taskOf({ title, sets }: Task, measured: Measured): string[] {
  const known = sets.filter(({ set }) => measured.scores[set] !== undefined);
  if (known.length === 0) return [];
  const peers = [...new Set(known.flatMap(({ set }) => Object.keys(measured.scores[set]!.peers)))];
  const rows = known.flatMap((set) => figureRows(set, measured, peers));
  return [`### ${title}`, table(['set', 'metric', 'of', 'Tearsheet', ...peers, 'measured on'], rows)];
}

function figureRows({ set, use, metrics }: ScoredSet, measured: Measured, peers: readonly string[]): string[][] {
  const { date, ours, peers: others } = measured.scores[set]!;
  return metrics.map(({ label, title, oursAlone }) => {
    const line = lineOf(ours, label);
    return [
      use === 'learned' ? `\`${set}\` (*learned from*)` : `\`${set}\``,
      title,
      line?.gold == null ? '–' : thousands(line.gold),
      figure(line),
      ...peers.map((peer) => (oursAlone ? '–' : figure(lineOf(others[peer], label)))),
      date,
    ];
  });
}

const lineOf = (scored: Scored | undefined, label: string): ScoreLine | undefined =>
  scored?.lines.find((line) => line.label === label);

/** "71.2 / 60.3 / **65.3**", a share as "**87.2**", nothing as "–". */
export function figure(line: ScoreLine | undefined): string {
  if (line === undefined) return '–';
  const value = `**${percent(line.value)}**`;
  return line.p === null || line.r === null ? value : `${percent(line.p)} / ${percent(line.r)} / ${value}`;
}

function sizeOf({ set, documents, counts }: ScoredSet, measured: Measured): string {
  const ours = measured.scores[set]?.ours;
  if (ours === undefined) return 'not measured';
  const gold = ours.lines[0]?.gold;
  const size = `${thousands(ours.documents)} ${documents}`;
  return gold == null || counts === documents ? size : `${size}, ${thousands(gold)} ${counts}`;
}

/** What a reason for failing means. */
const reasonNotes: Readonly<Record<string, string>> = {
  missed: 'nothing is read there',
  'other value': 'something else is read there',
  'found besides': 'something is read that the specification does not have',
  'needs a capital': 'on purpose: names of months, days and feasts are read only with their capital',
  'two expressions': 'on purpose: the two ends of a range, and what a sentence names apart, are rows of their own',
  'as fine as its words': 'on purpose: “two years ago” is a year, not a day of it',
  'left open': 'on purpose: what neither words nor tense decide (last or next Friday) gets no date',
};

function specs({ specs: found }: Measured): string[] {
  if (found === null) return [];
  const reasons = Object.keys(reasonNotes).filter((name) => found.rows.some((row) => row.reasons[name] !== undefined));
  const rows = found.rows.map(({ file, cases, passed, reasons: own }) => [
    file.replaceAll('_', ' '),
    thousands(cases),
    thousands(passed),
    `**${percent(passed / cases)}**`,
    ...reasons.map((name) => String(own[name] ?? '–')),
  ]);
  return [
    '## Cases of Recognizers-Text, against what the readers of numbers and times see',
    table(['specification', 'cases', 'passed', '%', ...reasons], rows),
    'A case passes where everything that it names is read with its value, and nothing besides. The specifications of Microsoft Recognizers-Text (MIT) are made for assistants: commands in small letters, formulae, units without a number. Ordinals are read as ranks alone, and a letter for millions (“10k”) counts only beside money or a counted noun. Of the reasons:',
    reasons.map((name) => `- *${name}*: ${reasonNotes[name]}.`).join('\n'),
    `Measured on ${found.date} by \`npm run bench -- specs\`.`,
  ];
}

function trees({ treebanks: found }: Measured): string[] {
  if (found === null) return [];
  const others = [...new Set(found.rows.flatMap(({ figures }) => Object.keys(figures)))];
  return [
    '## Tags and trees, against treebanks',
    table(
      ['data', 'texts of', 'licence'],
      treebanks.map(({ data, dated, licence }) => [data, dated, licence]),
    ),
    table(
      [
        'data',
        'counted',
        'tokens',
        ...others.map((name) => (name.includes(' ') && found.peer ? `UPOS of ${found.peer}` : name)),
      ],
      found.rows.map(({ set, words, tokens, figures }) => [
        set,
        words === 'all' ? 'all tokens' : 'without punctuation',
        thousands(tokens),
        ...others.map((name) => (figures[name] === undefined ? '–' : percent(figures[name], 2))),
      ]),
    ),
    `Measured on ${found.date} by \`npm run bench -- treebanks\`. Gold tokens; percent of them. UPOS and XPOS: the tagger's universal and Penn tags. UAS and LAS: heads, and heads with relations (without subtypes), by the parser, from the tags that the tagger gives. The weights never learn from dev halves.`,
    ...(found.peer === null
      ? []
      : [
          `${found.peer} splits the text itself and has tags of its own: a gold word takes the tags of the word that lies over it, and each tag counts as right for every universal tag that it may stand for.`,
        ]),
  ];
}

function references({ coreference: found }: Measured): string[] {
  if (found === null) return [];
  const { muc, b3, ceafe, conll } = found.ontogum;
  return [
    '## Pronouns and other references, against annotated texts',
    table(
      ['set', 'metric', 'Tearsheet'],
      [
        ...Object.entries(found.gap).map(([who, [p, r, f1]]) => [
          'GAP, development: 2,000 ambiguous pronouns of Wikipedia (Apache 2.0)',
          `pronoun and name, ${who}: precision / recall / F1`,
          `${p.toFixed(1)} / ${r.toFixed(1)} / **${f1.toFixed(1)}**`,
        ]),
        [
          'OntoGUM, dev: clusters of every reference, "it" and common nouns too',
          'MUC / B³ / CEAFe / **CoNLL F1**',
          `${muc.toFixed(1)} / ${b3.toFixed(1)} / ${ceafe.toFixed(1)} / **${conll.toFixed(1)}**`,
        ],
      ],
    ),
    `Measured on ${found.date} by \`npm run bench -- coreference\`. A release joins a pronoun to a person only where one candidate is nearly certain, and never "it" or "they": recall is low by intent.`,
  ];
}

function chains({ chains: found }: Measured): string[] {
  if (found === null) return [];
  const { date, articles, mentions, chains, precision, recall, f1 } = found;
  return [
    '## Entities across articles, against annotated texts',
    table(
      ['set', 'metric', 'Tearsheet'],
      [
        [
          `MEANTIME, open files: ${thousands(articles)} articles; ${thousands(mentions)} names of persons, organizations and places in ${thousands(chains)} chains across articles`,
          'B³: precision / recall / **F1**',
          `${precision.toFixed(1)} / ${recall.toFixed(1)} / **${f1.toFixed(1)}**`,
        ],
      ],
    ),
    `Measured on ${date} by \`npm run bench -- chains\`. A name that only one side has counts against it.`,
  ];
}

function models({ models: found }: Measured): string[] {
  if (found === null) return [];
  return [
    '## Files of weights',
    table(
      ['file', 'what', 'bytes', 'features', 'loads in, ms', 'learned from'],
      found.files.map(({ file, name, bytes, features, milliseconds, learned }) => [
        `\`${file}\``,
        name,
        thousands(bytes),
        thousands(features),
        String(milliseconds),
        Object.entries(learned)
          .map(([source, licence]) => `${source}: ${licence}`)
          .join('<br>'),
      ]),
    ),
    `Measured on ${found.date} by \`npm run bench -- models\`; load time is processor time, the median of five.`,
  ];
}

/** Labelled tokens whose worth is asked for. */
const more = 50_000;

function curve(measured: Measured): string[] {
  const { curve: found } = measured;
  if (found === null) return [];
  const { points, date } = found;
  const sets = Object.keys(points[0]!.f1);
  const { tokens } = points.at(-1)!;
  return [
    `## What ${thousands(more)} more labelled tokens would buy: names`,
    'The name tagger was trained anew on growing parts of the annotated names that it learns from, and scored alone, without the other evidence that a release weighs (names with a probability of 0.5 and more), on texts that it never learns from. Parts are made of blocks of 50 neighbouring sentences in one random order, each part within the next; clusters, tagger and plain articles for silver names stay the same. The last line is a new training with the word lists of that day, not the file of weights above. F1 in percent:',
    table(
      ['learned from', ...sets],
      points.map((point) => [
        `${Number(percent(point.part))} %, ${thousands(point.tokens)} tokens`,
        ...sets.map((set) => point.f1[set]!.toFixed(1)),
      ]),
    ),
    'A line of F1 over the logarithm of the tokens, by least squares, is drawn on past the last point:',
    table(
      [
        'set',
        'names',
        'F1 for each doubling',
        `F1 gained by ${thousands(more)} tokens more`,
        'the line misses the points by',
      ],
      sets.map((set) => {
        const fit = fitCurve(points, set);
        const { gain, error } = gainOf(fit, tokens, more);
        return [
          set,
          namesOf(set, measured),
          signed(fit.slope * Math.LN2),
          `${signed(gain)} ± ${error.toFixed(1)}`,
          fit.error.toFixed(1),
        ];
      }),
    ),
    `± is the standard error of the slope, carried over. It does not know how few names a set has: of a set with under a hundred, a single name moves F1 by a point, and its line says nothing. Nor does it know that new texts may be nearer to the news than the old ones, which are a mix of genres. Measured on ${date} by \`npm run bench -- curve\`.`,
  ];
}

function namesOf(curveSet: string, { scores }: Measured): string {
  const { set, label } = curveSets[curveSet] ?? { set: '', label: '' };
  const gold = lineOf(scores[set]?.ours, label)?.gold;
  return gold == null ? '–' : thousands(gold);
}

const signed = (value: number): string => `${value < 0 ? '−' : '+'}${Math.abs(value).toFixed(1)}`;
