import { scaleLinear } from 'd3-scale';
import { quotations } from '#schemas/tables/index.ts';
import type { Chart } from './chart.ts';
import { drawing, element, type Svg, shortened, told, width } from './svg.ts';

const most = 12;
const [top, line, left] = [44, 26, 175];

interface Speaker {
  readonly key: string;
  name: string;
  count: number;
}

/** Who is quoted how often; speakers without a name of their own ("a spokesman") are left out. */
export const mostQuoted: Chart = {
  path: 'charts/quoted.svg',
  table: quotations,
  open() {
    const speakers = new Map<string, Speaker>();
    return {
      add({ speaker, speaker_entity_id: id }) {
        if (typeof speaker !== 'string' || typeof id !== 'string') return;
        const known = speakers.get(id) ?? { key: id, name: speaker, count: 0 };
        known.count++;
        if (speaker.length > known.name.length) known.name = speaker;
        speakers.set(id, known);
      },
      svg: () =>
        draw([...speakers.values()].sort((a, b) => b.count - a.count || (a.key < b.key ? -1 : 1)).slice(0, most)),
    };
  },
};

function draw(speakers: readonly Speaker[]): string {
  const title = 'Quoted most';
  const about = 'Number of quotations of each speaker, direct, mixed and reported';
  if (speakers.length === 0) {
    return drawing(title, about, 80, [
      element('text', { class: 'soft', x: 0, y: 50 }, told('Nobody is quoted by name.')),
    ]);
  }
  const x = scaleLinear([0, speakers[0]!.count], [0, width - left - 44]);
  const bars = speakers.flatMap(({ name, count }, i): Svg[] => {
    const y = top + i * line;
    return [
      element('text', { x: left - 10, y: y + 13, 'text-anchor': 'end' }, told(shortened(name, 21))),
      element('rect', { class: 'quoted', x: left, y, width: x(count), height: 17, rx: 2 }),
      element('text', { class: 'soft', x: left + x(count) + 8, y: y + 13 }, told(String(count))),
    ];
  });
  return drawing(title, about, top + speakers.length * line, bars);
}
