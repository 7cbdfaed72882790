import type { EntityType } from '#schemas/vocabulary.ts';
import { fold } from '../../resources/fold.ts';
import type { City } from '../../resources/gazetteer.ts';
import type { Token } from '../document.ts';
import type { Verdict } from './arbitrate.ts';
import type { Proposal, Reading } from './reading.ts';

/** What the rest of the document says of a name: the full name decides the surname, one sure place decides the others. */
export function* fromDocument(reading: Reading, verdicts: readonly Verdict[]): Generator<Proposal> {
  const forms = formsOf(reading, verdicts);
  const longest = Math.max(0, ...[...forms.keys()].map((form) => form.length));
  const { tokens, slice } = reading;
  for (const { first, end } of spansToTry(reading)) {
    for (let i = first; i < end; i++) {
      for (let j = Math.min(end, i + 8); j > i; j--) {
        if (tokens[j - 1]!.end - tokens[i]!.start > longest + 8) continue;
        const form = forms.get(fold(slice(i, j)));
        if (form === undefined) continue;
        for (const [type, weight] of form) yield { first: i, end: j, type, weight, basis: 'document' };
        i = j - 1;
        break;
      }
    }
  }
}

/** Runs, and in headlines every capitalised word. */
function* spansToTry(reading: Reading): Generator<{ first: number; end: number }> {
  for (const run of reading.runs) if (!run.headline) yield run;
  const { tokens, document } = reading;
  for (const s of document.sentences) {
    if (!reading.isHeadline(s.index)) continue;
    for (let i = s.firstToken; i < s.endToken; i++) {
      if (!/^\p{Lu}/u.test(tokens[i]!.text)) continue;
      const first = i;
      while (i < s.endToken && /^\p{Lu}/u.test(tokens[i]!.text)) i++;
      yield { first, end: i };
    }
  }
}

type Forms = Map<string, Map<EntityType, number>>;

/** "Michael Jordan" of Amman, Jordan: the surname speaks for the person less loudly, and no place for the other mentions. */
function contest(form: string, types: Map<EntityType, number>, { resources: { gazetteer } }: Reading): void {
  const isPlace = gazetteer.known.get(form)?.type === 'place' || gazetteer.cities.find(form).some(isLarge);
  if (!isPlace) return;
  types.delete('place');
  types.set('person', Math.min(types.get('person')!, contested));
}

const isLarge = ({ population }: City): boolean => population >= 200_000;
/** What a surname says that is a place's name too. */
const contested = 0.9;

function formsOf(reading: Reading, verdicts: readonly Verdict[]): Forms {
  const { tokens, slice, lowerCase, resources } = reading;
  const firm: Forms = new Map();
  const guessed: Forms = new Map();
  const add = (form: string, type: EntityType, weight: number, forms = firm): void => {
    const types = forms.get(form) ?? new Map<EntityType, number>();
    types.set(type, Math.max(types.get(type) ?? 0, weight));
    forms.set(form, types);
  };
  /** A word that nothing else is called by. */
  const isRare = ({ text, lower }: Token): boolean =>
    !resources.gazetteer.givenNames.has(fold(text)) &&
    !resources.names.roles.has(lower) &&
    !resources.names.has('place_direction', text) &&
    resources.gazetteer.cities.find(text).length === 0;
  for (const { first, end, type, score, basis } of verdicts) {
    if (basis === 'model') add(fold(slice(first, end)), type, 0.6 * Math.min(1, score), guessed);
    else add(fold(slice(first, end)), type, Math.min(type === 'place' && basis === 'pattern' ? 0.5 : 1, score));
    if (end - first < 2) continue;
    if (type === 'person') {
      const isSuffix = resources.names.has('suffix', tokens[end - 1]!.text);
      const last = tokens[isSuffix ? end - 2 : end - 1]!;
      if (!lowerCase.has(last.lower) && !resources.names.organizationWords.has(last.text))
        add(fold(last.text), 'person', basis === 'model' ? 0.45 : 1.3);
    }
    const head = tokens[first]!;
    const isWater = type === 'place' && resources.names.has('place_last', tokens[end - 1]!.text);
    if (isWater && end - first === 2 && !lowerCase.has(head.lower)) add(fold(head.text), 'place', 0.9);
    const isPlain = head.tag.startsWith('NNP') && !resources.gazetteer.known.get(head.text);
    const isWord = lowerCase.has(head.lower) || resources.names.organizationWords.has(head.text);
    const tail = tokens[end - 1]!;
    const kind = resources.names.organizationWords.get(tail.text)?.kind;
    const isFirm = type === 'organization' && !/^(?:government|university|media|ngo|party|hospital)$/.test(kind ?? '');
    if (isFirm && isPlain && !isWord) add(fold(head.text), 'organization', isRare(head) ? 0.9 : 0.5);
    const isClub = kind === 'sport';
    if (type === 'organization' && isClub && !lowerCase.has(tail.lower)) add(fold(tail.text), 'organization', 0.9);
  }
  for (const [form, types] of firm) if (types.has('person')) contest(form, types, reading);
  // What the tagger alone believes speaks only where nothing firmer does.
  return new Map([...guessed, ...firm]);
}
