import type { Article } from '#schemas/stages/article.ts';
import type { LayoutLexicon } from '../../resources/layout.ts';
import { isDateLine } from '../dates.ts';
import type { BlockKind } from '../document.ts';
import { isByline, matches } from './furniture.ts';
import type { Piece } from './lines.ts';
import { keyOf, type Shape, shapeOf } from './shape.ts';

/** A piece with its look and, once it is known, its kind. */
export interface Candidate extends Piece {
  readonly shape: Shape;
  kind: BlockKind | null;
}

/** What each piece is; what is not certain is a paragraph. */
export function findKinds(article: Article, pieces: readonly Piece[], lexicon: LayoutLexicon): Candidate[] {
  const { text } = article;
  const candidates = pieces.map((piece): Candidate => {
    const line = text.slice(piece.start, Math.min(piece.end, piece.start + 400));
    return { ...piece, shape: shapeOf(text, piece), kind: knownKind(line, piece, article, lexicon) };
  });
  markTitles(candidates, article);
  markDoubled(candidates);
  markHeadline(candidates);
  markDeck(candidates);
  markHeadings(candidates);
  return candidates;
}

function knownKind(line: string, piece: Piece, article: Article, lexicon: LayoutLexicon): BlockKind | null {
  const isBody = piece.given === null || piece.given === 'paragraph' || piece.given === 'list_item';
  if (!isBody) return piece.given;
  if (matches(line, lexicon.boilerplate) || isByline(line) || isName(line, article.byline)) return 'boilerplate';
  if (piece.given !== null) return piece.given;
  if (isDateLine(line, lexicon)) return 'paragraph';
  return matches(line, lexicon.captions) ? 'caption' : null;
}

/** Is the line the byline of the metadata, with or without its By? */
function isName(line: string, byline: string | null): boolean {
  const names = byline === null ? '' : keyOf(byline).replace(/^by /, '');
  return names !== '' && line.length < 200 && keyOf(line).replace(/^by /, '') === names;
}

function markTitles(candidates: Candidate[], { title, subtitle }: Article): void {
  const [headline, deck] = [title, subtitle].map((words) => (words === null ? '' : keyOf(words)));
  for (const candidate of candidates) {
    const { key } = candidate.shape;
    if (candidate.kind !== null && candidate.kind !== 'heading') continue;
    if (key !== '' && (key === headline || isTitleHead(candidate.shape, headline!))) candidate.kind = 'headline';
    else if (key !== '' && key === deck) candidate.kind = 'deck';
  }
}

/** A page's title often adds the site's name to the headline. */
const isTitleHead = ({ key, wordCount }: Shape, title: string): boolean =>
  wordCount >= 4 && title.startsWith(`${key} `) && title.length - key.length <= 30;

/** Pieces among which a headline may stand. */
const head = 6;

/** A line like a headline that stands there twice in a row is one. */
function markDoubled(candidates: Candidate[]): void {
  candidates.slice(0, head).forEach((candidate, i) => {
    const next = candidates[i + 1];
    if (candidate.kind !== null || next === undefined || next.shape.key !== candidate.shape.key) return;
    if (!looksLikeHeadline(candidate.shape) || next.shape.isFinal) return;
    candidate.kind = 'headline';
    if (next.kind === null) next.kind = 'headline';
  });
}

const looksLikeHeadline = (shape: Shape): boolean =>
  !shape.isFinal && !shape.startsLower && shape.wordCount >= 2 && shape.wordCount <= 25 && shape.length <= 180;

/** The first line, where text in sentences follows and no headline is known yet. */
function markHeadline(candidates: Candidate[]): void {
  if (candidates.some((candidate) => candidate.kind === 'headline')) return;
  const at = candidates.findIndex((candidate) => candidate.kind !== 'boilerplate' && candidate.kind !== 'caption');
  const first = candidates[at];
  if (first === undefined || !looksLikeHeadline(first.shape)) return;
  if (first.kind !== null && first.kind !== 'heading') return;
  const following = candidates
    .slice(at + 1, at + 30)
    .filter(({ kind }) => kind === null || kind === 'paragraph')
    .slice(0, 4);
  if (following.some(({ shape }) => shape.isFinal && shape.length > first.shape.length)) first.kind = 'headline';
}

/** The line below the headline: longer than a section's heading, no sentence; or a sentence below a doubled headline. */
function markDeck(candidates: Candidate[]): void {
  if (candidates.some((candidate) => candidate.kind === 'deck')) return;
  const last = candidates.findLastIndex((candidate) => candidate.kind === 'headline');
  const deck = candidates[last + 1];
  if (last < 0 || deck === undefined || deck.kind !== null || deck.shape.length > 200) return;
  const next = candidates[last + 2]?.shape;
  const isDoubled = candidates[last - 1]?.shape.key === candidates[last]!.shape.key;
  const isBelow = isDoubled && next !== undefined && next.length >= 2 * deck.shape.length;
  const hasBody = candidates.slice(last + 2).some(({ shape }) => shape.isFinal && shape.length > 60);
  if (hasBody && (deck.shape.isFinal ? isBelow : deck.shape.wordCount >= 6)) deck.kind = 'deck';
}

/** Short lines that are no sentences, before a list or a longer text. */
function markHeadings(candidates: Candidate[]): void {
  candidates.forEach((candidate, i) => {
    if (candidate.kind !== null) return;
    const next = candidates.slice(i + 1, i + 3).find(({ kind }) => kind !== 'boilerplate' && kind !== 'caption');
    candidate.kind = next !== undefined && isHeading(candidate.shape, next) ? 'heading' : 'paragraph';
  });
}

function isHeading(shape: Shape, next: Candidate): boolean {
  if (shape.isFinal || shape.startsLower || shape.wordCount > 14 || shape.length > 100) return false;
  if (!shape.startsWord || next.shape.startsLower) return false;
  if (next.kind === 'list_item') return true;
  const isLonger = next.shape.length >= 1.5 * shape.length && next.shape.length >= 60;
  return isLonger && next.shape.isFinal && (shape.titleShare >= 0.6 || shape.wordCount <= 10);
}
