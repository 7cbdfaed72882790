import { scaleLinear } from 'd3-scale';
import { events } from '#schemas/tables/index.ts';
import { binsOf, withoutFar } from '../../calendar-bins.ts';
import type { Chart } from './chart.ts';
import { drawing, element, type Svg, told, width } from './svg.ts';

const height = 300;
const [top, bottom, left] = [44, height - 34, 34];

/** How many events happened when. */
export const eventsOverTime: Chart = {
  path: 'charts/events.svg',
  table: events,
  open() {
    const days: string[] = [];
    let undated = 0;
    return {
      add({ date_start, modality }) {
        if (modality !== 'actual') return;
        if (typeof date_start === 'string') days.push(date_start);
        else undated++;
      },
      svg: () => draw(days, undated),
    };
  },
};

function draw(days: readonly string[], undated: number): string {
  const { near, far } = withoutFar(days);
  const bins = binsOf(near);
  const title = 'Events over time';
  const note = `${near.length} events that happened, by their first day; ${undated} without a day${far > 0 ? `, ${far} far from the others` : ''}`;
  if (bins.length === 0) {
    return drawing(title, note, 80, [element('text', { class: 'soft', x: 0, y: 50 }, told('No event has a day.'))]);
  }
  const y = scaleLinear([0, Math.max(...bins.map(({ count }) => count))], [bottom, top]);
  const step = (width - left) / bins.length;
  const bars = bins.flatMap(({ from, to, count }, i): Svg[] => {
    if (count === 0) return [];
    const place = {
      x: left + i * step + step * 0.1,
      width: Math.min(step * 0.8, 60),
      y: y(count),
      height: bottom - y(count),
    };
    const span = from === to ? from : `${from} to ${to}`;
    return [element('rect', { class: 'bar', ...place }, element('title', {}, told(`${span}: ${count}`)))];
  });
  const ticks = y.ticks(4).filter(Number.isInteger);
  const lines = ticks.flatMap((tick): Svg[] => [
    element('line', { class: 'axis', x1: left, x2: width, y1: y(tick), y2: y(tick) }),
    element('text', { class: 'soft', x: left - 8, y: y(tick) + 4, 'text-anchor': 'end' }, told(String(tick))),
  ]);
  const ends = [
    element('text', { class: 'soft', x: left, y: height - 14 }, told(bins[0]!.from)),
    element('text', { class: 'soft', x: width, y: height - 14, 'text-anchor': 'end' }, told(bins.at(-1)!.to)),
  ];
  return drawing(title, note, height, [...lines, ...bars, ...ends]);
}
