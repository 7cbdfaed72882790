import type { EntityMention } from '../../annotate/document.ts';
import { contains, type Span } from '../../span.ts';
import { clauseSubject } from './owner.ts';
import { beforeAdverbs, phraseEndingAt, phraseFrom, trimmed } from './phrases.ts';
import { near } from './sheet.ts';
import { isToldOfSpeaker } from './told-of-speaker.ts';
import { subjectOf } from './tree-phrases.ts';
import type { Run, View } from './view.ts';

/** Who says so. */
export interface Attribution {
  readonly text: string | null;
  readonly entity: number | null;
  readonly basis: 'stated' | 'quotation' | 'none';
}

const nobody: Attribution = { text: null, entity: null, basis: 'none' };

/** Who the sentence says the number comes from, else the speaker of the quotation that it stands in. */
export function attributionOf(view: View): Attribution {
  const direct = quoted(view);
  if (direct?.isDirect) return direct.source;
  if (isToldOfSpeaker(view)) return nobody;
  const run = accordingTo(view) ?? toldBy(view) ?? speaker(view);
  // “when [two firms] warned people”: those counted are not who counts them.
  const isOwn = run !== null && run[0] < view.end && view.quantity.firstToken < run[1];
  const stated = run && !isOwn ? named(view, run) : null;
  return stated ?? direct?.source ?? fromTree(view) ?? nobody;
}

/** “figures reported by [the agency]”, “estimated at $5m by [the bank]”. */
function toldBy(view: View): Run | null {
  for (let i = view.head; i < view.tail - 2; i++) {
    if (view.lower(i) !== 'by') continue;
    const verb = [i - 1, view.end <= i && view.quantity.firstToken > i - 8 ? view.first - 2 : i - 1].find(
      (at) => view.token(at)?.tag === 'VBN' && view.is(at, 'say'),
    );
    const run = verb === undefined ? null : withName(view, phraseFrom(view, i + 1));
    if (run && isSource(view, run)) return run;
  }
  return null;
}

/** The subject of the verb of saying whose clause, or whose object, holds the number. */
function fromTree(view: View): Attribution | null {
  if (!hasSaying(view)) return null;
  const tree = view.document.trees.of(view.sentence.index);
  let at = view.quantity.firstToken;
  for (let step = 0; tree && step < 12; step++) {
    const parent = tree.headOf(at);
    if (parent === null) return null;
    const relation = tree.relationOf(at);
    const isSaid = relation === 'ccomp' && view.is(parent, 'say');
    const isCounted = relation === 'obj' && view.is(parent, 'count-out');
    if (view.pos(parent) === 'VERB' && (isSaid || isCounted)) {
      // “with the United Kingdom [reporting] 37 deaths”: nothing shows whose verb it is.
      if (view.token(parent)!.tag === 'VBG' && subjectOf(tree, parent) === null && tree.relationOf(parent) !== 'advcl')
        return null;
      const run = clauseSubject(view, tree, parent);
      return run && isSource(view, run) ? named(view, run) : null;
    }
    // What is told of the speaker (“said Novak, whose shop …”) is not what the speaker said.
    if (/^(?:acl:relcl|appos)/.test(relation) || (/^nsubj/.test(relation) && view.is(parent, 'say'))) return null;
    at = parent;
  }
  return null;
}

/** A verb of saying stands before the number. */
function hasSaying(view: View): boolean {
  for (let i = view.first - 1; i >= view.head; i--) {
    if (view.pos(i) !== 'VERB' || !view.is(i, 'say')) continue;
    if (view.token(i)!.tag !== 'VBN' || !/^(?:AUX|PART)$/.test(view.pos(beforeAdverbs(view, i)))) return true;
  }
  return false;
}

function accordingTo(view: View): Run | null {
  for (let i = view.head; i < view.tail - 2; i++) {
    if (view.lower(i) !== 'according' || view.lower(i + 1) !== 'to' || isOfNumberBefore(view, i)) continue;
    // “according to a [2011] study”
    const isYear = view.pos(i + 2) === 'DET' && view.isTime(i + 3);
    return withName(view, phraseFrom(view, isYear ? i + 4 : i + 2));
  }
  return null;
}

