import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { newsSentences } from '#pipeline/resources/train/plain-news.ts';
import { packTrees, readTrees } from '#pipeline/resources/train/silver-trees.ts';

const file = readFileSync('pipeline/resources/train/teacher/trees.gz');
const ferry = "The ferry didn't leave the port at dawn.";
const words = "The ferry did n't leave the port at dawn .".split(' ');

describe('trees of a teacher', () => {
  it('are of sentences of some length as the pipeline cuts them, each once', () =>
    expect(newsSentences([`${ferry} It sank.\n${ferry}`])).toEqual([words]));

  it('come back as they were packed', () => {
    const tree = {
      heads: [1, 4, 4, 4, -1, 6, 4, 8, 4, 4],
      relations: ['det', 'nsubj', 'aux', 'advmod', 'root', 'det', 'obj', 'case', 'obl', 'punct'],
    };
    expect([...readTrees(packTrees([words], [tree])).values()]).toEqual([tree]);
  });

  it('have one root each, and every head is a word of the sentence', () => {
    const trees = [...readTrees(file).values()];
    expect(trees.length).toBeGreaterThan(20_000);
    const isTree = (heads: readonly number[]): boolean =>
      heads.filter((head) => head === -1).length === 1 && heads.every((head) => head >= -1 && head < heads.length);
    expect(trees.filter(({ heads }) => !isTree(heads))).toEqual([]);
  });

  it('are kept without a word of the texts', () => {
    const [, ...lines] = gunzipSync(file).toString('utf8').split('\n');
    expect(lines.filter((line) => !/^[0-9a-f]{10}(?: -?\d+:\d+)+$/.test(line))).toEqual([]);
  });
});
