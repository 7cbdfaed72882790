/** A stretch of time and how much fell into it; days as ISO, both included. */
export interface Bin {
  readonly from: string;
  readonly to: string;
  readonly count: number;
}

const dayMs = 86_400_000;
const iso = (ms: number): string => new Date(ms).toISOString().slice(0, 10);

type Step = 'day' | 'month' | 'year' | 'decade';
const steps: readonly (readonly [Step, number])[] = [
  ['day', 1],
  ['month', 31],
  ['year', 366],
  ['decade', 3660],
];

/** At most so many bars. */
const most = 70;

/** Days in bins of equal steps, without a gap; the step is the smallest that gives few enough bars. */
export function binsOf(days: readonly string[]): Bin[] {
  if (days.length === 0) return [];
  const times = days.map((day) => Date.parse(`${day}T00:00:00Z`)).filter(Number.isFinite);
  const [first, last] = times.reduce(([a, b], t) => [Math.min(a, t), Math.max(b, t)], [Infinity, -Infinity]);
  const [step] = steps.find(([, length]) => (last - first) / dayMs / length < most) ?? steps.at(-1)!;
  const counts = new Map<number, number>();
  for (const time of times) {
    const start = startOf(step, time);
    counts.set(start, (counts.get(start) ?? 0) + 1);
  }
  const bins: Bin[] = [];
  for (let start = startOf(step, first); start <= last; ) {
    const next = startOf(step, start, 1);
    bins.push({ from: iso(start), to: iso(next - dayMs), count: counts.get(start) ?? 0 });
    start = next;
  }
  return bins;
}

/** Begin of the step in which a time lies, or of a later one. */
function startOf(step: Step, time: number, later = 0): number {
  const date = new Date(time);
  const [year, month, day] = [date.getUTCFullYear(), date.getUTCMonth(), date.getUTCDate()];
  switch (step) {
    case 'day':
      return Date.UTC(year, month, day + later);
    case 'month':
      return Date.UTC(year, month + later, 1);
    case 'year':
      return Date.UTC(year + later, 0, 1);
    case 'decade':
      return Date.UTC(Math.floor(year / 10) * 10 + 10 * later, 0, 1);
  }
}

/** The days without those that lie far before or after nearly all others; how many these are. */
export function withoutFar(days: readonly string[]): { near: string[]; far: number } {
  const times = days.map((day) => Date.parse(`${day}T00:00:00Z`)).sort((a, b) => a - b);
  const [low = 0, high = 0] = [times[times.length >> 2], times[(times.length * 3) >> 2]];
  const reach = Math.max(366 * dayMs, 3 * (high - low));
  const near = times.filter((time) => time >= low - reach && time <= high + reach).map(iso);
  return { near, far: days.length - near.length };
}
