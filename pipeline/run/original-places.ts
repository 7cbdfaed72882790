import { SourceMap, type SourceMapPayload } from 'node:module';
import { fileURLToPath } from 'node:url';
import { readIfPresent } from '../files.ts';

/** A place in compiled code, as a stack names it. */
const place = /(file:[^\s()]+\.mjs):(\d+):(\d+)/g;

/** A stack with the places of the sources in place of those of the compiled code. Maps are read only for that: loading them with the code takes as long as the code. */
export function originalPlaces(stack: string): string {
  const maps = new Map<string, SourceMap | null>();
  return stack.replaceAll(place, (whole, address: string, line: string, column: string) => {
    if (!maps.has(address)) maps.set(address, mapOf(address));
    const entry = maps.get(address)?.findEntry(Number(line) - 1, Number(column) - 1);
    if (!entry || !('originalSource' in entry)) return whole;
    const source = new URL(entry.originalSource, address).href;
    return `${source}:${entry.originalLine + 1}:${entry.originalColumn + 1}`;
  });
}

function mapOf(address: string): SourceMap | null {
  const bytes = readIfPresent(`${fileURLToPath(address)}.map`);
  return bytes && new SourceMap(JSON.parse(Buffer.from(bytes).toString()) as SourceMapPayload);
}
