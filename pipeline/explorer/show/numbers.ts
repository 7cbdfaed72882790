/** A number for people: 1234567.5 is 1,234,567.5. */
export function grouped(value: number): string {
  if (!Number.isFinite(value)) return String(value);
  const [whole, fraction] = String(value).split('.');
  if (/e/.test(String(value))) return String(value);
  const digits = whole!.replace(/\B(?=(\d{3})+(?!\d))/g, ',').replace('-', '−');
  return fraction === undefined ? digits : `${digits}.${fraction}`;
}

/** A value with its unit: 45 million EUR, 3.2 %. */
export function withUnit(value: number, unit: string | null): string {
  const [scaled, word] = scale(Math.abs(value) < 1e6 ? Math.round(value * 1e4) / 1e4 || value : value);
  return [grouped(scaled), word, unit].filter((part) => part !== null).join(' ');
}

const scales = [
  [1e12, 'trillion'],
  [1e9, 'billion'],
  [1e6, 'million'],
] as const;

/** From a million on in words, where no digit is lost. */
function scale(value: number): [number, string | null] {
  for (const [size, word] of scales) {
    const scaled = Math.round((value / size) * 1e4) / 1e4;
    if (Math.abs(value) >= size && scaled * size === value) return [scaled, word];
  }
  return [value, null];
}

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** A day for people: 2026-05-14 is 14 May 2026. */
export function day(iso: string): string {
  const [, year, month, date] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(iso) ?? [];
  return year ? `${Number(date)} ${months[Number(month) - 1]} ${year}` : iso;
}
