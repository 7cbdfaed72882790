import type { EntityType } from '#schemas/vocabulary.ts';
import type { Resources } from '../../resources/index.ts';
import type { Name } from '../document.ts';
import { arbitrate, type Verdict } from './arbitrate.ts';
import { fromDocument } from './document.ts';
import { type Proposal, type Read, type Reading, readingOf } from './reading.ts';
import { definitions } from './sources/definitions.ts';
import { known } from './sources/known.ts';
import { model } from './sources/model.ts';
import { organizations } from './sources/organizations.ts';
import { others } from './sources/others.ts';
import { outlets } from './sources/outlets.ts';
import { persons } from './sources/persons.ts';
import { places } from './sources/places.ts';
import { teams } from './sources/teams.ts';

/** Everything that can speak for a name. A new source is one file and one line here. */
const sources: readonly ((reading: Reading) => Iterable<Proposal>)[] = [
  known,
  persons,
  organizations,
  places,
  definitions,
  outlets,
  teams,
  others,
  model,
];

/** Names, in text order, not overlapping. Each has positive evidence for its type; what has none is left out. */
export function findNames(document: Read, resources: Resources): Name[] {
  const reading = readingOf(document, resources);
  const local = sources.flatMap((source) => [...source(reading)]);
  const sure = arbitrate(local).filter((v) => v.score >= 0.9);
  const verdicts = agreed(reading, arbitrate([...local, ...fromDocument(reading, sure)]));
  return verdicts.filter(({ first }) => !isBoilerplate(document, first)).map((verdict) => nameOf(reading, verdict));
}

/**
 * A word of one article is one thing: where readings of it differ, the one with less evidence is left out, unless a list
 * speaks for it, or it is the name of a town and of its team.
 */
function agreed({ slice }: Reading, verdicts: readonly Verdict[]): Verdict[] {
  const totals = new Map<string, Map<EntityType, number>>();
  const teams = new Set<string>();
  for (const { first, end, type, score, basis } of verdicts) {
    if (basis === 'team') teams.add(slice(first, end));
    if (end - first > 1) continue;
    const types = totals.get(slice(first, end)) ?? new Map<EntityType, number>();
    totals.set(slice(first, end), types.set(type, (types.get(type) ?? 0) + score));
  }
  return verdicts.filter(({ first, end, type, basis }) => {
    const form = slice(first, end);
    if (end - first > 1 || basis === 'lexicon' || teams.has(form)) return true;
    const types = totals.get(form)!;
    return types.get(type)! >= Math.max(...types.values());
  });
}

/** Nothing is published of boilerplate: its names are no part of the report. */
const isBoilerplate = ({ tokens, sentences, blocks }: Read, token: number): boolean =>
  blocks[sentences[tokens[token]!.sentence]!.block]!.kind === 'boilerplate';

function nameOf({ tokens }: Reading, { first, end, type, score, basis }: Verdict): Name {
  const span = { firstToken: first, endToken: end, start: tokens[first]!.start, end: tokens[end - 1]!.end };
  return { ...span, type, confidence: Math.min(0.98, 0.55 + 0.25 * score), basis };
}
