import { geoNaturalEarth1Raw } from 'd3-geo';
import { loadScript } from './scripts.ts';

/** The outline of the world as paths, and the size and place of the projection that drew them. */
export interface World {
  readonly width: number;
  readonly height: number;
  readonly scale: number;
  readonly translate: readonly [number, number];
  readonly sphere: string;
  readonly land: string;
  readonly borders: string;
}

let world: World | undefined;

/** The outline of the world; it comes when the map is first opened. */
export async function loadWorld(): Promise<World> {
  Object.assign((globalThis as unknown as { tearsheet: object }).tearsheet, {
    world(given: World): void {
      world = given;
    },
  });
  await loadScript('world.js');
  return world!;
}

/** Where a place lies on the map. */
export function project({ scale, translate }: World, longitude: number, latitude: number): { x: number; y: number } {
  const [x, y] = geoNaturalEarth1Raw((longitude * Math.PI) / 180, (latitude * Math.PI) / 180);
  return { x: translate[0] + scale * x, y: translate[1] - scale * y };
}
