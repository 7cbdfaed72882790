import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { attachPairs } from '#pipeline/annotate/parser/enclosed.ts';

/** Heads after the marks are attached; `tree` gives each word as `form/head` with `-` for the root, marks being the forms without letters. */
function attached(tree: string): string {
  const parts = tree.split(' ').map((part) => part.split('/'));
  const words = parts.map(([form]) => form!);
  const head = parts.map(([, at]) => (at === '-' ? -1 : words.indexOf(at!)));
  const relation = words.map((word, at) => (head[at] === -1 ? 'root' : /^[\p{L}\p{N}]/u.test(word) ? 'dep' : 'punct'));
  attachPairs(words, head, relation);
  return words.map((_, at) => words[head[at]!] ?? '-').join(' ');
}

describe('attachPairs', () => {
  it.each([
    ['round brackets', 'Ferries/sail (/sail two/daily daily/sail )/sail sail/-', 'sail daily daily sail daily -'],
    [
      'a title in curly quotation marks',
      'She/read read/- “/read The/Tide Tide/read ”/read',
      'read - Tide Tide read Tide',
    ],
    ['square brackets', 'He/saw saw/- [/saw the/mayor mayor/saw ]/saw', 'saw - mayor mayor saw mayor'],
  ])('hangs %s on the head of what they enclose', (_, tree, expected) => {
    expect(attached(tree)).toBe(expected);
  });

  it('pairs straight marks by turns', () => {
    const words = ['"', 'Yes', '"', 'beat', '"', 'No', '"'];
    const head = [3, 3, 3, -1, 3, 3, 3];
    attachPairs(words, head, ['punct', 'nsubj', 'punct', 'root', 'punct', 'obj', 'punct']);
    expect(head).toEqual([1, 3, 1, -1, 5, 3, 5]);
  });

  it('takes the nearest bracket of those that are nested', () => {
    const words = ['Oslo', '(', 'port', '(', 'old', ')', ')'];
    const head = [-1, 0, 0, 0, 2, 0, 0];
    attachPairs(words, head, ['root', 'punct', 'appos', 'punct', 'amod', 'punct', 'punct']);
    expect(head).toEqual([-1, 2, 0, 4, 2, 4, 2]);
  });

  it.each([
    ['two words inside hang outside', ['Go', '(', 'north', 'today', ')'], [-1, 0, 0, 0, 0]],
    ['nothing is inside', ['Go', '(', ')', 'on'], [-1, 0, 0, 0]],
    ['the other mark is missing', ['Go', '(', 'north'], [-1, 0, 0]],
  ])('changes nothing where %s', (_, words, head) => {
    const after = [...head];
    attachPairs(
      words,
      after,
      words.map((word, at) => (at === 0 ? 'root' : /\p{L}/u.test(word) ? 'dep' : 'punct')),
    );
    expect(after).toEqual(head);
  });

  it('leaves a possessive apostrophe and a mark with words below it', () => {
    const words = ["'", 'Tis', 'the', 'Jones', "'", 'car'];
    const head = [1, -1, 5, 5, 3, 1];
    attachPairs(words, head, ['punct', 'root', 'det', 'nmod:poss', 'case', 'obj']);
    expect(head).toEqual([1, -1, 5, 5, 3, 1]);
    const odd = [-1, 0, 1, 0];
    attachPairs(['Go', '(', 'north', ')'], odd, ['root', 'punct', 'dep', 'punct']);
    expect(odd).toEqual([-1, 0, 1, 2]);
  });

  it('keeps any tree a tree', () => {
    const form = fc.constantFrom('(', ')', '"', '“', '”', '[', ']', 'sea', 'ship');
    fc.assert(
      fc.property(fc.array(fc.tuple(form, fc.nat(), fc.boolean()), { minLength: 1, maxLength: 20 }), (rows) => {
        // Each word hangs on an earlier one of some order, so there is no circle.
        const order = rows.map((_, at) => at).sort((a, b) => rows[a]![1] - rows[b]![1] || a - b);
        const head = new Array<number>(rows.length).fill(-1);
        order.slice(1).forEach((word, at) => {
          head[word] = order[rows[word]![1] % (at + 1)]!;
        });
        attachPairs(
          rows.map(([word]) => word),
          head,
          rows.map(([, , isMark], at) => (head[at] === -1 ? 'root' : isMark ? 'punct' : 'dep')),
        );
        for (const start of head.keys()) {
          let [at, steps] = [start, 0];
          while (at !== -1 && steps++ <= rows.length) at = head[at]!;
          expect(at).toBe(-1);
        }
      }),
    );
  });

  it('takes time in proportion to the number of marks', () => {
    const words = Array.from({ length: 60_000 }, (_, at) => (at < 30_000 ? '(' : ')'));
    const head = words.map((_, at) => at - 1);
    expect(() =>
      attachPairs(
        words,
        head,
        words.map(() => 'punct'),
      ),
    ).not.toThrow();
  });
});
