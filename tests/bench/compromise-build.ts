import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';

// Stands in for `pipeline/cli.ts` in a folder made by peer.ts: reads raw text files, writes what compromise names as a release does.

interface Found {
  readonly text: string;
  readonly offset: { readonly start: number; readonly length: number };
}
interface View {
  json(options: { offset: true }): Found[];
}
type Read = (text: string) => { people(): View; organizations(): View; places(): View };

const peer: string = 'compromise';
const read = ((await import(peer)) as { default: Read }).default;

const { values } = parseArgs({
  allowPositionals: true,
  options: { raw: { type: 'string' }, output: { type: 'string' }, jobs: { type: 'string' } },
});
const raw = values.raw!;
const folder = path.join(values.output!, 'latest/json');
const files = readdirSync(raw).filter((file) => file.endsWith('.txt'));

const mentions = files.flatMap((file) => mentionsOf(file, readFileSync(path.join(raw, file), 'utf8')));
mkdirSync(folder, { recursive: true });
write(
  'articles',
  files.map((file) => ({ source_file: file })),
);
write('mentions', mentions);
write('entities', []);

/** Names with their code points; marks at the edges and possessives are left out, as gold leaves them. */
function mentionsOf(file: string, text: string): object[] {
  const document = read(text);
  const kinds = { person: document.people(), organization: document.organizations(), place: document.places() };
  return Object.entries(kinds).flatMap(([type, view]) =>
    view.json({ offset: true }).map(({ offset }) => {
      const found = text.slice(offset.start, offset.start + offset.length);
      const kept = found.replace(/^[\s\p{P}]+/u, '');
      const quote = kept.replace(/['’]s?$/, '').replace(/(?<!\.\p{L})[\s\p{P}]+$/u, '');
      const start = [...text.slice(0, offset.start + found.length - kept.length)].length;
      const span = { char_start: start, char_end: start + [...quote].length, quote };
      return { source_file: file, type, form: 'name', entity_id: null, ...span };
    }),
  );
}

function write(table: string, rows: readonly object[]): void {
  writeFileSync(path.join(folder, `${table}.json`), `[\n${rows.map((row) => JSON.stringify(row)).join(',\n')}\n]\n`);
}
