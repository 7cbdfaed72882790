import { useMemo } from 'preact/hooks';
import { binsOf, withoutFar } from '../../calendar-bins.ts';
import { locate, type RowSet } from '../data/row-set.ts';

import { day, grouped } from '../show/numbers.ts';

interface Props {
  readonly set: RowSet;
  readonly rows: readonly number[];
  readonly column: string;
  readonly onChoose: (from: string, to: string) => void;
}

const height = 110;

/** How many rows fall on which days, as bars; a bar chooses its days. Years that few rows name far away are left out. */
export function Timeline({ set, rows, column, onChoose }: Props) {
  const { bins, left } = useMemo(() => {
    const days = rows.flatMap((row) => {
      const { part, index } = locate(set, row);
      const cell = part.column(column)[index];
      return typeof cell === 'string' ? [cell] : [];
    });
    const { near, far } = withoutFar(days);
    return { bins: binsOf(near), left: far };
  }, [set, rows, column]);
  if (bins.length < 2) return null;
  const highest = Math.max(...bins.map(({ count }) => count));
  const width = 1000 / bins.length;
  return (
    <figure class="timeline" aria-label="Rows over time">
      <svg viewBox={`0 0 1000 ${height}`} preserveAspectRatio="none">
        <title>Rows over time</title>
        {bins.map(({ from, to, count }, i) =>
          count === 0 ? null : (
            <a
              key={from}
              href={location.hash}
              aria-label={`${span(from, to)}: ${count}`}
              onClick={(event: Event) => {
                event.preventDefault();
                onChoose(from, to);
              }}
            >
              <title>{`${span(from, to)}: ${grouped(count)}`}</title>
              <rect class="reach" x={i * width} y="0" width={width} height={height} />
              <rect
                class="bar"
                x={i * width + width * 0.1}
                y={height - Math.max(2, (count / highest) * height)}
                width={width * 0.8}
                height={Math.max(2, (count / highest) * height)}
              />
            </a>
          ),
        )}
      </svg>
      <figcaption>
        <span>{day(bins[0]!.from)}</span>
        <span>
          {left > 0 ? `${grouped(left)} far from the others not drawn · ` : ''}highest bar: {grouped(highest)}
        </span>
        <span>{day(bins.at(-1)!.to)}</span>
      </figcaption>
    </figure>
  );
}

const span = (from: string, to: string): string => (from === to ? day(from) : `${day(from)} to ${day(to)}`);
