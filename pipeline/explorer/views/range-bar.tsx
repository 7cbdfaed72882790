import type { Row } from '../data/codebook.ts';
import { rangeOf } from '../show/label.ts';

/** Low, best and high of a figure as a line with a point; a figure on which all agree is a point. */
export function RangeBar({ row }: { row: Row }) {
  const [low, best, high] = [Number(row.low ?? row.best), Number(row.best), Number(row.high ?? row.best)];
  if (!(high > low)) return <span class="quiet">one value</span>;
  const at = (value: number): number => 6 + (108 * (value - low)) / (high - low);
  return (
    <svg class="range" viewBox="0 0 120 12" width="120" height="12" role="img" aria-label={rangeOf(row)}>
      <line x1="6" x2="114" y1="6" y2="6" />
      <line x1="6" x2="6" y1="2" y2="10" />
      <line x1="114" x2="114" y1="2" y2="10" />
      <circle cx={at(best)} cy="6" r="4" />
    </svg>
  );
}
