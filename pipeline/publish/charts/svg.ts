/** An element of a drawing as text. */
export type Svg = string & { readonly __svg: never };

const signs: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Text of an article inside a drawing: nothing in it is markup, and no sign in it turns the direction of writing. */
export const told = (text: string): Svg =>
  text
    .replace(/\p{Bidi_Control}|\p{Cc}|\p{Cs}|[\ufffe\uffff]/gu, '\u25a1')
    .replace(/[&<>"]/g, (sign) => signs[sign]!) as Svg;

/** An element with its attributes; numbers are rounded, so that every machine writes the same. */
export function element(
  name: string,
  attributes: Readonly<Record<string, string | number>>,
  ...content: readonly Svg[]
): Svg {
  const written = Object.entries(attributes).map(([key, value]) => ` ${key}="${attribute(value)}"`);
  return `<${name}${written.join('')}>${content.join('')}</${name}>` as Svg;
}

const attribute = (value: string | number): string =>
  typeof value === 'number' ? String(Math.round(value * 100) / 100) : told(value);

/** A short form of a text for a label. */
export function shortened(text: string, most: number): string {
  const characters = [...text.replaceAll(/\s+/g, ' ').trim()];
  return characters.length > most ? `${characters.slice(0, most - 1).join('')}…` : characters.join('');
}

const style = `
text { font: 13px system-ui, -apple-system, "Segoe UI", "Noto Sans", Arial, sans-serif; fill: #1c1d20 }
.title { font: 600 17px Charter, Georgia, "Noto Serif", "DejaVu Serif", serif }
.soft { fill: #595b61 }
.axis { stroke: #c9c5ba; stroke-width: 1 }
.bar { fill: #9c3f85 } .quoted { fill: #0a7756 } .figure { fill: #bd4b06; stroke: #bd4b06; stroke-width: 2 }
@media (prefers-color-scheme: dark) {
text { fill: #e7e5e0 } .soft { fill: #a6a7ad } .axis { stroke: #454a52 }
.bar { fill: #e394cc } .quoted { fill: #52c7a5 } .figure { fill: #f2965a; stroke: #f2965a }
}
`;

/** A whole drawing with its title, and a description for those who do not see it. */
export function drawing(title: string, about: string, height: number, content: readonly Svg[]): string {
  const whole = element(
    'svg',
    { xmlns: 'http://www.w3.org/2000/svg', viewBox: `0 0 ${width} ${height}`, width, height, role: 'img' },
    element('title', {}, told(title)),
    element('desc', {}, told(about)),
    element('style', {}, style as Svg),
    element('text', { class: 'title', x: 0, y: 20 }, told(title)),
    ...content,
  );
  return `${whole}\n`;
}

/** Width of every drawing. */
export const width = 440;
