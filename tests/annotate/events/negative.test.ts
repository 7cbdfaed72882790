import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { documentOf } from '../../document.ts';

const lines = readFileSync(new URL('../../negative/events.txt', import.meta.url), 'utf8')
  .split('\n')
  .filter((line) => line !== '' && !line.startsWith('#'));

describe('negative corpus of events', () => {
  it('is large enough to mean something', () => expect(lines.length).toBeGreaterThan(120));

  it.each(lines)('%s', (line) => {
    const { events, text } = documentOf(line);
    const actual = events.filter((e) => e.polarity === 'positive' && e.modality === 'actual');
    expect(actual.map((e) => `${e.type} ${text.slice(e.start, e.end)}`)).toEqual([]);
  });
});
