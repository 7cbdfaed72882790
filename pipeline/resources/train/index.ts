import { readFileSync, writeFileSync } from 'node:fs';
import { openModel } from '#pipeline/annotate/linear/model.ts';
import { loadWordClasses } from '#pipeline/annotate/linear/word-classes.ts';
import { loadNameTagger } from '#pipeline/annotate/names/tagger.ts';
import { loadParser } from '#pipeline/annotate/parser/index.ts';
import { loadTagger } from '#pipeline/annotate/tagger/index.ts';
import { Gold } from './gold.ts';
import { writeLemmas } from './lemma-file.ts';
import { buildNames, nameScores, nameSpeed } from './name-model.ts';
import { buildParser, parserScores, parserSpeed } from './parser-model.ts';
import { buildPos, posScores, posSpeed } from './pos-model.ts';
import { roughLines } from './rough-lines.ts';

/** Usage: npm run models -- [folder of the annotated texts]. Trains every model and prints what it scores. */
const gold = new Gold(process.argv[2] ?? '../shared/gold');
const models = new URL('../models/', import.meta.url);

function write(kind: string, bytes: Uint8Array, scores: Record<string, unknown>): void {
  writeFileSync(new URL(`${kind}.bin`, models), bytes);
  const header = { ...openModel(bytes, kind).header.about, bytes: bytes.length, scores };
  const text = `${JSON.stringify(header, null, 2)}\n`;
  writeFileSync(new URL(`${kind}.json`, models), text);
  process.stdout.write(text);
}

const train = gold.treebanks('train');
const articles = gold.articles();
const lines = articles.flatMap(roughLines);
const classes = loadWordClasses(readFileSync(new URL('words.bin', models)));

// Scores read what was not learned from; the headers list the files read before.
const posBytes = buildPos(gold, train, classes);
const tagger = loadTagger(posBytes, classes);
const parserBytes = buildParser(gold, train, tagger);
const parser = loadParser(parserBytes, classes);
const nameBytes = buildNames(gold, tagger, articles);
const names = loadNameTagger(nameBytes, classes);

write('pos', posBytes, posScores(gold, tagger));
write('parser', parserBytes, parserScores(gold, tagger, parser));
write('names', nameBytes, nameScores(gold, tagger, names));
writeLemmas(train, lines, tagger);
process.stdout.write(`pos: ${posSpeed(train, tagger)} tokens a second\n`);
process.stdout.write(`names: ${nameSpeed(train, tagger, names)} tokens a second\n`);
process.stdout.write(`parser: ${parserSpeed(train, parser)} tokens a second\n`);
