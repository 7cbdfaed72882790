import { fold } from '../../../resources/fold.ts';
import type { Proposal, Reading } from '../reading.ts';
import { isSuffix, segmentOf } from '../segments.ts';

/** Persons by what their names are made of and what stands around them. */
export function* persons(reading: Reading): Generator<Proposal> {
  for (const run of reading.runs) {
    if (run.headline) continue;
    const segment = segmentOf(reading, run);
    if (segment === null) continue;
    const { first, end } = segment;
    const size = sizeOf(reading, first, end);
    if (size === 0 || size > 4) continue;
    const add = (weight: number, basis: Proposal['basis']): Proposal => ({ first, end, type: 'person', weight, basis });
    if (segment.title < first && titled(reading, segment.title, first)) yield add(1.1, 'lexicon');
    const made = shapeWeight(reading, first, end, size);
    if (made > 0) yield add(made, 'lexicon');
    const around = contextWeight(reading, first, end, size);
    if (around > 0) yield add(around, 'pattern');
  }
}

/** Words of the name, 0 where one of them no person's name has. */
function sizeOf(reading: Reading, first: number, end: number): number {
  if (isOffice(reading, first, end)) return 0;
  const { tokens, resources } = reading;
  let size = 0;
  let plain = 0;
  for (let i = first; i < end; i++) {
    const { text, lower } = tokens[i]!;
    if (/\d|[&/]|^[A-Z]{2,4}$/.test(text)) return 0;
    if (i > first && resources.names.organizationWords.has(text)) return 0;
    if (i > first && resources.names.has('other_last', text)) return 0;
    if (/^\p{Lu}/u.test(text)) size++;
    if (!resources.names.roles.has(lower) || i > first) plain++;
  }
  return plain === 0 || (size === 1 && resources.names.organizationWords.has(tokens[first]!.text)) ? 0 : size;
}

/** "Executive Officer": several words without a given name that end in a role. */
function isOffice({ tokens, resources: { names, gazetteer } }: Reading, first: number, end: number): boolean {
  const head = tokens[first]!.text;
  const isGiven = /^\p{Lu}\.?$/u.test(head) || gazetteer.givenNames.has(fold(head));
  return end - first > 1 && !isGiven && names.roles.has(tokens[end - 1]!.lower);
}

const titled = ({ tokens, resources: { names } }: Reading, title: number, first: number): boolean => {
  const { text, lower } = tokens[first - 1]!;
  if (tokens[title - 1]?.lower === 'of') return names.roles.has(tokens[title - 2]?.lower ?? '');
  return title < first && (names.titles.has(text) || names.roles.has(lower));
};

/** A given name first, initials, a suffix. */
function shapeWeight(reading: Reading, first: number, end: number, size: number): number {
  const { tokens, resources } = reading;
  const { givenNames, surnames, known, cities } = resources.gazetteer;
  if (isSuffix(reading, end - 1) && size > 1) return 1;
  const head = tokens[first]!.text;
  if (resources.names.has('brand', head)) return 0;
  const isInitial = (i: number): boolean => /^\p{Lu}\.?$/u.test(tokens[i]!.text);
  if (size === 1) return givenNames.has(fold(head)) && known.get(head)?.type !== 'place' ? 0.3 : 0;
  const inner = size > 2 && isInitial(first + 1) ? 0.3 : size > 3 ? -0.4 : 0;
  if (isInitial(first) && !isInitial(end - 1)) return 0.7;
  if (!givenNames.has(fold(head))) return inner;
  const isCity = cities.find(reading.slice(first, end)).length > 0 || (cities.find(head)[0]?.population ?? 0) > 1e6;
  const isPlace = isCity || known.get(head)?.type === 'place';
  const isSurname = isPlace && size === 2 && surnames.has(tokens[end - 1]!.text);
  return (isSurname ? 0.5 : isPlace ? 0.3 : 0.9) + inner;
}

/** Speech, age, apposition. */
function contextWeight(reading: Reading, first: number, end: number, size: number): number {
  const { tokens, resources } = reading;
  const { names } = resources;
  const before = tokens[first - 1];
  const after = tokens[end];
  const next = tokens[end + 1];
  let weight = 0;
  if (before && before.sentence === tokens[first]!.sentence) {
    const role = names.roles.get(before.lower);
    const isMore = tokens[end]?.pos === 'NOUN' && names.roles.has(tokens[end]!.lemma);
    const isFirm = isMore || names.has(`organization_${before.lower}`, tokens[first - 2]?.lower ?? '');
    if (role !== undefined && !isFirm && !/^\p{Lu}/u.test(before.text) && before.tag !== 'NNS') weight += 0.9;
    if (names.has('speech', before.lemma) && size > 1) weight += 0.3;
    if (before.text === ',' && isRole(reading, first - 2)) weight += 0.5;
  }
  if (!after || after.sentence !== tokens[first]!.sentence) return weight;
  if (names.has('speech', after.lemma) && after.pos === 'VERB') weight += size > 1 ? 0.5 : 0.35;
  if (after.text !== ',' || !next) return weight;
  if (/^\d\d?$/.test(next.text) && /^[,.]$/.test(tokens[end + 2]?.text ?? '')) weight += 0.9;
  if (next.lower === 'who') weight += 0.6;
  return appositionRole(reading, end + 1) ? weight + 0.8 : weight;
}

const isRole = ({ tokens, resources }: Reading, i: number): boolean =>
  i >= 0 && resources.names.roles.has(tokens[i]!.lower) && tokens[i]!.tag !== 'NNS';

/** Does a noun phrase with a role as head begin here: "the director of", "a former mayor", "Founder of"? */
function appositionRole(reading: Reading, at: number): boolean {
  const { tokens } = reading;
  const { sentence } = tokens[at]!;
  for (let i = at; i < Math.min(at + 8, tokens.length) && tokens[i]!.sentence === sentence; i++) {
    const { pos, tag, text } = tokens[i]!;
    if (isRole(reading, i) && tokens[i + 1]?.pos !== 'NOUN' && tokens[i + 1]?.text !== '-') return true;
    if (!/^(?:DET|ADJ|NOUN|PROPN|NUM|PRON|PART|ADV)$/.test(pos) && tag !== 'VBN' && text !== '-') return false;
  }
  return false;
}
