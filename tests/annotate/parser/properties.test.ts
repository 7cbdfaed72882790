import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadWordClasses } from '#pipeline/annotate/linear/word-classes.ts';
import { loadParser, type Parse, parseSentence } from '#pipeline/annotate/parser/index.ts';

const classes = loadWordClasses(readFileSync('pipeline/resources/models/words.bin'));

const bytes = readFileSync('pipeline/resources/models/parser.bin');
const model = loadParser(bytes, classes);

const tags = ['NN', 'NNP', 'VBD', 'VBZ', 'VBN', 'IN', 'DT', 'CC', ',', '.', 'CD', '-LRB-', "''"];
const parts = ['NOUN', 'PROPN', 'VERB', 'AUX', 'ADP', 'DET', 'CCONJ', 'PUNCT', 'NUM', 'SCONJ'];
const word = fc.record({
  form: fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.constantFrom('the', 'said', ',', 'and', 'of', 'killed', '__proto__'),
  ),
  pos: fc.oneof(fc.string(), fc.constantFrom(...parts)),
  tag: fc.oneof(fc.string(), fc.constantFrom(...tags)),
});
type Word = { form: string; pos: string; tag: string };

function parse(words: readonly Word[], parser = model): Parse {
  const column = (name: keyof Word): string[] => words.map((each) => each[name]);
  return parseSentence(parser, column('form'), column('pos'), column('tag'));
}

/** Whether every word leads to the one root. */
function isTree({ head }: Parse): boolean {
  const leadsToRoot = new Uint8Array(head.length);
  for (const start of head.keys()) {
    const path: number[] = [];
    let at = start;
    while (at !== -1 && leadsToRoot[at] === 0 && path.length <= head.length) {
      path.push(at);
      at = head[at] ?? Number.NaN;
    }
    if (path.length > head.length) return false;
    for (const each of path) leadsToRoot[each] = 1;
  }
  return head.filter((each) => each === -1).length === 1;
}

describe('parseSentence', () => {
  it('gives a tree with one root, called so, for any words and tags', () => {
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 60 }), (words) => {
        const found = parse(words);
        expect(found.head).toHaveLength(words.length);
        expect(found.relation).toHaveLength(words.length);
        expect(found.sureness.every((sure) => sure > 0 && sure < 1)).toBe(true);
        expect(isTree(found)).toBe(true);
        expect(found.relation.map((name) => name === 'root')).toEqual(found.head.map((head) => head === -1));
      }),
      { numRuns: 300 },
    );
  });

  it('gives nothing for no words, and a root for missing tags', () => {
    expect(parseSentence(model, [], [], [])).toEqual({ head: [], relation: [], sureness: [] });
    expect(parseSentence(model, ['Fire'], [], [])).toEqual({ head: [-1], relation: ['root'], sureness: [0.97] });
  });

  it('gives the same tree whatever was parsed before', () => {
    const again = loadParser(bytes, classes);
    fc.assert(
      fc.property(fc.array(word), fc.array(word), (words, others) => {
        const first = parse(words);
        parse(others);
        expect(parse(words)).toEqual(first);
        expect(parse(words, again)).toEqual(first);
      }),
      { numRuns: 30 },
    );
  });

  it('takes time in proportion to the length of a sentence', () => {
    const row: Word[] = [
      { form: 'prices', pos: 'NOUN', tag: 'NNS' },
      { form: 'rose', pos: 'VERB', tag: 'VBD' },
      { form: ',', pos: 'PUNCT', tag: ',' },
      { form: 'and', pos: 'CCONJ', tag: 'CC' },
    ];
    const found = parse(Array.from({ length: 60_000 }, (_, index) => row[index % row.length]!));
    expect(isTree(found)).toBe(true);
  });
});

describe('loadParser', () => {
  it('refuses other bytes', () => {
    expect(() => loadParser(new Uint8Array([3, 1, 2]), classes)).toThrow();
    expect(() => loadParser(readFileSync('pipeline/resources/models/pos.bin'), classes)).toThrow(
      'expected parser, found pos',
    );
    expect(() => loadParser(bytes.subarray(0, bytes.length - 1000), classes)).toThrow();
  });
});
