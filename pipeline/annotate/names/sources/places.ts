import { fold } from '../../../resources/fold.ts';
import type { Proposal, Reading, Run } from '../reading.ts';
import { isPartOf, matchAt } from './known.ts';

/** Places by the gazetteer of cities, the words of their names and what stands around them. */
export function* places(reading: Reading): Generator<Proposal> {
  for (const run of reading.runs) {
    if (run.headline) continue;
    yield* byWord(reading, run);
    const around = contextWeight(reading, run.first, run.end);
    const isBody = reading.resources.names.organizationWords.has(reading.tokens[run.end - 1]!.text);
    if (around > 0 && run.end - run.first < 4 && !isBody) {
      yield { first: run.first, end: run.end, type: 'place', weight: around, basis: 'pattern' };
    }
    yield* cities(reading, run);
  }
}

/** "Drava River", "Lake Bled", "Northern Slovenia". */
function* byWord({ tokens, resources: { names } }: Reading, { first, end }: Run): Generator<Proposal> {
  if (end - first < (names.titles.has(tokens[first]!.text) ? 3 : 2)) return;
  const isFirst = names.has('place_first', tokens[first]!.text);
  if (!isFirst && !names.has('place_last', tokens[end - 1]!.text)) return;
  yield { first, end, type: 'place', weight: 0.9, basis: 'pattern' };
}

/** Cities at the end of a run or before a comma, weighed by size and surroundings. */
function* cities(reading: Reading, run: Run): Generator<Proposal> {
  const { tokens, resources, slice, lowerCase } = reading;
  for (let first = run.first; first < run.end; first++) {
    for (let end = Math.min(run.end, first + 5); end > first; end--) {
      const found = resources.gazetteer.cities.find(slice(first, end));
      if (found.length === 0) continue;
      const whole = first === run.first && end === run.end;
      const { text } = tokens[first]!;
      const size = end - first;
      let weight = sizeWeight(found[0]!.population) + (whole ? 0 : -0.4) + 0.2 * (size - 1);
      if (size === 1 && (lowerCase.has(tokens[first]!.lower) || text.length < 4)) weight -= 0.4;
      if (size === 1 && resources.gazetteer.givenNames.has(fold(text))) weight -= 0.2;
      if (!tokens[first]!.tag.startsWith('NNP')) weight -= 0.3;
      if (isPartOf(reading, end)) weight -= 0.4;
      if (!whole && end === run.end) weight += contextWeight(reading, first, end);
      if (weight > 0) yield { first, end, type: 'place', weight, basis: 'gazetteer' };
      first = end - 1;
      break;
    }
  }
}

const sizeWeight = (population: number): number =>
  population >= 1e6 ? 0.9 : population >= 2e5 ? 0.75 : population >= 5e4 ? 0.5 : 0.3;

const inside = /^(?:in|near|around|outside|across|throughout|inside|towards?)$/;
const along = /^(?:at|from|to|via|through|off|for|leaves?|left|reached?|visited)$/;

/** "in X", "the town of X", "X, Slovenia", the dateline. */
function contextWeight(reading: Reading, first: number, end: number): number {
  const { tokens, document, resources } = reading;
  const { names } = resources;
  const before = tokens[first - 1];
  const after = tokens[end];
  let weight = 0;
  const { dateline } = document;
  if (dateline?.place && dateline.place.start <= tokens[first]!.start && tokens[end - 1]!.end <= dateline.place.end)
    weight += 1;
  if (before && before.sentence === tokens[first]!.sentence) {
    const noun = tokens[first - 2];
    if (before.lower === 'of' && noun && names.has('place_noun', noun.lemma)) weight += 1;
    else if (names.has('place_noun', before.lemma) && before.tag === 'NN') weight += 0.4;
    else if (noun && names.has(`organization_${before.lower}`, noun.lemma)) return 0;
    else if (inside.test(before.lower)) weight += after?.pos === 'NOUN' ? 0.3 : 0.7;
    else if (along.test(before.lower)) weight += 0.3;
  }
  if (after?.text !== ',' || after.sentence !== tokens[first]!.sentence) return weight;
  const next = matchAt(reading, end + 1, Math.min(end + 5, tokens.length));
  if (next?.entry.type === 'place' && /country|state|province|territory/.test(next.entry.subtype ?? '')) weight += 0.7;
  for (let i = end + 1; i < Math.min(end + 5, tokens.length); i++) {
    if (names.has('place_noun', tokens[i]!.lemma) && tokens[i]!.tag === 'NN') return weight + 0.6;
    if (!/^(?:DET|ADJ|NOUN)$/.test(tokens[i]!.pos)) break;
  }
  return weight;
}
