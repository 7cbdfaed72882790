import { fold } from '../../resources/fold.ts';
import type { City, Gazetteer, Known } from '../../resources/gazetteer.ts';
import type { Resources } from '../../resources/index.ts';
import { type Draft, draftOf, draftOfKnown, fullest, printed } from './draft.ts';
import type { Read } from './index.ts';

/** Names of one place, with the larger place printed after it ("Ruše, Slovenia"). */
interface Site {
  readonly names: number[];
  readonly forms: string[];
  within: Known | null;
  isOpen: boolean;
}

/** Joins and links an article's places. What stays ambiguous has no coordinates. */
export function joinPlaces(document: Read, resources: Resources): Draft[] {
  const { gazetteer } = resources;
  const sites = sitesOf(document, resources);
  const entries = new Map<Site, Known>();
  for (const site of sites) {
    const entry = gazetteer.known.get(site.forms[0]!);
    if (entry?.type !== 'place') continue;
    const isElsewhere = site.within !== null && site.within.id !== entry.id && entry.subtype === 'country';
    if (!isElsewhere && namesake(gazetteer, entry).length < 2) entries.set(site, entry);
  }
  const mentioned = mentionedIn(document, gazetteer, entries.values());
  for (let round = 0; round < 2; round++) {
    for (const site of sites) {
      if (entries.has(site)) continue;
      const entry = countryOrDivision(gazetteer, site, mentioned) ?? cityEntry(gazetteer, site, mentioned);
      if (entry === null) continue;
      entries.set(site, entry);
      note(mentioned, entry);
    }
  }
  return drafts(resources, sites, entries);
}

function sitesOf(document: Read, { names: lexicon, gazetteer }: Resources): Site[] {
  const { names, text } = document;
  const sites = new Map<string, Site>();
  names.forEach((name, index) => {
    if (name.type !== 'place') return;
    const form = printed(document, index);
    const words = form.split(' ');
    const isWater = words.length === 2 && lexicon.has('place_last', words[1]!) && !gazetteer.known.get(form);
    const key = gazetteer.known.get(form)?.id ?? fold(isWater ? words[0]! : form);
    const site = sites.get(key) ?? { names: [], forms: [], within: null, isOpen: false };
    sites.set(key, site);
    site.names.push(index);
    site.forms.push(form);
    const next = names[index + 1];
    if (next?.type !== 'place' || !/^,\s$/.test(text.slice(name.end, next.start))) return;
    const larger = gazetteer.known.get(printed(document, index + 1));
    if (larger?.type === 'place' && /country|state|province|territory/.test(larger.subtype ?? '')) place(site, larger);
  });
  return [...sites.values()];
}

/** Two larger places for one name leave it open. */
function place(site: Site, larger: Known): void {
  if (site.within !== null && site.within.id !== larger.id) site.isOpen = true;
  site.within ??= larger;
}

/** Countries (alpha-3) and divisions (`US.CA`) that the article names, with how often. */
type Mentioned = Map<string, number>;

function note(mentioned: Mentioned, { country, division, subtype }: Known): void {
  const add = (key: string): void => void mentioned.set(key, (mentioned.get(key) ?? 0) + 1);
  if (country !== null) add(country);
  if (division !== null && subtype !== 'country') add(division);
}

function mentionedIn(document: Read, gazetteer: Gazetteer, entries: Iterable<Known>): Mentioned {
  const mentioned: Mentioned = new Map();
  for (const entry of entries) note(mentioned, entry);
  document.names.forEach((name, index) => {
    if (name.type !== 'group') return;
    const entry = gazetteer.known.get(printed(document, index));
    if (entry?.country) note(mentioned, entry);
  });
  return mentioned;
}

/** A country and a division of that name: Georgia. */
function namesake({ divisions }: Gazetteer, entry: Known): Known[] {
  if (entry.subtype !== 'country') return [entry];
  return [entry, ...[...divisions.values()].filter((d) => d.name === entry.name)];
}

