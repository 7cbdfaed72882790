/** A Markdown table; cells may hold no line break. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(head), `|${head.map(() => '---').join('|')}|`, ...rows.map(line)].join('\n');
}

/** 1234567 → "1,234,567". */
export const thousands = (value: number): string => String(Math.round(value)).replace(/\B(?=(\d{3})+$)/g, ',');

/** 0.7345 → "73.5". */
export const percent = (fraction: number, digits = 1): string => (100 * fraction).toFixed(digits);

/** Paragraphs, lists and tables with an empty line between them. */
export const page = (parts: readonly string[]): string => `${parts.join('\n\n')}\n`;
