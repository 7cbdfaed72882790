import { scaleLinear } from 'd3-scale';
import type { Row, RowOf } from '#schemas/table.ts';
import { figures } from '#schemas/tables/index.ts';
import type { Chart } from './chart.ts';
import { drawing, element, type Svg, shortened, told, width } from './svg.ts';

type Figure = RowOf<typeof figures>;

const most = 10;
const [top, line, left, right] = [66, 44, 170, 120];

/** Figures that most outlets report: each with its own best value in the middle, so that different units stand side by side. */
export const mostReported: Chart = {
  path: 'charts/figures.svg',
  table: figures,
  open() {
    const found: Figure[] = [];
    return {
      add(row: Row) {
        const figure = row as unknown as Figure;
        if (figure.statement_count > 1) found.push(figure);
      },
      svg: () => draw(found.sort(byWeight).slice(0, most)),
    };
  },
};

const byWeight = (a: Figure, b: Figure): number =>
  b.origin_count - a.origin_count || b.statement_count - a.statement_count || (a.figure_id < b.figure_id ? -1 : 1);

const x = scaleLinear([0.5, 1.5], [left, width - right]).clamp(true);

function draw(shown: readonly Figure[]): string {
  const title = 'Figures reported most';
  const about =
    'Best value with low and high, as shares of the best value; on the right the value and how many outlets state it';
  if (shown.length === 0) {
    return drawing(title, about, 80, [
      element('text', { class: 'soft', x: 0, y: 50 }, told('No figure is stated twice.')),
    ]);
  }
  const height = top + shown.length * line;
  const axis = [0.5, 1, 1.5].flatMap((share): Svg[] => [
    element('line', { class: 'axis', x1: x(share), x2: x(share), y1: top - 12, y2: height }),
    element('text', { class: 'soft', x: x(share), y: top - 18, 'text-anchor': 'middle' }, told(names[share]!)),
  ]);
  return drawing(title, about, height + 6, [
    ...axis,
    ...shown.flatMap((figure, i) => row(figure, top + 12 + i * line)),
  ]);
}

const names: Readonly<Record<number, string>> = { 0.5: '−50 %', 1: 'best', 1.5: '+50 %' };

function row(figure: Figure, y: number): Svg[] {
  const { measure, place, subject, best, unit, origin_count, agreement } = figure;
  const low = figure.low ?? best;
  const high = figure.high ?? best;
  const share = (value: number): number => (best === 0 ? 1 : value / best);
  const ends = [x(share(low)), x(share(high))].sort((a, b) => a - b);
  const where = [subject, place].filter((part) => part !== null).join(', ');
  const reported = `${origin_count} ${origin_count === 1 ? 'origin' : 'origins'}${agreement === 'conflict' ? ', conflict' : ''}`;
  return [
    element('text', { x: 0, y: y + 4 }, told(shortened(measure, 25))),
    element('text', { class: 'soft', x: 0, y: y + 20 }, told(shortened(where, 26))),
    element('line', { class: 'figure', x1: ends[0]!, x2: ends[1]!, y1: y, y2: y }),
    element('circle', { class: 'figure', cx: x(1), cy: y, r: 4 }),
    element('text', { x: width, y: y + 4, 'text-anchor': 'end' }, told(shortened(range(low, best, high, unit), 18))),
    element('text', { class: 'soft', x: width, y: y + 20, 'text-anchor': 'end' }, told(reported)),
  ];
}

function range(low: number, best: number, high: number, unit: string | null): string {
  const value = low === high ? grouped(best) : `${grouped(best)} (${grouped(low)}–${grouped(high)})`;
  return unit === null ? value : `${value} ${unit}`;
}

const sizes = [
  [1e12, ' tn'],
  [1e9, ' bn'],
  [1e6, ' m'],
] as const;

/** Digits in threes; from a million on in words. */
function grouped(value: number): string {
  for (const [size, word] of sizes) {
    if (Math.abs(value) >= size) return `${Math.round((value / size) * 100) / 100}${word}`;
  }
  const [whole, fraction] = String(Math.round(value * 1e4) / 1e4).split('.');
  const digits = inThrees(whole!);
  return fraction === undefined ? digits : `${digits}.${fraction}`;
}

function inThrees(whole: string): string {
  const sign = whole.startsWith('-') ? '-' : '';
  const digits = whole.slice(sign.length);
  const lead = digits.length % 3 || 3;
  return sign + [digits.slice(0, lead), ...(digits.slice(lead).match(/\d{3}/g) ?? [])].join(',');
}