/** “Magnitude 6.3 according to A, it was magnitude [6.4] to B”: told of the number that stands right before. */
const isOfNumberBefore = (view: View, at: number): boolean =>
  at < view.first && view.others.some((q) => q.endToken <= at && at - q.endToken <= 2);

/** “New Zealand [Prime Minister Jacinda Ardern]”: the name that the phrase leads up to. */
function withName(view: View, run: Run | null): Run | null {
  if (!run) return null;
  let end = run[1];
  const isHyphen = (at: number): boolean =>
    /^[-‑]$/.test(view.lower(at)) && view.token(at)?.start === view.token(at - 1)?.end;
  while (end < run[1] + 5 && (/^(?:NOUN|PROPN|ADJ)$/.test(view.pos(end)) || isHyphen(end)) && !view.isTime(end)) end++;
  return [run[0], wholeSource(view, [run[0], end])];
}

/** “the Center [for Systems Science]”, “data [from the Archive]”: where the words for a source end. */
function wholeSource(view: View, [first, end]: Run): number {
  const isOfName = view.lower(end) === 'for' && view.pos(end - 1) === 'PROPN' && view.pos(end + 1) === 'PROPN';
  const isData = /^(?:from|by)$/.test(view.lower(end)) && view.is(end - 1, 'source') && view.pos(end - 1) === 'NOUN';
  const rest = isOfName || isData ? phraseFrom(view, end + 1) : null;
  if (rest === null || (isData && mentionIn(view, rest) === undefined)) return end;
  let last = rest[1];
  while (isOfName && view.lower(last) === 'and' && /^\p{Lu}/u.test(view.token(last + 1)?.text ?? '')) last += 2;
  return Math.max(last, first);
}

/** Subject of a verb of saying whose clause holds the number: “the ministry said”, “said Petra Novak”. */
function speaker(view: View): Run | null {
  const { head, tail } = view;
  for (let i = head; i < tail; i++) {
    const { tag } = view.token(i)!;
    if (!/^VB[DZP]$/.test(tag) || !view.is(i, 'say') || !governs(view, i)) continue;
    // “added 3,400 jobs”, “found 12 errors”: what is done, not said.
    if (!view.is(i, 'put') && (i === view.first - 1 || view.others.some((q) => q.firstToken === i + 1))) continue;
    // “put it on the web and 40 people came”
    if (view.is(i, 'put-at') && ![1, 2, 3].some((k) => view.lower(view.first - k) === 'at')) continue;
    const before = phraseEndingAt(view, beforeAdverbs(view, i));
    if (before && view.pos(before[0] - 1) !== 'ADP') return isSource(view, before) ? before : null;
    if (view.pos(beforeAdverbs(view, i) - 1) === 'PRON') return [beforeAdverbs(view, i) - 1, beforeAdverbs(view, i)];
    const after = phraseFrom(view, i + 1);
    if (after && i > view.end && !/^(?:VERB|AUX)$/.test(view.pos(after[1])) && isSource(view, after)) return after;
  }
  return null;
}

/** Does a name, or a word for people and papers that state things, head the phrase? */
function isSource(view: View, run: Run): boolean {
  if (mentionIn(view, run) || (run[1] - run[0] === 1 && view.token(run[0])?.tag === 'PRP')) return true;
  let head = run[0];
  while (head + 1 < run[1] && view.pos(head + 1) !== 'ADP') head++;
  if (view.is(head, 'source')) return true;
  // “the acquisition Salling said” is no phrase.
  for (let i = run[0]; i <= head; i++) {
    if (!/^(?:PROPN|DET|ADJ|PART)$/.test(view.pos(i)) && !view.is(i, 'source')) return false;
  }
  return view.pos(head) === 'PROPN';
}

