import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import type { ParserModel } from '#pipeline/annotate/parser/index.ts';
import { treesOf } from '#pipeline/annotate/syntax.ts';
import { documentOf, resources } from '../document.ts';

describe('trees', () => {
  it('give head, relation and dependents as tokens of the document', () => {
    const { trees, tokens, sentences } = documentOf('Rain fell. The council sacked its treasurer yesterday.');
    const tree = trees.of(1)!;
    const words = tokens.slice(sentences[1]!.firstToken);
    const arcs = words.map(({ index, text }) => {
      const head = tree.headOf(index);
      return `${tree.relationOf(index)}(${head === null ? '-' : tokens[head]!.text}, ${text})`;
    });
    expect(arcs).toEqual(
      expect.arrayContaining(['nsubj(sacked, council)', 'root(-, sacked)', 'obj(sacked, treasurer)']),
    );
    const root = words.find(({ text }) => text === 'sacked')!;
    expect(tree.dependentsOf(root.index).map((d) => tokens[d]!.text)).toEqual([
      'council',
      'treasurer',
      'yesterday',
      '.',
    ]);
  });

  it('parse nothing before they are asked, and each sentence once', () => {
    const { tokens, sentences } = documentOf('Rain fell. Snow fell.');
    const { parser } = resources();
    const asked = vi.fn(() => parser.backward);
    const trees = treesOf({ tokens, sentences }, spied(parser, asked));
    expect(asked).not.toHaveBeenCalled();
    expect(trees.of(1)).toBe(trees.of(1));
    expect(asked).toHaveBeenCalledOnce();
  });

  it('are null for sentences that are too long to be one', () => {
    const { trees, sentences } = documentOf(`${'rain and snow and '.repeat(100)}hail.`);
    expect(sentences).toHaveLength(1);
    expect(trees.of(0)).toBeNull();
  });

  it('are trees for any text: each token is among the dependents of its head, one has none', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', minLength: 1, maxLength: 120 }), (text) => {
        const { trees, sentences } = documentOf(text);
        for (const { index, firstToken, endToken } of sentences) {
          const tree = trees.of(index)!;
          let roots = 0;
          for (let token = firstToken; token < endToken; token++) {
            const head = tree.headOf(token);
            if (head === null) roots++;
            else expect(tree.dependentsOf(head)).toContain(token);
          }
          expect(roots).toBe(1);
        }
      }),
      { numRuns: 50 },
    );
  });
});

/** The parser, telling when it is used. */
const spied = (parser: ParserModel, used: () => ParserModel['backward']): ParserModel => ({
  ...parser,
  get backward() {
    return used();
  },
});