/** Of a country and a state of one name, the one whose surroundings the article names. */
function countryOrDivision(gazetteer: Gazetteer, site: Site, mentioned: Mentioned): Known | null {
  const entry = gazetteer.known.get(site.forms[0]!);
  if (entry?.type !== 'place') return null;
  const [country, division] = namesake(gazetteer, entry);
  if (!division || site.within !== null) return null;
  const own = mentioned.get(country!.country!) ?? 0;
  const other = mentioned.get(division.country!) ?? 0;
  if (own === other) return null;
  return own > other ? country! : division;
}

/** The city meant, or null where several could be. */
function cityOf(gazetteer: Gazetteer, site: Site, mentioned: Mentioned): City | null {
  const form = fullest(site.forms);
  const isPlain = /^[ -~]*$/.test(form);
  const found = gazetteer.cities.find(form).filter((c) => isPlain || c.name.toLowerCase() === form.toLowerCase());
  const inside = site.within === null ? found : found.filter((c) => isWithin(gazetteer, c, site.within!));
  if (site.within !== null) return inside[0] ?? null;
  const scored = found.map((city) => ({ city, score: score(gazetteer, city, mentioned) }));
  scored.sort((a, b) => b.score - a.score || a.city.id - b.city.id);
  const [best, second] = scored;
  if (!best) return null;
  const isNear = mentioned.has(gazetteer.entryOf(best.city).country ?? '');
  if (best.score < (second ? 5 : isNear || mentioned.size === 0 ? 4.3 : 5.3)) return null;
  return !second || best.score - second.score >= (isNear ? 0.5 : 1.5) ? best.city : null;
}

function cityEntry(gazetteer: Gazetteer, site: Site, mentioned: Mentioned): Known | null {
  const city = site.isOpen ? null : cityOf(gazetteer, site, mentioned);
  return city === null ? null : gazetteer.entryOf(city);
}

const isWithin = (gazetteer: Gazetteer, city: City, { country, division, subtype }: Known): boolean => {
  const entry = gazetteer.entryOf(city);
  return subtype === 'country' || division === null ? entry.country === country : city.division === division;
};

/** Powers of ten of the population, and what the article says of country and division. */
function score(gazetteer: Gazetteer, city: City, mentioned: Mentioned): number {
  const { country } = gazetteer.entryOf(city);
  const near = (mentioned.get(country ?? '') ?? 0) > 0 ? 1.5 : 0;
  const nearer = (mentioned.get(city.division) ?? 0) > 0 ? 1.5 : 0;
  const seat = gazetteer.capitals.get(country ?? '');
  const capital = seat !== undefined && fold(city.name).startsWith(seat) ? 0.7 : 0;
  return Math.log10(city.population + 100) + near + nearer + capital;
}

function drafts({ names, gazetteer }: Resources, sites: Site[], entries: Map<Site, Known>): Draft[] {
  const byId = new Map<string, Draft>();
  return sites.flatMap((site) => {
    const entry = entries.get(site);
    const same = entry && byId.get(entry.id);
    if (same) {
      same.names.push(...site.names);
      same.names.sort((a, b) => a - b);
      return [];
    }
    const draft = entry ? draftOfKnown(entry) : unlinked(site, names, gazetteer);
    draft.names.push(...site.names);
    if (entry) byId.set(entry.id, draft);
    return [draft];
  });
}

function unlinked(site: Site, names: Resources['names'], gazetteer: Gazetteer): Draft {
  const name = fullest(site.forms);
  const word = name.split(' ').find((w) => names.has('place_last', w) || names.has('place_first', w));
  const draft = draftOf('place', name, word ? word.toLowerCase().replace(/\.$/, '') : null);
  draft.country = site.isOpen ? null : (site.within?.country ?? null);
  return gazetteer.known.get(name)?.subtype === 'country' ? { ...draft, country: null } : draft;
}
