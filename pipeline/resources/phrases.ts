/** Phrases of one or more words, found by walking word by word. */
export interface PhraseTree<V> {
  readonly value: V | null;
  readonly next: ReadonlyMap<string, PhraseTree<V>>;
}

interface Branch<V> {
  value: V | null;
  readonly next: Map<string, Branch<V>>;
}

const branch = <V>(): Branch<V> => ({ value: null, next: new Map() });

/** Builds the tree of phrases; their words are separated by spaces. `'s` and hyphens are words of their own. */
export function phraseTree<V>(phrases: Iterable<readonly [phrase: string, value: V]>): PhraseTree<V> {
  const root = branch<V>();
  for (const [phrase, value] of phrases) {
    let node = root;
    for (const word of phrase
      .replace(/['’]s\b/g, " 's")
      .replace(/-/g, ' - ')
      .trim()
      .split(/\s+/)) {
      const next = node.next.get(word) ?? branch<V>();
      node.next.set(word, next);
      node = next;
    }
    node.value = value;
  }
  return root;
}

/** The longest phrase that begins at token `at` and ends at or before `end`, or null. */
export function phraseAt<V>(
  tree: PhraseTree<V>,
  tokens: readonly { readonly lower: string }[],
  at: number,
  end: number,
): { readonly end: number; readonly value: V } | null {
  let node: PhraseTree<V> | undefined = tree;
  let found: { end: number; value: V } | null = null;
  for (let i = at; i < end; i++) {
    node = node.next.get(plain(tokens[i]!.lower));
    if (!node) break;
    if (node.value !== null) found = { end: i + 1, value: node.value };
  }
  return found;
}

/** The longest phrase that ends just before token `at` and begins at or after `first`, or null. Looks back six words at most. */
export function phraseBefore<V>(
  tree: PhraseTree<V>,
  tokens: readonly { readonly lower: string }[],
  at: number,
  first: number,
): { readonly first: number; readonly value: V } | null {
  for (let from = Math.max(first, at - 6); from < at; from++) {
    const found = phraseAt(tree, tokens, from, at);
    if (found?.end === at) return { first: from, value: found.value };
  }
  return null;
}

const plain = (word: string): string => (word === '’s' ? "'s" : word === '‑' ? '-' : word);
