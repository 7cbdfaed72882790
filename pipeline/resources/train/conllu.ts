/** A sentence of a treebank in CoNLL-U: words with their gold annotation. */
export interface GoldSentence {
  readonly document: string;
  readonly words: readonly string[];
  readonly lemmas: readonly string[];
  readonly pos: readonly string[];
  readonly tags: readonly string[];
  /** Index in the sentence of each word's head, -1 for the root. */
  readonly heads: readonly number[];
  readonly relations: readonly string[];
}

/** Reads CoNLL-U; multiword tokens and empty nodes are left out. */
export function parseConllu(text: string): GoldSentence[] {
  const sentences: GoldSentence[] = [];
  let document = '';
  for (const block of text.split(/\n\n+/)) {
    const sentence = {
      document,
      words: [] as string[],
      lemmas: [] as string[],
      pos: [] as string[],
      tags: [] as string[],
      heads: [] as number[],
      relations: [] as string[],
    };
    for (const line of block.split('\n')) {
      if (line.startsWith('# newdoc id = ')) document = line.slice('# newdoc id = '.length);
      const fields = line.split('\t');
      if (fields.length !== 10 || !/^\d+$/.test(fields[0]!)) continue;
      sentence.words.push(fields[1]!);
      sentence.lemmas.push(fields[2]!);
      sentence.pos.push(fields[3]!);
      sentence.tags.push(fields[4]!);
      sentence.heads.push(Number(fields[6]) - 1);
      sentence.relations.push(fields[7]!);
    }
    if (sentence.words.length > 0) sentences.push({ ...sentence, document });
  }
  return sentences;
}
