/** An outlet prints one story a few times; words in more of its articles than this belong to its pages. */
const mostOfOneOutlet = 20;
/** Where no outlet is known, articles of many outlets are counted together. */
const mostOfUnknown = 100;

/**
 * Tells the shingles that an outlet prints again and again: credits, notices, invitations to subscribe. They make nothing a
 * copy. Asked with the places of the texts that hold one; `outletOf` gives 0 where no outlet is known.
 */
export function furnitureTeller(
  outlets: number,
  outletOf: (place: number) => number,
): (holders: Uint32Array) => boolean {
  const counts = new Uint32Array(outlets);
  return (holders) => {
    if (holders.length <= mostOfOneOutlet) return false;
    let isFurniture = false;
    for (const place of holders) {
      const outlet = outletOf(place);
      if (++counts[outlet]! > (outlet === 0 ? mostOfUnknown : mostOfOneOutlet)) isFurniture = true;
    }
    for (const place of holders) counts[outletOf(place)] = 0;
    return isFurniture;
  };
}
