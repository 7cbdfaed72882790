import type { EntityMention, Token } from '../document.ts';
import { below, type Tree } from '../syntax.ts';
import { mentionAround } from './mentions.ts';
import type { Reading, Run } from './reading.ts';

const capital = /^\p{Lu}/u;

/** Where the name of a body ends that goes on behind its mention: `National Conference [of River Towns]`; null where it does not. */
export function restOfName(reading: Reading, mention: EntityMention, head: Token): number | null {
  const { tokens } = reading;
  if (mention.type !== 'other' && mention.type !== 'organization') return null;
  let of = head.index;
  while (tokens[of] && tokens[of]!.start < mention.end) of++;
  if (tokens[of]?.lower !== 'of' || (mention.type === 'organization' && nameAround(reading, of + 1))) return null;
  let end = of + 1;
  while (
    tokens[end]?.sentence === head.sentence &&
    /^(?:PROPN|NOUN)$/.test(tokens[end]!.pos) &&
    capital.test(tokens[end]!.text)
  )
    end++;
  return end > of + 1 ? tokens[end - 1]!.end : null;
}

/** `[the Search] and Salvage Agency`: a subject that is half of a body's name, with the rest of it. */
export function wholeName(reading: Reading, run: Run | null): Run | null {
  const { tokens, document } = reading;
  if (!run || tokens[run.end]?.lower !== 'and' || !capital.test(tokens[run.end - 1]!.text)) return run;
  const mention = document.mentions[mentionAround(document.mentions, tokens[run.end + 1]!) ?? -1];
  return mention?.type === 'organization' && startOfName(reading, mention) === run.end - 1
    ? { first: run.first, end: mention.endToken }
    : run;
}

/** Where the name of a body begins behind its article: `the [Search and] Salvage Agency`; null where the mention has all of it. */
export function startOfName(reading: Reading, { firstToken, type }: EntityMention): number | null {
  const { tokens } = reading;
  const isPart = (i: number): boolean =>
    /^(?:PROPN|NOUN)$/.test(tokens[i]?.pos ?? '') && capital.test(tokens[i]!.text) && !nameAround(reading, i);
  let first = firstToken;
  for (;;) {
    if (isPart(first - 1)) first--;
    else if (/^(?:and|of|for)$/.test(tokens[first - 1]?.lower ?? '') && isPart(first - 2)) first -= 2;
    else break;
  }
  const isWhole = type === 'organization' && tokens[first - 1]?.lower === 'the';
  return isWhole && first < firstToken ? first : null;
}

/** All of those who speak, where a phrase is one of several: `Kovač and [Novak]`, `firms such as Alpha, Beta and [Gamma]`. */
export function severalOf(reading: Reading, run: Run, head: Token): Run | null {
  return joinedIn(reading, run) ? run : listBefore(reading, run, head);
}

/** `[Ana Kovač and Ben Novak]`: two names in one phrase, the word between them in neither. */
function joinedIn(reading: Reading, { first, end }: Run): boolean {
  for (let i = first + 1; i < end - 1; i++) {
    if (reading.tokens[i]!.pos !== 'CCONJ' || nameAround(reading, i)) continue;
    if (nameAround(reading, i - 1) && nameBehind(reading, i + 1, end)) return true;
  }
  return false;
}

/** The phrase ends with a name and does not only lead to another noun. */
const nameBehind = (reading: Reading, first: number, end: number): boolean =>
  nameAround(reading, first) && nameAround(reading, end - 1);

/** The phrase hangs on others before it by "and", and they are the subject of a verb. */
function listBefore({ tokens, document }: Reading, run: Run, head: Token): Run | null {
  if (tokens[run.first - 1]?.pos !== 'CCONJ' || head.pos === 'PRON') return null;
  const tree = document.trees.of(head.sentence);
  if (tree?.relationOf(head.index) !== 'conj') return null;
  const subject = subjectAbove(tokens, tree, head.index);
  if (subject === null) return null;
  const first = Math.min(subject, ...below(tree, subject).filter((d) => d < run.first));
  return first < run.first ? { first, end: Math.max(head.index + 1, pastWords(tokens, run)) } : null;
}

/** `Reyes [all]`: the end without it. */
function pastWords(tokens: Reading['tokens'], { first, end }: Run): number {
  let last = end;
  while (last > first + 1 && /^(?:DET|ADV)$/.test(tokens[last - 1]!.pos)) last--;
  return last;
}

const examples = new Set(['including', 'include', 'like', 'as']);

/** The first of a list, or the noun that it gives examples of, where that is a subject. */
function subjectAbove(tokens: Reading['tokens'], tree: Tree, listed: number): number | null {
  let top = listed;
  while (tree.relationOf(top) === 'conj') top = tree.headOf(top) ?? top;
  if (isSubject(tree, top)) return top;
  const isExample = tree.dependentsOf(top).some((d) => d < top && examples.has(tokens[d]!.lower));
  const whole = tree.headOf(top);
  return isExample && whole !== null && whole < top && isSubject(tree, whole) ? whole : null;
}

const isSubject = (tree: Tree, token: number): boolean => tree.relationOf(token) === 'nsubj';

function nameAround({ tokens, document }: Reading, i: number): boolean {
  const index = tokens[i] ? mentionAround(document.mentions, tokens[i]!) : null;
  return index !== null && document.mentions[index]!.form === 'name';
}
