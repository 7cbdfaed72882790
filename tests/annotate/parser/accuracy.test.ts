import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadWordClasses } from '#pipeline/annotate/linear/word-classes.ts';
import { loadParser } from '#pipeline/annotate/parser/index.ts';
import { shares } from '#pipeline/annotate/parser/sureness.ts';
import { loadTagger } from '#pipeline/annotate/tagger/index.ts';
import { parseConllu } from '#pipeline/resources/train/conllu.ts';
import { scoreParser } from '#pipeline/resources/train/parser-score.ts';
import { countBands } from '#pipeline/resources/train/parser-sureness.ts';
import { withTags } from '#pipeline/resources/train/parser-tags.ts';

const classes = loadWordClasses(readFileSync('pipeline/resources/models/words.bin'));

const shared = process.env.TEARSHEET_SHARED ?? '../shared';
const files = ['gum', 'ud_ewt'].map((name) => join(shared, 'gold', name, 'dev.conllu'));
const present = files.every((file) => existsSync(file));

describe.skipIf(!present)(
  `accuracy${present ? '' : ` (skipped: no ${files.join(', ')}; set TEARSHEET_SHARED)`}`,
  () => {
    const tagger = loadTagger(readFileSync('pipeline/resources/models/pos.bin'), classes);
    const model = loadParser(readFileSync('pipeline/resources/models/parser.bin'), classes);
    const sentences = present ? files.flatMap((file) => parseConllu(readFileSync(file, 'utf8'))) : [];

    it('stays above its floors on gold tokens of both treebanks, with predicted tags', () => {
      const { all } = scoreParser(model, sentences, withTags(sentences, tagger));
      expect(all.heads / all.tokens).toBeGreaterThan(0.864);
      expect(all.relations / all.tokens).toBeGreaterThan(0.833);
    });

    it('is as sure of an arc as arcs like it are right', () => {
      const counts = countBands(model, sentences, withTags(sentences, tagger));
      expect(counts).toHaveLength(shares.agreed.length + shares.disputed.length);
      for (const { list, step, arcs, right } of counts)
        expect(Math.abs(right / arcs - shares[list][step]!), `${list} ${step}`).toBeLessThan(0.04);
    });
  },
);
