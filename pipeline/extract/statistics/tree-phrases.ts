import type { Quantity } from '../../annotate/document.ts';
import type { Tree } from '../../annotate/syntax.ts';
import type { Run, View } from './view.ts';

const inner = /^(?:det|amod|compound|flat|nmod:poss|nmod:desc|nummod|goeswith|fixed)(?::|$)/;
const links = /^(?:of|in|for|to|on|across|among|between|at|from|against)$/;

/** The words of the noun phrase that token `head` heads: its modifiers and the `of`, `in`, `for` phrases right behind it. */
export function phraseAround(view: View, tree: Tree, head: number): Run {
  const own = new Set([head]);
  collect(view, tree, head, own);
  let [first, end] = [head, head + 1];
  // “agreed with the airline [the sale]”: an article opens the phrase.
  while (!isArticle(view, first) && (own.has(first - 1) || (isHyphen(view, first - 1) && own.has(first - 2)))) first--;
  // “[Netherlands]-based company”
  if (isHyphen(view, first - 1) && view.token(first)?.start === view.token(first - 1)?.end) first -= 2;
  while (own.has(end) || (isHyphen(view, end) && own.has(end + 1))) end++;
  // “the Italian bank [Vela]”
  while (view.pos(end) === 'PROPN' && view.pos(end - 1) !== 'PART' && !view.isTime(end) && !isQuantity(view, end))
    end++;
  return [first, end];
}

function collect(view: View, tree: Tree, at: number, own: Set<number>): void {
  for (const next of tree.dependentsOf(at)) {
    if (own.has(next) || view.isTime(next) || isQuantity(view, next)) continue;
    const relation = tree.relationOf(next);
    const isCase = relation === 'case' && /^['’]s?$/.test(view.lower(next));
    if (isCase || (inner.test(relation) && relation !== 'nummod') || isNumberOfName(view, next)) {
      own.add(next);
      collect(view, tree, next, own);
    } else if (/^nmod(?!:poss|:unmarked)/.test(relation) && next > at) {
      const link = caseOf(tree, next);
      if (link === null || !links.test(view.lower(link)) || view.pos(next) === 'PRON') continue;
      if ((view.is(next, 'term') || view.is(next, 'statistic')) && view.lower(link) !== 'of') continue;
      own.add(link);
      own.add(next);
      collect(view, tree, next, own);
    } else if (relation === 'conj' && /^(?:NOUN|PROPN)$/.test(view.pos(next))) {
      // “the gap between exports [and imports]”
      const and = tree.dependentsOf(next).find((d) => d < next && view.lower(d) === 'and');
      if (and === undefined || view.lower(and - 1) === ',') continue;
      own.add(and);
      own.add(next);
      collect(view, tree, next, own);
    }
  }
}

const isArticle = (view: View, at: number): boolean =>
  /^(?:the|an?)$/.test(view.lower(at)) && !/^(?:PDT|DT)$/.test(view.token(at - 1)?.tag ?? '');

/** “the S&P [500]”. */
const isNumberOfName = (view: View, at: number): boolean =>
  view.pos(at) === 'NUM' && /\p{Lu}/u.test(view.token(at - 1)?.text ?? '');

const isHyphen = (view: View, at: number): boolean => /^[-‑&/]$/.test(view.lower(at));

/** The preposition of a noun phrase, or null. */
export const caseOf = (tree: Tree, at: number): number | null =>
  tree.dependentsOf(at).find((d) => d < at && tree.relationOf(d) === 'case') ?? null;

/** Does a quantity of the sentence, or the noun that it counts, hold the token? */
export const isQuantity = (view: View, at: number): boolean =>
  holds(view.quantity, at) || view.others.some((other) => holds(other, at));

function holds({ firstToken, endToken, kind, unitText }: Quantity, at: number): boolean {
  const noun = kind === 'count' && unitText !== null ? unitText.split(/[\s-]+/).length : 0;
  return firstToken <= at && at < endToken + noun;
}

/** The token of [first, end) that hangs on a word outside it, the last of several. */
export function headOfRun(tree: Tree, [first, end]: Run): number {
  for (let at = end - 1; at >= first; at--) {
    const parent = tree.headOf(at);
    if (parent === null || parent < first || parent >= end) return at;
  }
  return end - 1;
}

/**
 * The subject of a verb or of a predicate with a copula, or null. Where the parser sees two, it is the nearest before it; the other is that of the
 * clause around: “the [boxes], which are smaller, hold …”.
 */
export function subjectOf(tree: Tree, at: number): number | null {
  const subjects = subjectsOf(tree, at);
  const own = subjects.findLast((d) => d < at) ?? subjects[0];
  if (own !== undefined) return own;
  const inner = tree.dependentsOf(at).filter((clause) => clause < at);
  const spare = inner.map((clause) => subjectsOf(tree, clause).filter((d) => d < clause));
  return spare.find(({ length }) => length > 1)?.[0] ?? null;
}

const subjectsOf = (tree: Tree, at: number): number[] =>
  tree.dependentsOf(at).filter((d) => /^nsubj/.test(tree.relationOf(d)));

/** The direct object of a verb, or null. */
export const objectOf = (tree: Tree, at: number): number | null =>
  tree.dependentsOf(at).find((d) => tree.relationOf(d) === 'obj') ?? null;
