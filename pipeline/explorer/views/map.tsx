import { useMemo, useRef, useState } from 'preact/hooks';
import { rowAt, select } from '../data/row-set.ts';
import { loadWorld, project, type World } from '../data/world.ts';
import { go, linkTo, restate } from '../route.ts';
import { grouped } from '../show/numbers.ts';
import { visible } from '../text/visible.ts';
import { useComing, useTable } from './loading.ts';
import { Notice, Said, Waiting } from './pieces.tsx';

/** A place with how often something happened there or names it. */
interface Spot {
  readonly id: string;
  readonly name: string;
  readonly count: number;
  readonly longitude: number;
  readonly latitude: number;
}

/** What the circles count. */
const counts = {
  named: { title: 'how often a place is named', unit: 'times named' },
  events: { title: 'events that happened there', unit: 'events' },
} as const;
type Count = keyof typeof counts;

/** Circles that the map shows, the largest. */
const most = 600;

/** The places of the release on an outline of the world. */
export function MapView({ query }: { query: URLSearchParams }) {
  const by: Count = query.get('by') === 'events' ? 'events' : 'named';
  const world = useComing(loadWorld, []);
  const { set, isWhole } = useTable(by === 'named' ? 'entities' : 'events');
  const spots = useMemo(() => spotsOf(set, by), [set, by]);
  if (world.error) return <Notice title="The map cannot be read">{world.error.message}</Notice>;
  if (!world.value || !isWhole) return <Waiting what="Reading the places" />;
  return (
    <section class="page">
      <header class="table-head">
        <h1>
          Places <span class="count">{grouped(spots.length)}</span>
        </h1>
        <label class="chooser">
          <span>The circles count</span>
          <select value={by} onChange={(event) => restate(linkTo(['map'], { by: event.currentTarget.value }))}>
            {Object.entries(counts).map(([name, { title }]) => (
              <option key={name} value={name}>
                {title}
              </option>
            ))}
          </select>
        </label>
      </header>
      <p class="about">Only places that the gazetteer knows for certain have coordinates.</p>
      <div class="atlas">
        <WorldMap world={world.value} spots={spots.slice(0, most)} unit={counts[by].unit} />
        <ol class="places">
          {spots.slice(0, 40).map(({ id, name, count }) => (
            <li key={id}>
              <a href={linkTo([id])}>
                <Said>{name}</Said>
              </a>{' '}
              <span class="count">{grouped(count)}</span>
            </li>
          ))}
        </ol>
      </div>
    </section>
  );
}

function spotsOf(set: Parameters<typeof select>[0], by: Count): Spot[] {
  const spots = new Map<string, Spot>();
  const found = select(set, (part) => {
    const [latitudes, types] = [part.column('latitude'), by === 'named' ? part.column('type') : null];
    return (index) => latitudes[index] !== null && (types === null || types[index] === 'place');
  });
  for (const number of found) {
    const row = rowAt(set, number);
    const id = String(by === 'named' ? row.entity_id : (row.place_entity_id ?? row.event_id));
    const count = by === 'named' ? Number(row.mention_count) : 1;
    const known = spots.get(id);
    spots.set(id, {
      id,
      name: String((by === 'named' ? row.name : row.place) ?? '?'),
      count: count + (known?.count ?? 0),
      longitude: Number(row.longitude),
      latitude: Number(row.latitude),
    });
  }
  return [...spots.values()].sort((a, b) => b.count - a.count);
}

interface Window {
  readonly x: number;
  readonly y: number;
  readonly zoom: number;
}

function WorldMap({ world, spots, unit }: { world: World; spots: readonly Spot[]; unit: string }) {
  const [at, setAt] = useState<Window>({ x: world.width / 2, y: world.height / 2, zoom: 1 });
  const drag = useRef<{ x: number; y: number; from: Window } | null>(null);
  const hasMoved = useRef(false);
  const [width, height] = [world.width / at.zoom, world.height / at.zoom];
  const largest = Math.max(1, spots[0]?.count ?? 1);
  const inside = (value: number, size: number, whole: number): number =>
    Math.min(Math.max(value, size / 2), whole - size / 2);
  const moveTo = ({ x, y, zoom }: Window): void => {
    const near = Math.min(Math.max(zoom, 1), 24);
    setAt({
      x: inside(x, world.width / near, world.width),
      y: inside(y, world.height / near, world.height),
      zoom: near,
    });
  };
  const onPointerMove = (event: PointerEvent): void => {
    const start = drag.current;
    if (!start) return;
    const scale = width / (event.currentTarget as SVGElement).clientWidth;
    hasMoved.current ||= Math.abs(event.clientX - start.x) + Math.abs(event.clientY - start.y) > 4;
    const { from } = start;
    moveTo({ ...from, x: from.x - (event.clientX - start.x) * scale, y: from.y - (event.clientY - start.y) * scale });
  };
  const onClick = ({ target }: Event): void => {
    const id = target instanceof SVGElement ? target.dataset.id : undefined;
    if (id && !hasMoved.current) go(linkTo([id]));
  };
  return (
    <div class="map">
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: the list beside the map leads to the same places */}
      <svg
        onClick={onClick}
        viewBox={`${at.x - width / 2} ${at.y - height / 2} ${width} ${height}`}
        role="img"
        aria-label={`Map of the world with ${spots.length} places; the list beside it has the same places`}
        onPointerDown={(event) => {
          hasMoved.current = false;
          drag.current = { x: event.clientX, y: event.clientY, from: at };
        }}
        onPointerMove={onPointerMove}
        onPointerUp={() => {
          drag.current = null;
        }}
        onPointerLeave={() => {
          drag.current = null;
        }}
      >
        <path class="sphere" d={world.sphere} />
        <path class="land" d={world.land} />
        <path class="borders" d={world.borders} />
        {spots.map(({ id, name, count, longitude, latitude }) => {
          const { x, y } = project(world, longitude, latitude);
          const radius = (2.2 + 15 * Math.sqrt(count / largest)) / Math.sqrt(at.zoom) / (at.zoom > 4 ? 1.6 : 1);
          return (
            <circle key={id} data-id={id} cx={x} cy={y} r={radius}>
              <title>{`${visible(name)}: ${grouped(count)} ${unit}`}</title>
            </circle>
          );
        })}
      </svg>
      <p class="map-tools">
        <button type="button" aria-label="Nearer" onClick={() => moveTo({ ...at, zoom: at.zoom * 1.6 })}>
          +
        </button>
        <button type="button" aria-label="Farther" onClick={() => moveTo({ ...at, zoom: at.zoom / 1.6 })}>
          −
        </button>
        {(['West', 'East', 'North', 'South'] as const).map((way) => (
          <button
            type="button"
            key={way}
            aria-label={way}
            disabled={at.zoom === 1}
            onClick={() =>
              moveTo({
                ...at,
                x: at.x + (way === 'West' ? -width / 4 : way === 'East' ? width / 4 : 0),
                y: at.y + (way === 'North' ? -height / 4 : way === 'South' ? height / 4 : 0),
              })
            }
          >
            {{ West: '←', East: '→', North: '↑', South: '↓' }[way]}
          </button>
        ))}
      </p>
    </div>
  );
}
