import type { Token } from '../document.ts';

/** Auxiliaries, adverbs and main verb: `has not yet been arrested`. */
export interface VerbGroup {
  readonly kind: 'verb';
  readonly first: number;
  readonly end: number;
  /** The main verb, or the copula. */
  readonly head: number;
  readonly form: 'finite' | 'infinitive' | 'base' | 'ing' | 'en';
  readonly voice: 'active' | 'passive';
  /** `none` where only a governing verb can tell. */
  readonly tense: 'past' | 'present' | 'future' | 'none';
  /** Lower-case modal ("may"), or null. */
  readonly modal: string | null;
  /** Adverbs and negations inside. */
  readonly adverbs: readonly number[];
}

const negations = new Set(['not', "n't", 'n’t']);
const future = new Set(['will', "'ll", '’ll', 'wo', 'shall']);
const futureInThePast = new Set(['would', "'d", '’d']);

const isVerbal = (token: Token | undefined): boolean => token?.pos === 'VERB' || token?.pos === 'AUX';
/** "do not all agree" */
const floating = new Set(['all', 'both', 'each']);
/** "had himself been shot" */
const reflexive = new Set(['himself', 'herself', 'itself', 'themselves']);
const isAdverb = (token: Token): boolean =>
  token.pos === 'ADV' ||
  negations.has(token.lower) ||
  (token.pos === 'DET' && floating.has(token.lower)) ||
  (token.pos === 'PRON' && reflexive.has(token.lower));

/** First token from `at` that is not an adverb. */
function pastAdverbs(tokens: readonly Token[], at: number, end: number): number {
  let next = at;
  while (next < end && isAdverb(tokens[next]!)) next++;
  return next;
}

/** "had" before a participle is an auxiliary, whatever the tagger says. */
const isPerfect = (tokens: readonly Token[], at: number, end: number): boolean => {
  const next = pastAdverbs(tokens, at + 1, end);
  return tokens[at]!.lemma === 'have' && next < end && tokens[next]!.tag === 'VBN';
};

/** Does a verb group begin here? */
export function startsVerbGroup(tokens: readonly Token[], at: number, end: number): boolean {
  const token = tokens[at]!;
  if (isVerbal(token)) return true;
  if (token.lower !== 'to' && token.tag !== 'TO') return false;
  const next = pastAdverbs(tokens, at + 1, end);
  const isParticle = token.tag === 'TO' || token.pos === 'PART' || tokens[next]?.tag === 'VB';
  return isParticle && next < end && isVerbal(tokens[next]);
}

/** Reads the verb group that begins at `first`. */
export function readVerbGroup(tokens: readonly Token[], first: number, end: number): VerbGroup {
  const toInfinitive = !isVerbal(tokens[first]);
  const auxiliaries: Token[] = [];
  const adverbs: number[] = [];
  let at = toInfinitive ? first + 1 : first;
  let head = -1;
  while (at < end && head < 0) {
    const token = tokens[at]!;
    if (token.pos === 'VERB' && !isPerfect(tokens, at, end)) head = at;
    else if (isVerbal(token)) auxiliaries.push(token);
    else if (isAdverb(token)) {
      if (!isVerbal(tokens[pastAdverbs(tokens, at, end)]) && !negations.has(token.lower)) break;
      adverbs.push(at);
    } else break;
    at++;
  }
  if (head < 0) head = auxiliaries.pop()!.index;
  return { kind: 'verb', first, end: at, head, adverbs, ...grammar(tokens[head]!, auxiliaries, toInfinitive) };
}

function grammar(
  head: Token,
  auxiliaries: readonly Token[],
  toInfinitive: boolean,
): Pick<VerbGroup, 'form' | 'voice' | 'tense' | 'modal'> {
  const modal = auxiliaries.find((t) => t.tag === 'MD')?.lower ?? null;
  const last = auxiliaries.at(-1);
  const passive = (head.tag === 'VBN' || head.tag === 'VBD') && (last?.lemma === 'be' || last?.lemma === 'get');
  const lead = auxiliaries[0] ?? head;
  const bare = auxiliaries.length === 0;
  const form = toInfinitive
    ? 'infinitive'
    : modal !== null || !bare
      ? lead.tag === 'VBG'
        ? 'ing'
        : lead.tag === 'VB' && modal === null
          ? 'base'
          : 'finite'
      : head.tag === 'VBG'
        ? 'ing'
        : head.tag === 'VBN'
          ? 'en'
          : head.tag === 'VB'
            ? 'base'
            : 'finite';
  const voice = passive || form === 'en' ? 'passive' : 'active';
  return { form, voice, modal, tense: tenseOf(form, modal, lead, auxiliaries, head) };
}

function tenseOf(
  form: VerbGroup['form'],
  modal: string | null,
  lead: Token,
  auxiliaries: readonly Token[],
  head: Token,
): VerbGroup['tense'] {
  if (modal !== null) return future.has(modal) || futureInThePast.has(modal) ? 'future' : 'present';
  if (form === 'en') return 'past';
  if (form !== 'finite') return 'none';
  if (lead.tag === 'VBD' || lead.lemma === 'have') return 'past';
  return auxiliaries.length === 0 && head.tag === 'VBN' ? 'past' : 'present';
}
