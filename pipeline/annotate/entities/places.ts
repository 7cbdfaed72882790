import { fold } from '../../resources/fold.ts';
import type { Gazetteer, Known } from '../../resources/gazetteer.ts';
import type { Resources } from '../../resources/index.ts';
import { type Draft, draftOf, draftOfKnown, fullest, printed } from './draft.ts';
import type { Read } from './index.ts';
import { settle } from './place-beliefs.ts';
import { candidatesOf, namesake } from './place-candidates.ts';
import { hintsOf } from './place-hints.ts';

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
  const places = sites.map(({ forms, within, isOpen }) => ({
    candidates: isOpen ? [] : candidatesOf(gazetteer, fullest(forms), within),
    weight: 1,
  }));
  const meant = settle([...places, ...hintsOf(document, resources, places)], gazetteer);
  const entries = new Map(sites.flatMap((site, i) => (meant[i] ? [[site, meant[i]] as const] : [])));
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
    if (larger?.type !== 'place' || !/country|state|province|territory/.test(larger.subtype ?? '')) return;
    if (!isListed(gazetteer, form, larger)) place(site, larger);
  });
  return [...sites.values()];
}

/** "Australia, Chile", "London, Singapore": the next of a list, not what the place lies in. */
function isListed(gazetteer: Gazetteer, form: string, larger: Known): boolean {
  const entry = gazetteer.known.get(form);
  if (entry?.type === 'place' && entry.subtype !== 'country') return true;
  if (larger.subtype !== 'country') return false;
  if (entry?.subtype === 'country') return entry.id !== larger.id && namesake(gazetteer, entry).length < 2;
  const found = gazetteer.cities.find(form);
  const [largest] = found;
  const isInside = found.some((city) => gazetteer.entryOf(city).country === larger.country);
  return largest !== undefined && largest.population >= metropolis && !isInside;
}

/** From this population on a city is meant by its bare name. */
const metropolis = 1e6;
/** Two larger places for one name leave it open. */
function place(site: Site, larger: Known): void {
  if (site.within !== null && site.within.id !== larger.id) site.isOpen = true;
  site.within ??= larger;
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
