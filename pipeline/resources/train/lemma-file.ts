import { readFileSync, writeFileSync } from 'node:fs';
import { parseLemmaLexicon } from '#pipeline/annotate/lemma.ts';
import type { TaggerModel } from '#pipeline/annotate/tagger/index.ts';
import type { GoldSentence } from './conllu.ts';
import { basesOf, derivedLine, deriveLemmas } from './lemmas.ts';

const file = new URL('../lexicons/lemma-exceptions.txt', import.meta.url);

/** Rewrites the derived part of the lemma lexicon. */
export function writeLemmas(
  train: readonly GoldSentence[],
  lines: readonly (readonly string[])[],
  tagger: TaggerModel,
): void {
  const own = readFileSync(file, 'utf8').split(derivedLine)[0]!.trimEnd();
  const derived = deriveLemmas(train, basesOf(train, lines, tagger), parseLemmaLexicon(own));
  writeFileSync(file, `${own}\n\n${derivedLine}\n${derived.join('\n')}\n`);
  process.stdout.write(`lemmas: ${derived.length} derived lines\n`);
}
