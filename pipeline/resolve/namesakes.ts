import type { DocumentEntity } from '#schemas/stages/extraction.ts';
import type { RoleFields } from '../resources/entity-words.ts';

/** One article's knowledge of a person. */
export interface Sighting {
  readonly input: { readonly originKey: string; readonly entities: readonly DocumentEntity[] };
  readonly entity: DocumentEntity;
}

/** Sightings of one walk of life, or of several that something joins. */
interface Group {
  readonly fields: ReadonlySet<string>;
  /** Origins of the articles, and whom else these name. */
  readonly company: ReadonlySet<string>;
}

/**
 * Tells persons of one name apart: a minister in some articles, a midfielder in others, and neither an origin, a person named
 * in both nor an article that calls them both. Gives each sighting the walk of life of its person; nothing where all are one,
 * and nothing for a sighting that could be either's.
 */
export function namesakes(sightings: readonly Sighting[], fields: RoleFields): ReadonlyMap<Sighting, string> {
  const told = sightings.map((sighting) => groupOf(sighting, fieldsOf(sighting.entity, fields)));
  const known = joined(told.filter((group) => group.fields.size > 0));
  if (known.length < 2) return new Map();
  const found = new Map<Sighting, string>();
  for (const [index, group] of told.entries()) {
    const owners =
      group.fields.size > 0
        ? known.filter(({ fields }) => shares(fields, group.fields))
        : known.filter((each) => shares(each.company, group.company));
    if (owners.length === 1) found.set(sightings[index]!, [...owners[0]!.fields].sort().join(' '));
  }
  return found;
}

const lastWord = (role: string): string => role.slice(role.lastIndexOf(' ') + 1).toLowerCase();

const fieldsOf = ({ roles }: DocumentEntity, fields: RoleFields): Set<string> =>
  new Set(roles.flatMap((role) => fields.get(lastWord(role)) ?? []));

function groupOf({ input, entity }: Sighting, fields: ReadonlySet<string>): Group {
  const others = input.entities.filter((other) => other.type === 'person' && other.entity_id !== entity.entity_id);
  return { fields, company: new Set([input.originKey, ...others.map((other) => other.entity_id)]) };
}

/** Groups that share a walk of life or company become one, until none do. */
function joined(groups: readonly Group[]): Group[] {
  const apart: Group[] = [];
  for (const group of groups) {
    let whole = group;
    for (
      let at = apart.findIndex((each) => isOne(each, whole));
      at !== -1;
      at = apart.findIndex((each) => isOne(each, whole))
    ) {
      whole = union(apart.splice(at, 1)[0]!, whole);
    }
    apart.push(whole);
  }
  return apart;
}

const isOne = (a: Group, b: Group): boolean => shares(a.fields, b.fields) || shares(a.company, b.company);

const union = (a: Group, b: Group): Group => ({
  fields: new Set([...a.fields, ...b.fields]),
  company: new Set([...a.company, ...b.company]),
});

function shares(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  const [small, large] = a.size < b.size ? [a, b] : [b, a];
  for (const each of small) if (large.has(each)) return true;
  return false;
}
