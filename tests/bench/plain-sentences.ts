/** A sentence as written, and where its gold words begin with their universal part of speech. */
export interface PlainSentence {
  readonly text: string;
  readonly words: readonly { readonly start: number; readonly pos: string }[];
}

/** The running text of CoNLL-U: words stand together where the treebank says so, or where they are parts of one written word. */
export function plainSentences(conllu: string): PlainSentence[] {
  return conllu
    .split(/\n\n+/)
    .map((block) => plainSentence(block.split('\n').map((line) => line.split('\t'))))
    .filter(({ words }) => words.length > 0);
}

function plainSentence(rows: readonly (readonly string[])[]): PlainSentence {
  const words: { start: number; pos: string }[] = [];
  let text = '';
  let [inside, from] = [0, 0];
  for (const [id, form, , pos, , , , , , misc] of rows) {
    const range = /^\d+-(\d+)$/.exec(id!);
    if (misc === undefined || (range === null && !/^\d+$/.test(id!))) continue;
    const isPart = range === null && Number(id) <= inside;
    if (!isPart) {
      from = text.length;
      text += misc.split('|').includes('SpaceAfter=No') ? form! : `${form} `;
    }
    if (range !== null) inside = Number(range[1]);
    else {
      const found = text.indexOf(form!, from);
      words.push({ start: found < 0 ? from : found, pos: pos! });
      if (found >= 0) from = found + form!.length;
    }
  }
  return { text: text.trimEnd(), words };
}
