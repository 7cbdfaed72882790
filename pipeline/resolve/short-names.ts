import type { DocumentEntity } from '#schemas/stages/extraction.ts';

/** The entities of one article. */
interface Input {
  readonly article: { readonly article_id: string; readonly published_on: string | null };
  readonly entities: readonly DocumentEntity[];
}

/** An organization that an article calls by one word: alone, or as the short form of its full name. */
interface Sighting {
  readonly input: Input;
  readonly entity: DocumentEntity;
  /** Whom and what else the article names, of what few articles name. */
  readonly company: ReadonlySet<string>;
}

/** What more articles name says nothing about the others they name; it also bounds how many sightings are compared with one. */
const mostNamers = 50;
/** So many others that both articles name make two short names one. */
const leastShared = 2;
/** A full name stands in one of so many articles that name its owner; one that is rarer is that of a branch ("Calder" of "Calder Retail"). */
const rarest = 4;

/** One word that no gazetteer knows: it means nothing beyond its article until something else joins it. */
export const isShort = ({ name, gazetteer_id }: DocumentEntity): boolean => gazetteer_id === null && !/\s/.test(name);

/**
 * Ids of organizations that articles name by one word, by article and id there. One is the organization whose full name other
 * articles shorten so, where its article names whom or what theirs name, and that at least twice as often as of any rival;
 * without a full name, two are one where their articles name two others in common. The rest stay apart, and so does each that
 * is called by a word of many organizations.
 */
export function joinShortNames(
  inputs: readonly Input[],
  ofMany: Pick<ReadonlySet<string>, 'has'>,
): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const [word, { short, full }] of formsOf(inputs)) {
    if (short.length === 0 || ofMany.has(word)) continue;
    const owners = companiesOf(full, short.length);
    const open: Sighting[] = [];
    for (const sighting of short) {
      const [best, second] = ranked(sighting, owners);
      if (!best || best.shared === 0) open.push(sighting);
      else if (best.shared >= 2 * (second?.shared ?? 0)) found.set(placeOf(sighting), best.id);
    }
    for (const [sighting, id] of joined(open)) found.set(placeOf(sighting), id);
  }
  return found;
}

/** How an article's own entity is found in `joinShortNames`. */
export const placeOf = ({ input, entity }: { input: Input; entity: DocumentEntity }): string =>
  `${input.article.article_id} ${entity.entity_id}`;

/** By each word that stands alone for an organization: where it does, and whose full names are shortened so. */
function formsOf(inputs: readonly Input[]): Map<string, { short: Sighting[]; full: Sighting[] }> {
  const rare = rareOf(inputs);
  const forms = new Map<string, { short: Sighting[]; full: Sighting[] }>();
  for (const input of inputs) {
    const named = input.entities.flatMap(({ entity_id }) => (rare.has(entity_id) ? entity_id : []));
    for (const entity of input.entities) {
      if (entity.type !== 'organization') continue;
      const words = isShort(entity) ? [entity.name] : entity.aliases.filter((alias) => !/\s/.test(alias));
      if (words.length === 0) continue;
      const company = new Set(named.filter((id) => id !== entity.entity_id));
      for (const word of words) {
        const form = forms.get(word) ?? { short: [], full: [] };
        (isShort(entity) ? form.short : form.full).push({ input, entity, company });
        forms.set(word, form);
      }
    }
  }
  return forms;
}

/** Ids that mean one thing in every article, are no places, and are named by two articles, but not by many. */
function rareOf(inputs: readonly Input[]): Set<string> {
  const counts = new Map<string, number>();
  for (const { entities } of inputs) {
    for (const entity of entities) {
      if (entity.type === 'place' || entity.type === 'group' || isShort(entity)) continue;
      counts.set(entity.entity_id, (counts.get(entity.entity_id) ?? 0) + 1);
    }
  }
  return new Set([...counts].flatMap(([id, count]) => (count >= 2 && count <= mostNamers ? id : [])));
}

/** What the articles name together that give an organization its full name, where they are enough beside those with the short one alone. */
function companiesOf(full: readonly Sighting[], shortSightings: number): Map<string, Set<string>> {
  const owners = new Map<string, { company: Set<string>; articles: number }>();
  for (const { entity, company } of full) {
    const known = owners.get(entity.entity_id) ?? { company: new Set(), articles: 0 };
    for (const id of company) known.company.add(id);
    known.articles++;
    owners.set(entity.entity_id, known);
  }
  const often = [...owners].filter(([, { articles }]) => articles * rarest >= shortSightings);
  return new Map(often.map(([id, { company }]) => [id, company]));
}

/** Owners by how much of a sighting's company they share, most first. */
function ranked(
  { company }: Sighting,
  owners: ReadonlyMap<string, ReadonlySet<string>>,
): { id: string; shared: number }[] {
  const scored = [...owners].map(([id, known]) => {
    let shared = 0;
    for (const each of company) if (known.has(each)) shared++;
    return { id, shared };
  });
  return scored.sort((a, b) => b.shared - a.shared || (a.id < b.id ? -1 : 1));
}

/** Sightings whose articles have enough company in common get the id of the earliest among them. */
function joined(sightings: readonly Sighting[]): Map<Sighting, string> {
  const order = [...sightings].sort((a, b) => (earliness(a) < earliness(b) ? -1 : 1));
  const parents = order.map((_, index) => index);
  const rootOf = (index: number): number => {
    let root = index;
    while (parents[root] !== root) root = parents[root]!;
    parents[index] = root;
    return root;
  };
  const namers = new Map<string, number[]>();
  for (const [index, { company }] of order.entries()) {
    const shared = new Map<number, number>();
    for (const id of company) {
      const others = namers.get(id);
      for (const other of others ?? []) shared.set(other, (shared.get(other) ?? 0) + 1);
      if (others) others.push(index);
      else namers.set(id, [index]);
    }
    for (const [other, count] of shared) {
      if (count < leastShared) continue;
      const [a, b] = [rootOf(other), rootOf(index)];
      parents[Math.max(a, b)] = Math.min(a, b);
    }
  }
  return new Map(order.map((sighting, index) => [sighting, order[rootOf(index)]!.entity.entity_id]));
}

const earliness = ({ input: { article } }: Sighting): string =>
  `${article.published_on ?? '9999'} ${article.article_id}`;