/** The number is in what is said: the verb comes before it, or ends the sentence that it stands in. */
function governs(view: View, at: number): boolean {
  if (at > view.end) {
    const start = phraseEndingAt(view, at)?.[0] ?? at - 1;
    return view.lower(start - 1) === ',' || /^["”’]$/.test(view.lower(start - 1)) || /^[,"”]$/.test(view.lower(at - 1));
  }
  // “announced an arrest while two others were at large”
  for (let i = at + 1; i < view.first; i++)
    if (view.lower(i) === ';' || (view.lower(i) === 'while' && view.lower(i - 1) !== ',')) return false;
  // “said on Saturday, 20 houses fell”
  return view.is(at, 'put') || view.pos(at + 1) !== 'ADP' || view.isTime(at + 2);
}

function named(view: View, run: Run): Attribution | null {
  const mention = mentionIn(view, run);
  if (mention?.form === 'pronoun' || view.pos(run[0]) === 'PRON') {
    const entity = mention?.entity ?? null;
    return entity === null ? null : { text: view.document.entities[entity]!.name, entity, basis: 'stated' };
  }
  const words = trimmed(view, run);
  if (!words || view.is(words[1] - 1, 'nobody')) return null;
  // “a study in [the journal]”: who is named is not who says so.
  const isPart = mention !== undefined && hasLink(view, words[0], mention.firstToken);
  const name = mention?.form === 'name' && mention.endToken === words[1] && !isPart ? mention : null;
  return {
    text: name ? view.text([name.firstToken, name.endToken]) : view.text(words),
    entity: isPart ? null : (mention?.entity ?? null),
    basis: 'stated',
  };
}

function hasLink(view: View, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (/^(?:ADP|CCONJ)$/.test(view.pos(i))) return true;
  return false;
}

/** The last mention that ends with the run. */
function mentionIn(view: View, [first, end]: Run): EntityMention | undefined {
  const { tokens } = view.document;
  const mentions = near(view.sheet.mentions.get(view.sentence.index), view.quantity.firstToken);
  const span = { start: tokens[first]!.start, end: tokens[end - 1]!.end };
  return mentions.findLast(
    (m) =>
      contains(span, m) &&
      m.end === span.end &&
      (m.type === 'person' || m.type === 'organization' || m.form === 'pronoun'),
  );
}

/** “[State media] on Saturday”, “As of Monday, [the office]”: when somebody spoke is no part of the name. */
function withoutTimes({ document, times }: View, speaker: Span): Span {
  let { start, end } = speaker;
  for (const time of times.filter((t) => contains(speaker, t) && t.end - t.start < speaker.end - speaker.start)) {
    const on = document.tokens[time.firstToken - 1]!;
    if (time.end === end && on.pos === 'ADP' && on.start > start) end = document.tokens[time.firstToken - 2]!.end;
    const comma = document.tokens[time.endToken];
    if (comma?.text === ',' && time.start - start < 9) start = document.tokens[time.endToken + 1]!.start;
  }
  return { start, end };
}

/** The speaker of the quotation that holds the number. */
function quoted(view: View): { readonly source: Attribution; readonly isDirect: boolean } | null {
  const { mentions, entities, text } = view.document;
  const quote = view.sheet.quoteAround(view.quantity);
  if (!quote?.speaker) return null;
  // “called the 40 month sentence “unjust””: the number is in what is named, not in what is said.
  const isNaming = quote.cue !== null && view.resources.statistics.cues.get('naming')?.has(quote.cue);
  if (quote.form !== 'direct' && isNaming) return null;
  const entity = quote.speakerMention === null ? null : (mentions[quote.speakerMention]?.entity ?? null);
  const bare = withoutTimes(view, quote.speaker);
  const printed = text.slice(bare.start, bare.end).replace(/\s+/g, ' ');
  const known = entity === null ? null : entities[entity]!.name;
  const name = quote.speakerBasis === 'pronoun' ? known : printed.replace(/^(?:the|an?) (?=\p{Ll})/iu, '');
  return name === null
    ? null
    : { source: { text: name, entity, basis: 'quotation' }, isDirect: quote.form === 'direct' };
}
