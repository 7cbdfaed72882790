import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import vm from 'node:vm';
import { expect, test } from 'vitest';
import { isSoak } from './soak/told.ts';

const root = fileURLToPath(new URL('../', import.meta.url));

/** What reads articles or writes releases; programs that rebuild resources read no foreign text. */
const sources = ['pipeline', 'schemas'].flatMap((folder) =>
  readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !/^(?:resources.(?:build|train)|explorer)\b/.test(file))
    .map((file) => path.join(folder, file)),
);

/** A regular expression where a value may stand. */
const literal =
  /(?<=(?:[=(,:!&|?{};[\n>]|return)\s*)\/(?![*/\s])((?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\\[\n])+)\/([dgimsuvy]*)/g;
const remark = /^\s*(?:\*|\/\/|\/\*).*$/gm;

/** The digits of one number. */
const seesNoText = new Set(['\\B(?=(\\d{3})+$)']);

interface Pattern {
  readonly name: string;
  readonly source: string;
  readonly flags: string;
}

function patternsIn(file: string): Pattern[] {
  const code = readFileSync(path.join(root, file), 'utf8').replace(remark, '');
  return [...code.matchAll(literal)]
    .map(([whole, source, flags]) => ({ name: `${file} ${whole}`, source: source!, flags: flags! }))
    .filter(({ source, flags }) => !seesNoText.has(source) && isPattern(source, flags));
}

/** Two slashes of a division are none. */
function isPattern(source: string, flags: string): boolean {
  try {
    return Boolean(new RegExp(source, flags));
  } catch {
    return false;
  }
}

/** What is repeated to make a pattern go back again and again. */
const pumps = [
  ...[
    'a',
    'A',
    '1',
    ' ',
    '\t',
    '\n',
    '-',
    '.',
    ',',
    '"',
    '“',
    '(',
    '[',
    '<',
    '&',
    'é',
    '#',
    "'",
    '_',
    '=',
    '/',
    '*',
    '\\',
  ],
  ...['a ', 'A a ', '1 ', '1,', 'a-', 'a.', 'A.B', 'ab1', 'a\n', ' \n', 'said ', 'http://a', '$1 '],
];

/** Characters of each text: a megabyte by `make soak`. */
const length = isSoak ? 1_000_000 : 20_000;
/** Processor milliseconds that a pattern may take for all that it finds in one text; most take one for the longest. */
const most = isSoak ? 2_000 : 100;

/** Finds all in a text, as `replace` would, and can be stopped while it does. */
const search = new vm.Script(`{
  const pattern = new RegExp(source, flags);
  for (let found = pattern.exec(text); found !== null; found = pattern.exec(text)) if (found[0] === '') pattern.lastIndex++;
}`);

const place = { source: '', flags: '', text: '' };
const context = vm.createContext(place);

function milliseconds({ source, flags }: Pattern, text: string): number {
  Object.assign(place, { source, flags: `${flags.replace(/[gy]/g, '')}g`, text });
  const before = process.cpuUsage().user;
  try {
    search.runInContext(context, { timeout: 30 * most });
  } catch {
    return Number.POSITIVE_INFINITY;
  }
  return (process.cpuUsage().user - before) / 1000;
}

test('no pattern takes more than linear time, whatever is repeated', { timeout: 3_600_000 }, () => {
  const patterns = sources.flatMap(patternsIn);
  expect(patterns.length).toBeGreaterThan(600);
  const texts = pumps.map((pump) => `${pump.repeat(Math.ceil(length / pump.length))}\0`);
  const slow = patterns.flatMap((pattern) => {
    const at = texts.findIndex((text) => milliseconds(pattern, text) > most);
    return at < 0 ? [] : [`${pattern.name} with ${JSON.stringify(pumps[at])}`];
  });
  expect(slow).toEqual([]);
});
