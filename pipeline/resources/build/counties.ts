import { createRequire } from 'node:module';

/** What of us-atlas is read: outlines as lists of arcs, arcs as steps on a grid. */
interface Atlas {
  readonly transform: { readonly scale: readonly [number, number]; readonly translate: readonly [number, number] };
  readonly arcs: readonly (readonly (readonly [number, number])[])[];
  readonly objects: { readonly counties: Shapes; readonly states: Shapes };
}
interface Shapes {
  readonly geometries: readonly {
    readonly id: string;
    readonly properties: { readonly name: string };
    readonly arcs: unknown;
  }[];
}

/** From this number on a county's code is that of a city which belongs to no county. */
const firstCity = 510;
/** What a county is called where it is called otherwise. */
const kinds = new Map([
  ['LA', 'Parish'],
  ['AK', 'Borough'],
]);
const postal = new Map(
  'Alabama AL|Alaska AK|Arizona AZ|Arkansas AR|California CA|Colorado CO|Connecticut CT|Delaware DE|Florida FL|Georgia GA|Hawaii HI|Idaho ID|Illinois IL|Indiana IN|Iowa IA|Kansas KS|Kentucky KY|Louisiana LA|Maine ME|Maryland MD|Massachusetts MA|Michigan MI|Minnesota MN|Mississippi MS|Missouri MO|Montana MT|Nebraska NE|Nevada NV|New Hampshire NH|New Jersey NJ|New Mexico NM|New York NY|North Carolina NC|North Dakota ND|Ohio OH|Oklahoma OK|Oregon OR|Pennsylvania PA|Rhode Island RI|South Carolina SC|South Dakota SD|Tennessee TN|Texas TX|Utah UT|Vermont VT|Virginia VA|Washington WA|West Virginia WV|Wisconsin WI|Wyoming WY'
    .split('|')
    .map((line) => [line.slice(0, -3), line.slice(-2)] as const),
);

/** Counties of the United States as lines: name, division, 0, latitude and longitude of the middle, FIPS code. */
export function countyLines(): string[] {
  const atlas = createRequire(import.meta.url)('us-atlas/counties-10m.json') as Atlas;
  const states = new Map(atlas.objects.states.geometries.map((s) => [s.id, postal.get(s.properties.name)]));
  return atlas.objects.counties.geometries.flatMap((county) => {
    const state = states.get(county.id.slice(0, 2));
    if (state === undefined || Number(county.id.slice(2)) >= firstCity) return [];
    const [longitude, latitude] = middleOf(atlas, (county.arcs as unknown[]).flat(5) as number[]);
    const name = `${county.properties.name} ${kinds.get(state) ?? 'County'}`;
    return [[name, `US.${state}`, 0, latitude.toFixed(2), longitude.toFixed(2), county.id].join('\t')];
  });
}

/** Middle of the box around an outline; what lies beyond the antimeridian is left out. */
function middleOf({ arcs, transform: { scale, translate } }: Atlas, outline: readonly number[]): [number, number] {
  const box = [Infinity, Infinity, -Infinity, -Infinity] as [number, number, number, number];
  for (const index of outline) {
    let [x, y] = [0, 0];
    for (const [dx, dy] of arcs[index < 0 ? ~index : index]!) {
      x += dx;
      y += dy;
      const longitude = x * scale[0] + translate[0];
      const latitude = y * scale[1] + translate[1];
      if (longitude > 0) continue;
      box[0] = Math.min(box[0], longitude);
      box[1] = Math.min(box[1], latitude);
      box[2] = Math.max(box[2], longitude);
      box[3] = Math.max(box[3], latitude);
    }
  }
  return [(box[0] + box[2]) / 2, (box[1] + box[3]) / 2];
}
