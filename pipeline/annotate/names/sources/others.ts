import type { Proposal, Reading } from '../reading.ts';

/** Laws, treaties, prizes, events by the last word of their names: "the Clean Water Act". */
export function* others({ runs, tokens, resources: { names } }: Reading): Generator<Proposal> {
  for (const { first, end, headline } of runs) {
    if (headline || end - first < 2 || !names.has('other_last', tokens[end - 1]!.text)) continue;
    yield { first, end, type: 'other', weight: 1, basis: 'pattern' };
  }
}
