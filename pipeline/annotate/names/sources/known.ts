import { fold } from '../../../resources/fold.ts';
import type { Known } from '../../../resources/gazetteer.ts';
import type { Proposal, Reading } from '../reading.ts';

/** What gazetteers and lexicons know: countries, regions, peoples, organizations. */
export function* known(reading: Reading): Generator<Proposal> {
  const { tokens, document } = reading;
  for (const sentence of document.sentences) {
    const capitals = isCapitals(reading, sentence.firstToken, sentence.endToken);
    for (let i = sentence.firstToken; i < sentence.endToken; i++) {
      const match = matchAt(reading, i, sentence.endToken);
      if (match === null) continue;
      const isShort = /^[A-Z]{2,5}$/.test(tokens[i]!.text) && match.end === i + 1;
      if (!(capitals && isShort)) {
        const weight = weightOf(reading, match, i);
        const first = match.entry.type === 'place' ? withDirection(reading, i, sentence.firstToken) : i;
        yield { first, end: match.end, type: match.entry.type, weight, basis: weigher(match.entry) };
      }
      i = match.end - 1;
    }
  }
}

/** "South Vietnam": a point of the compass is part of the name, though not of the entry. */
function withDirection({ tokens, resources }: Reading, at: number, limit: number): number {
  const before = tokens[at - 1];
  const isDirection = before && at - 1 > limit && resources.names.has('place_direction', before.text);
  return isDirection && before.tag.startsWith('NNP') ? at - 1 : at;
}

interface Match {
  readonly entry: Known;
  readonly end: number;
}

/** The longest known name that begins at the token. */
export function matchAt({ tokens, resources, slice }: Reading, at: number, limit: number): Match | null {
  const token = tokens[at];
  if (token === undefined || !/^\p{Lu}|^(?:al|eBay)$/u.test(token.text)) return null;
  const reach = resources.gazetteer.known.reach(token.text);
  let best: Match | null = null;
  for (let end = at + 1; end <= limit && tokens[end - 1]!.end - token.start <= reach; end++) {
    const entry = resources.gazetteer.known.get(slice(at, end));
    if (entry && (end === at + 1 || /\p{Lu}|^[\W\d]/u.test(tokens[end - 1]!.text))) best = { entry, end };
  }
  return best;
}

const weigher = (entry: Known): Proposal['basis'] => (entry.type === 'place' ? 'gazetteer' : 'lexicon');

/** "Jordan" before or after another part of a person's name is less sure to be the country. */
function weightOf(reading: Reading, { entry, end }: Match, first: number): number {
  const { tokens, resources, isHeadline } = reading;
  if (entry.type === 'place' && isPartOf(reading, end)) return 0.6;
  if (end - first > 1 || entry.type === 'group') return 1;
  const { givenNames } = resources.gazetteer;
  const isName = (i: number): boolean => tokens[i]?.tag.startsWith('NNP') === true && isPlain(reading, i);
  const before = tokens[first - 1];
  if (before && isName(first - 1) && givenNames.has(fold(before.text))) return 0.5;
  if (!isHeadline(tokens[first]!.sentence) && givenNames.has(fold(tokens[first]!.text)) && isName(end)) return 0.5;
  return 1;
}

/** "Aegean Lark": a name goes on that is neither a role's, an organization's nor another known one. */
export function isPartOf(reading: Reading, end: number): boolean {
  const { tokens, resources, isHeadline } = reading;
  const next = tokens[end];
  const last = tokens[end - 1]!;
  if (!next?.tag.startsWith('NNP') || next.sentence !== last.sentence || isHeadline(next.sentence)) return false;
  if (
    !/^\p{Lu}/u.test(next.text) ||
    matchAt(reading, end, Math.min(end + 4, tokens.length)) ||
    resources.names.has('never', next.text)
  )
    return false;
  for (let i = end; i < end + 4 && tokens[i]?.sentence === last.sentence; i++) if (!isPlain(reading, i)) return false;
  return true;
}

/** Neither a role nor a word of an organization. */
function isPlain({ tokens, resources }: Reading, i: number): boolean {
  const { text, lower } = tokens[i]!;
  return !resources.names.roles.has(lower) && !resources.names.organizationWords.has(text);
}

function isCapitals({ tokens }: Reading, first: number, end: number): boolean {
  let letters = 0;
  for (let i = first; i < end; i++) {
    if (/\p{Ll}/u.test(tokens[i]!.text)) return false;
    if (/\p{Lu}{2}/u.test(tokens[i]!.text)) letters++;
  }
  return letters > 1;
}
