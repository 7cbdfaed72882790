import { readFileSync } from 'node:fs';
import { loadWordClasses } from '#pipeline/annotate/linear/word-classes.ts';
import { loadNameTagger } from '#pipeline/annotate/names/tagger.ts';
import { loadTagger } from '#pipeline/annotate/tagger/index.ts';
import { Gold } from '#pipeline/resources/train/gold.ts';
import { buildNames, nameScores } from '#pipeline/resources/train/name-model.ts';
import type { NameSentence } from '#pipeline/resources/train/name-sentence.ts';
import { seededRandom, shuffle } from '#pipeline/resources/train/random.ts';
import type { CurvePoint } from './fit.ts';

/** Shares of the annotated names that the model learns from, each within the next. */
const parts = [0.125, 0.25, 0.5, 0.75, 1];
/** Neighbouring sentences drawn together: new labels come as articles, not as single sentences. */
const blockSize = 50;

/** Trains the name tagger on growing parts of its gold and scores each on the sets it never learns from. */
export function measureCurve(folder: string, onPoint: (point: CurvePoint) => void): CurvePoint[] {
  const gold = new Gold(folder);
  const classes = loadWordClasses(readFileSync('pipeline/resources/models/words.bin'));
  const tagger = loadTagger(readFileSync('pipeline/resources/models/pos.bin'), classes);
  const articles = gold.articles();
  return parts.map((part) => {
    let tokens = 0;
    const bytes = buildNames(gold, tagger, articles, (annotated) => {
      const chosen = partOf(annotated, part);
      tokens = chosen.reduce((sum, { words }) => sum + words.length, 0);
      return chosen;
    });
    const point = { part, tokens, f1: f1At(nameScores(gold, tagger, loadNameTagger(bytes, classes)), 0.5) };
    onPoint(point);
    return point;
  });
}

/** The same random order of blocks for every part, so that a larger part holds the smaller. */
export function partOf(sentences: readonly NameSentence[], part: number): NameSentence[] {
  const blocks: NameSentence[][] = [];
  for (let at = 0; at < sentences.length; at += blockSize) blocks.push(sentences.slice(at, at + blockSize));
  const order = blocks.map((_, index) => index);
  shuffle(order, seededRandom(2026));
  const kept = new Set(order.slice(0, Math.round(part * blocks.length)));
  return blocks.filter((_, index) => kept.has(index)).flat();
}

function f1At(scores: Record<string, unknown>, least: number): Record<string, number> {
  const sets = Object.entries(scores as Record<string, { least_confidence: number; f1: string }[]>);
  return Object.fromEntries(
    sets.map(([name, lines]) => [name, Number(lines.find((line) => line.least_confidence === least)!.f1)]),
  );
}
