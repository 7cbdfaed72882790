/** Lower case without diacritics, white space as one blank: `RUŠE` and `Ruše` are one. */
export function fold(text: string): string {
  if (/^[!-~]*$/.test(text)) return text.toLowerCase();
  const plain = /^[ -~]*$/.test(text)
    ? text
    : text
        .normalize('NFD')
        .replace(/\p{M}+/gu, '')
        .replace(/[’‘]/g, "'");
  return plain.toLowerCase().replace(/\s+/g, ' ');
}

/** Short forms in capitals (`US`, `WHO`, `U.N.`) are told from words by their case. */
const isShort = (form: string): boolean => form.length <= 6 && /^[A-Z][A-Z.&\d]*$/.test(form);

/** Names of one or more words, found by their text whatever its diacritics and case; short capitals exactly. */
export class PhraseIndex<T> {
  private readonly entries = new Map<string, T>();
  private readonly longest = new Map<string, number>();

  add(form: string, entry: T): void {
    const key = isShort(form) ? `=${form}` : fold(form);
    if (!this.entries.has(key)) this.entries.set(key, entry);
    const first = firstWord(form);
    this.longest.set(first, Math.max(this.longest.get(first) ?? 0, form.length));
  }

  get(form: string): T | undefined {
    return this.entries.get(`=${form}`) ?? this.entries.get(fold(form));
  }

  /** Length in characters of the longest name that begins with this word, 0 where none does. */
  reach(word: string): number {
    return this.longest.get(firstWord(word)) ?? 0;
  }
}

/** Letters up to the first other character, folded. */
const firstWord = (form: string): string => fold(/^[\p{L}\p{M}]{1,40}/u.exec(form)?.[0] ?? form.slice(0, 1));
