import type { Proposal, Reading, Run } from '../reading.ts';
import { isTitle } from '../segments.ts';

/** Organizations by the words of their names and by the nouns beside them. */
export function* organizations(reading: Reading): Generator<Proposal> {
  const { runs } = reading;
  for (let r = 0; r < runs.length; r++) {
    const run = runs[r]!;
    if (run.headline) continue;
    const span = extend(reading, r);
    const named = byWord(reading, span);
    if (named) yield named;
    yield* beside(reading, run);
    const isFormer = reading.resources.names.has('former', reading.tokens[run.first]!.lower);
    const traded = { first: isFormer ? run.first + 1 : run.first, end: run.end };
    if (traded.first < run.end && isTraded(reading, traded)) yield make(traded.first, run.end, 0.8, 'pattern');
  }
}

const make = (first: number, end: number, weight: number, basis: Proposal['basis']): Proposal => ({
  ...{ first, end, weight, basis },
  type: 'organization',
});

/** "Calder shares", "Calder's shareholders", "a stake in Calder": what only a firm has. */
function isTraded(
  { tokens, resources: { names, gazetteer }, slice }: Reading,
  { first, end }: Omit<Run, 'headline'>,
): boolean {
  const form = slice(first, end);
  if (gazetteer.known.get(form) || gazetteer.cities.find(form).length > 0) return false;
  const { sentence } = tokens[first]!;
  const lemma = (at: number): string => (tokens[at]?.sentence === sentence ? tokens[at]!.lemma : '');
  const has = /^['’]s?$/.test(tokens[end]?.text ?? '') ? end + 1 : end;
  if (tokens[has]?.pos === 'NOUN' && names.has('organization_has', lemma(has))) return true;
  return (
    /^(?:in|of|for|with|at|leader)$/.test(lemma(first - 1)) &&
    names.has(`organization_${lemma(first - 1)}`, lemma(first - 2))
  );
}

const companyForm = /^(?:Inc|Corp|Co|Ltd|LLC|LLP|PLC|plc)\.?$/;

/** Joins runs over "of", "for", "and" and plural possessives: "Ministry of Health and Sport", "Growers' League". */
function extend(reading: Reading, at: number): { first: number; end: number; head: number } {
  const { tokens, runs, resources } = reading;
  const words = resources.names.organizationWords;
  const run = runs[at]!;
  let { end } = run;
  const head = end - 1;
  const isHead = words.get(tokens[head]!.text)?.place === 'both';
  for (let r = at + 1; r < runs.length && end - run.first < 12; r++) {
    const next = runs[r]!;
    if (next.first - end > 2) break;
    const gap = reading
      .slice(end, next.first + 1)
      .slice(0, -tokens[next.first]!.text.length)
      .trim();
    const isOf = isHead && /^(?:of|for|on)(?: the)?$|^against$/.test(gap);
    const isOther = words.has(tokens[next.end - 1]!.text);
    const isAnd =
      isHead && end > head + 1 && (/^for(?: the)?$/.test(gap) || (!isOther && /^(?:and|of)(?: the)?$/.test(gap)));
    const isOwner = /^['’]$/.test(gap) && /s$/.test(tokens[end - 1]!.text) && words.has(tokens[next.end - 1]!.text);
    if (!isOf && !isAnd && !isOwner) break;
    end = next.end;
  }
  const form = tokens[end]?.text === ',' ? tokens[end + 1] : undefined;
  const isLegal = form?.sentence === tokens[end - 1]!.sentence && words.has(form.text) && companyForm.test(form.text);
  if (isLegal) end += 2;
  return { first: run.first, end, head };
}

function byWord(reading: Reading, span: { first: number; end: number; head: number }): Proposal | null {
  const { tokens, resources } = reading;
  const words = resources.names.organizationWords;
  let { first } = span;
  const { end, head } = span;
  for (let i = first; i < Math.min(head, end - 1); i++) if (isTitle(reading, i)) first = i + 1;
  const owner = tokens[first - 1];
  if (owner && /^(?:our|its|his|her|their|my|your)$/.test(owner.lower)) return null;
  if (end > head + 1 && words.get(tokens[head]!.text)?.place === 'both') return make(first, end, 1.1, 'pattern');
  const last = tokens[end - 1]!;
  if (end - first < 2) return null;
  if (/^(?:first|ends)$/.test(words.get(tokens[first]!.text)?.place ?? '')) return make(first, end, 0.9, 'pattern');
  if (!words.has(last.text) || words.get(last.text)?.place === 'first') return null;
  const initial = tokens[first]!;
  const isInside = tokens[first - 1]?.sentence === initial.sentence;
  const isNamed = isInside || initial.tag.startsWith('NNP') || last.tag.startsWith('NNP');
  return isNamed ? make(first, end, 1, 'pattern') : null;
}

/** "the aid group Open Hands", "Calder Systems, a trucking firm", "shares in Calder". */
function* beside({ tokens, resources: { names } }: Reading, { first, end }: Run): Generator<Proposal> {
  const before = tokens[first - 1];
  if (before && before.sentence === tokens[first]!.sentence && names.has('organization_noun', before.lemma)) {
    if (before.tag === 'NN') yield make(first, end, 0.9, 'pattern');
  }
  const noun = before?.text === ',' ? tokens[first - 2] : undefined;
  const isClosed = /^[,.]$/.test(tokens[end]?.text ?? '.');
  if (noun && isClosed && noun.tag === 'NN' && names.has('organization_noun', noun.lemma)) {
    yield make(first, end, names.roles.has(noun.lemma) ? 0.5 : 2, 'pattern');
  }
  const after = tokens[end];
  if (after?.text !== ',' || !/^(?:an?|the)$/.test(tokens[end + 1]?.lower ?? '')) return;
  for (let i = end + 2; i < Math.min(end + 8, tokens.length); i++) {
    const { pos, lemma } = tokens[i]!;
    if (names.has('organization_noun', lemma) && !/^(?:NOUN|PART)$/.test(tokens[i + 1]?.pos ?? '')) {
      yield make(first, end, 0.8, 'pattern');
      return;
    }
    if (!/^(?:ADJ|NOUN|PROPN|PUNCT)$/.test(pos) || tokens[i]!.text === ',') return;
  }
}
