/** Published offsets count code points; strings of the browser count UTF-16 units. */
export function unitsOf(text: string): (codePoint: number) => number {
  if (!/[\ud800-\udbff]/.test(text)) return (codePoint) => Math.min(codePoint, text.length);
  const units: number[] = [];
  for (let unit = 0; unit < text.length; unit += text.codePointAt(unit)! > 0xffff ? 2 : 1) units.push(unit);
  return (codePoint) => units[codePoint] ?? text.length;
}

/** Code points of a text. */
export function lengthOf(text: string): number {
  let length = text.length;
  for (const _ of text.matchAll(/[\ud800-\udbff][\udc00-\udfff]/g)) length--;
  return length;
}
