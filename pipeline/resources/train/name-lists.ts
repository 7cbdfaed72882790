import { existsSync, readFileSync } from 'node:fs';
import { padding, sign, stride, wordSigns } from '#pipeline/annotate/linear/words.ts';
import { listed, phraseKey } from '#pipeline/annotate/names/tagger/phrases.ts';
import { piecesOf } from './name-gold.ts';
import type { NameLists } from './name-rules.ts';

const folder = new URL('../', import.meta.url);

/** Rows of a list below `pipeline/resources/`: columns between tabs, without comments. */
function rowsOf(path: string): string[][] {
  const file = new URL(path, folder);
  if (!existsSync(file)) throw new Error(`${file.pathname}: not found; the name tagger learns from it`);
  const lines = readFileSync(file, 'utf8').split('\n');
  return lines
    .filter((line) => line !== '' && !line.startsWith('#') && !line.startsWith('='))
    .map((line) => line.split('\t'));
}

function alternatives(cell: string | undefined): string[] {
  return (cell ?? '')
    .split('|')
    .map((name) => name.trim())
    .filter((name) => name !== '');
}

/** Population of a big city, in hundreds as the gazetteer has it. */
const bigCity = 2000;

/** Bits of every listed phrase, by its key. */
export function phraseBits(): Map<number, number> {
  const bits = new Map<number, number>();
  const add = (phrase: string, bit: number) => {
    const words = phrase.split(/\s+/).flatMap((word) => piecesOf(word, 0).map((piece) => piece.word));
    if (words.length === 0 || words.length > 5) return;
    const signs = wordSigns(words);
    const key = phraseKey(words.map((_, at) => signs[(at + padding) * stride + sign.lower]!));
    bits.set(key, (bits.get(key) ?? 0) | bit);
  };
  for (const row of rowsOf('lexicons/countries.txt')) {
    for (const name of [row[4]!, ...alternatives(row[5])]) add(name, listed.country);
    for (const name of alternatives(row[6])) add(name, listed.bigCity);
    for (const name of nationals(row[7])) add(name, listed.group);
  }
  for (const row of rowsOf('lexicons/groups.txt'))
    for (const name of [row[0]!, ...alternatives(row[1])]) add(name, listed.group);
  for (const row of rowsOf('lexicons/regions.txt'))
    for (const name of [row[0]!, ...alternatives(row[1])]) add(name, listed.region);
  for (const row of rowsOf('lexicons/organizations.txt'))
    for (const name of [row[0]!, ...alternatives(row[1])]) add(name, listed.organization);
  for (const row of rowsOf('lexicons/organization-words.txt')) add(row[0]!, listed.organizationWord);
  for (const row of rowsOf('lexicons/titles.txt')) add(row[0]!, listed.title);
  for (const row of rowsOf('lexicons/roles.txt')) add(row[0]!, listed.role);
  for (const [name, , hundreds] of rowsOf('gazetteers/cities.txt')) {
    add(name!, Number(hundreds) >= bigCity ? listed.bigCity : listed.city);
  }
  for (const [name] of rowsOf('gazetteers/given-names.txt')) add(name!, listed.givenName);
  return bits;
}

function nationals(cell: string | undefined): string[] {
  return alternatives(cell).flatMap((name) => (/(?:s|sh|ch|ese)$/.test(name) ? [name] : [name, `${name}s`]));
}

/** The lists that bring annotations to one convention. */
export function nameLists(): NameLists {
  const groups = new Set<string>();
  for (const row of rowsOf('lexicons/countries.txt'))
    for (const name of nationals(row[7])) groups.add(name.toLowerCase());
  for (const row of rowsOf('lexicons/groups.txt'))
    for (const name of [row[0]!, ...alternatives(row[1])]) groups.add(name.toLowerCase());
  const titles = new Set(
    [...rowsOf('lexicons/titles.txt'), ...rowsOf('lexicons/roles.txt')].flatMap((row) => [
      row[0]!.toLowerCase(),
      `${row[0]!.toLowerCase()}s`,
    ]),
  );
  const countries = new Set(
    rowsOf('lexicons/countries.txt').flatMap((row) =>
      [row[4]!, ...alternatives(row[5])].map((name) => name.toLowerCase()),
    ),
  );
  const given = new Set(rowsOf('gazetteers/given-names.txt').map(([name]) => name!));
  const days = new Set(
    ['lexicons/time-months.txt', 'lexicons/time-weekdays.txt']
      .flatMap(rowsOf)
      .flatMap(([line]) => line!.split(' ').slice(1))
      .filter((name) => !given.has(name)),
  );
  return { groups, titles, countries, days };
}
