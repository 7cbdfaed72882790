const utf8 = new TextDecoder();

/** Entries of a lexicon: one a line, cells apart by tabs; empty lines and lines that begin with `#` are left out. */
export function entriesOf(file: Uint8Array): string[][] {
  return utf8
    .decode(file)
    .split('\n')
    .filter((line) => line.trim() !== '' && !line.startsWith('#'))
    .map((line) => line.split('\t').map((cell) => cell.trim()));
}

/** The many values of a cell, apart by ` | `. */
export const valuesOf = (cell: string | undefined): string[] =>
  (cell ?? '')
    .split('|')
    .map((value) => value.trim())
    .filter((value) => value !== '');
