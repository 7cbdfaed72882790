import { describe, expect, it } from 'vitest';
import type { Trigger } from '#pipeline/resources/events.ts';
import { loadEvents } from '#pipeline/resources/events.ts';
import { documentOf, resources } from '../../document.ts';

const { verbs, nouns } = resources().events;
const triggers: Trigger[] = [...verbs.values(), ...nouns.values()].flat();

describe('event lexicon', () => {
  it('has entries for every type', () => {
    expect(triggers.length).toBeGreaterThan(500);
    expect(new Set(triggers.map((t) => t.type)).size).toBe(24);
  });

  it.each(triggers.map((t) => [t.type, t.words.join(' '), t] as const))('%s %s: its example shows it', (type, _, t) => {
    const found = documentOf(t.example).events.filter((e) => e.polarity === 'positive' && e.modality === 'actual');
    expect(found.map((e) => e.type)).toContain(type);
  });

  it('names place and remedy where a line cannot be read', () => {
    const broken = () => new TextEncoder().encode('attack\tverb\t-\tsubj=doer\tRebels attacked.\n');
    expect(() => loadEvents(broken)).toThrow(/AGREE\.txt:1: a frame names a role \(actor, .*got subj=doer/);
    const short = () => new TextEncoder().encode('# comment\nattack\tverb\n');
    expect(() => loadEvents(short)).toThrow(/AGREE\.txt:2: 5 fields between tabs are needed; got 2/);
  });
});
