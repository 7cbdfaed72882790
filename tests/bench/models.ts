import { readdirSync, readFileSync, statSync } from 'node:fs';
import { ByteReader } from '#pipeline/annotate/linear/bytes.ts';
import { openModel } from '#pipeline/annotate/linear/model.ts';
import { readWeights } from '#pipeline/annotate/linear/weights.ts';
import { loadWordClasses } from '#pipeline/annotate/linear/word-classes.ts';
import { loadNameTagger } from '#pipeline/annotate/names/tagger.ts';
import { loadParser } from '#pipeline/annotate/parser/index.ts';
import { readMoveWeights } from '#pipeline/annotate/parser/move-weights.ts';
import { loadTagger } from '#pipeline/annotate/tagger/index.ts';
import { medianMilliseconds } from './clock.ts';
import type { Measured } from './measured.ts';

const folder = 'pipeline/resources/models';
const classes = loadWordClasses(readFileSync(`${folder}/words.bin`));
const loaders: Readonly<Record<string, (bytes: Uint8Array) => unknown>> = {
  words: loadWordClasses,
  pos: (bytes) => loadTagger(bytes, classes),
  parser: (bytes) => loadParser(bytes, classes),
  names: (bytes) => loadNameTagger(bytes, classes),
};

/** Every file of weights: size, time to load, and what its header says. */
export function measureModels(): NonNullable<Measured['models']>['files'] {
  const kinds = readdirSync(folder)
    .filter((file) => file.endsWith('.json'))
    .map((file) => file.slice(0, -'.json'.length));
  return kinds.map((kind) => {
    const bytes = readFileSync(`${folder}/${kind}.bin`);
    const { header, body } = openModel(bytes, kind);
    const { name, learned, features, words } = header.about as Record<string, unknown>;
    const load = loaders[kind];
    return {
      file: `${kind}.bin`,
      name: String(name),
      bytes: statSync(`${folder}/${kind}.bin`).size,
      features: [features, words].find((count) => typeof count === 'number') ?? parserFeatures(body),
      milliseconds: load === undefined ? 0 : medianMilliseconds(() => load(bytes)),
      learned: learned as Record<string, string>,
    };
  });
}

/** The parser's header names its features but does not count them: rows of moves and of relations, in both passes. */
function parserFeatures(body: Uint8Array): number {
  const reader = new ByteReader(body);
  const passes = [0, 1].map(() => readMoveWeights(reader).keys.length + readWeights(reader).keys.length);
  return passes.reduce((sum, count) => sum + count, 0);
}
