import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { loadWordClasses } from '#pipeline/annotate/linear/word-classes.ts';
import { loadTagger, tagSentence } from '#pipeline/annotate/tagger/index.ts';
import {
  correctionsOf,
  plainSentences,
  readCorrections,
  taughtSentences,
  writeCorrections,
} from '#pipeline/resources/train/taught.ts';

const models = 'pipeline/resources/models';
const classes = loadWordClasses(readFileSync(`${models}/words.bin`));
const tagger = loadTagger(readFileSync(`${models}/pos.bin`), classes);
const text = 'The ferry left the port at dawn.\nIt sank.\nThe ferry left the port at dawn.';
const words = 'The ferry left the port at dawn .'.split(' ');

describe('corrections of a teacher', () => {
  it('are asked for sentences of some length, each once', () => expect(plainSentences([text])).toEqual([words]));

  it('count where both name a verb, a noun, a name, an adjective or an adverb', () => {
    const own = 'DT NN VBD DT NN IN NN .'.split(' ');
    const teacher = 'DT NN VBN DT JJ RP NNP .'.split(' ');
    expect([...correctionsOf(words, own, teacher).values()]).toEqual([
      [
        [2, 'VBN'],
        [4, 'JJ'],
        [6, 'NNP'],
      ],
    ]);
    expect(correctionsOf(words, own, own).size).toBe(0);
    expect(correctionsOf(words, own, teacher.slice(1)).size).toBe(0);
  });

  it('replace what our tagger says, with the part of speech that treebanks give the word', () => {
    const own = tagSentence(tagger, words);
    const corrections = correctionsOf(words, own.tag, own.tag.with(4, 'VB'));
    const seen = {
      document: '',
      words: ['port'],
      lemmas: ['port'],
      tags: ['VB'],
      pos: ['AUX'],
      heads: [-1],
      relations: [],
    };
    const [taught, ...others] = taughtSentences([text], [seen], tagger, corrections);
    expect(others).toEqual([]);
    expect(taught!.tags).toEqual(own.tag.with(4, 'VB'));
    expect(taught!.pos).toEqual(own.pos.with(4, 'AUX'));
    expect(taughtSentences([text], [], tagger, new Map())).toEqual([]);
  });

  it('come back as they were written', () => {
    const corrections = readCorrections();
    expect(corrections.size).toBeGreaterThan(6000);
    expect(writeCorrections(corrections)).toBe(
      readFileSync('pipeline/resources/train/teacher/corrections.tsv', 'utf8'),
    );
  });
});
