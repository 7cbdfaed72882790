import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contentKey } from '#pipeline/identity.ts';
import type { RowOf } from '#schemas/table.ts';
import { type entities, type eventMentions, events } from '#schemas/tables/index.ts';
import { eventsOf } from './joined.ts';

type Mention = RowOf<typeof eventMentions>;

const id = (prefix: string, name: string) => contentKey(prefix, [name]);
const place = (name: string, subtype: string): RowOf<typeof entities> => ({
  entity_id: id('e', name),
  name,
  type: 'place',
  subtype,
  country: 'SVN',
  latitude: 46,
  longitude: 15,
  gazetteer_id: null,
  aliases: null,
  role: null,
  link_basis: 'gazetteer',
  mention_count: 1,
  article_count: 1,
  origin_count: 1,
  first_published_on: null,
  last_published_on: null,
});
const places = [place('Slovenia', 'country'), place('Maribor', 'city'), place('Celje', 'city')];
const context = {
  originKeyOf: (article: string) => article,
  entityOf: (key: string) => places.find((p) => p.entity_id === key),
  tollOf: (key: string) => tolls.get(key) ?? null,
};

/** Deaths by the report's key. */
const tolls = new Map<string, number>();

let count = 0;
const mention = (
  columns: Partial<Mention> & { in?: string; by?: string; to?: string; on?: string; article?: string },
) => {
  const { in: where, by, to, on, article = 'one', ...rest } = columns;
  const known = places.find((p) => p.name === where);
  return {
    event_mention_id: id('em', String(count++)),
    event_id: null,
    event_type: 'CONSULT',
    event_mode: null,
    event_context: null,
    quad_class: 'verbal_cooperation',
    actor: by ?? null,
    actor_entity_id: by && /^\p{Lu}/u.test(by) ? id('e', by) : null,
    recipient: to ?? null,
    recipient_entity_id: to && /^\p{Lu}/u.test(to) ? id('e', to) : null,
    date_text: on ?? null,
    date_start: on ?? null,
    date_end: on ?? null,
    date_precision: on ? 'day' : null,
    date_basis: on ? 'stated' : 'none',
    date_found_in: on ? 'sentence' : 'none',
    place: where ?? null,
    place_entity_id: known?.entity_id ?? null,
    place_basis: where ? 'stated' : 'none',
    polarity: 'positive',
    place_found_in: where ? 'sentence' : 'none',
    modality: 'actual',
    tense: 'past',
    attributed_to: null,
    attributed_to_entity_id: null,
    article_id: id('a', article),
    source_file: 'a.txt',
    text_sha256: 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
    url: null,
    publisher: null,
    published_on: '2026-05-14',
    char_start: count,
    char_end: count + 1,
    quote: 'met',
    sentence: 'They met.',
    extractor: 'event-mentions@1',
    confidence: 0.8,
    evidence_url: 'explorer/index.html#/a_q3v5k2w7c4mz6xta/em_q3v5k2w7c4mz6xta',
    ...rest,
  } satisfies Mention;
};

const day = '2026-05-13';
const flood = { event_type: 'HAZARD', event_mode: 'flood', quad_class: null } as const;
const death = { event_type: 'DEATH', quad_class: null } as const;

const attack = { event_type: 'ASSAULT', quad_class: 'material_conflict' } as const;
const storm = { ...flood, event_mode: 'storm' } as const;
const dead = (toll: number, article: string): Mention => {
  const report = mention({ ...death, on: day, in: 'Slovenia', article });
  tolls.set(report.event_mention_id, toll);
  return report;
};

/** How many happenings the reports are held to be. */
const happenings: readonly (readonly [string, Mention[], number])[] = [
  [
    'same actor, recipient and day',
    [mention({ by: 'Lula', to: 'Macron', on: day }), mention({ by: 'Lula', to: 'Macron', on: day, article: 'two' })],
    1,
  ],
  [
    'a recipient that one report leaves out',
    [mention({ by: 'Lula', on: day }), mention({ by: 'Lula', to: 'Macron', on: day, article: 'two' })],
    1,
  ],
  [
    'different recipients',
    [mention({ by: 'Lula', to: 'Scholz', on: day }), mention({ by: 'Lula', to: 'Macron', on: day, article: 'two' })],
    2,
  ],
  [
    'different days',
    [
      mention({ by: 'Lula', to: 'Macron', on: day }),
      mention({ by: 'Lula', to: 'Macron', on: '2026-05-14', article: 'two' }),
    ],
    2,
  ],
  [
    'unknown days in two articles',
    [mention({ by: 'Lula', to: 'Macron' }), mention({ by: 'Lula', to: 'Macron', article: 'two' })],
    2,
  ],
  ['unknown days in one article', [mention({ by: 'Lula', to: 'Macron' }), mention({ by: 'Lula', to: 'Macron' })], 1],
  [
    'different types',
    [mention({ by: 'Lula', to: 'Macron', on: day }), mention({ ...death, by: 'Lula', to: 'Macron', on: day })],
    2,
  ],
  [
    'different places',
    [mention({ by: 'Lula', on: day, in: 'Maribor' }), mention({ by: 'Lula', on: day, in: 'Celje', article: 'two' })],
    2,
  ],
  [
    'a flood in a country on one day',
    [mention({ ...flood, on: day, in: 'Slovenia' }), mention({ ...flood, on: day, in: 'Slovenia', article: 'two' })],
    1,
  ],
  [
    'deaths in a country on one day',
    [mention({ ...death, on: day, in: 'Slovenia' }), mention({ ...death, on: day, in: 'Slovenia', article: 'two' })],
    2,
  ],
  [
    'deaths in a town on one day',
    [mention({ ...death, on: day, in: 'Maribor' }), mention({ ...death, on: day, in: 'Maribor', article: 'two' })],
    1,
  ],
  [
    'an attack in a town on one day whose actor one report leaves out',
    [
      mention({ ...attack, on: day, in: 'Maribor', by: 'gunmen', to: 'nine people' }),
      mention({ ...attack, on: day, in: 'Maribor', to: '11 people', article: 'two' }),
    ],
    1,
  ],
  [
    'attacks in a town on one day by others',
    [
      mention({ ...attack, on: day, in: 'Maribor', by: 'gunmen' }),
      mention({ ...attack, on: day, in: 'Maribor', by: 'police', article: 'two' }),
    ],
    2,
  ],
  [
    'attacks of two modes in a town on one day',
    [
      mention({ ...attack, event_mode: 'firearms', on: day, in: 'Maribor' }),
      mention({ ...attack, event_mode: 'explosives', on: day, in: 'Maribor', article: 'two' }),
    ],
    2,
  ],
  [
    'an assault that another report calls a crime',
    [
      mention({ ...attack, on: day, in: 'Maribor', by: 'gunmen' }),
      mention({ ...attack, event_type: 'CRIME', on: day, in: 'Maribor', article: 'two' }),
    ],
    1,
  ],
  [
    'a conviction that another report calls a ruling',
    [
      mention({ event_type: 'SANCTION', event_mode: 'convict', by: 'court', to: 'Lula', on: day }),
      mention({ event_type: 'LEGAL', by: 'court', to: 'Lula', on: day, article: 'two' }),
    ],
    1,
  ],
  [
    'a flood in a town and in its country on one day',
    [mention({ ...flood, on: day, in: 'Maribor' }), mention({ ...flood, on: day, in: 'Slovenia', article: 'two' })],
    1,
  ],
  [
    'floods in two towns on one day',
    [mention({ ...flood, on: day, in: 'Maribor' }), mention({ ...flood, on: day, in: 'Celje', article: 'two' })],
    2,
  ],
  [
    'a flood of a town that one report names',
    [
      mention({ ...flood, on: day, in: 'Slovenia', to: 'town' }),
      mention({ ...flood, on: day, in: 'Slovenia', article: 'two' }),
    ],
    1,
  ],
  [
    'a flood and a storm',
    [mention({ ...flood, on: day, in: 'Slovenia' }), mention({ ...storm, on: day, in: 'Slovenia' })],
    2,
  ],
  ['the same high toll on one day in one country', [dead(14, 'one'), dead(14, 'two')], 1],
  ['different tolls on one day in one country', [dead(14, 'one'), dead(11, 'two')], 2],
  ['the same low toll on one day in one country', [dead(2, 'one'), dead(2, 'two')], 2],
  [
    'demanded and done',
    [mention({ by: 'Lula', on: day, modality: 'requested' }), mention({ by: 'Lula', on: day, article: 'two' })],
    2,
  ],
  ['denied', [mention({ by: 'Lula', on: day, polarity: 'negative' })], 0],
  [
    'merely possible',
    [mention({ by: 'Lula', on: day, modality: 'possible' }), mention({ by: 'Lula', on: day, modality: 'conditional' })],
    0,
  ],
];

describe('joining reports of events', () => {
  it.each(happenings)('%s', (_, mentions, expected) => {
    const { rows, eventOf } = eventsOf(mentions, context);
    expect(rows).toHaveLength(expected);
    for (const row of rows) expect(() => events.row.parse(row)).not.toThrow();
    expect(new Set(eventOf.values())).toEqual(new Set(rows.map((row) => row.event_id)));
  });

  it('names what reports state differently', () => {
    const mentions = [
      mention({ ...attack, on: day, in: 'Maribor', by: 'gunmen', to: 'nine people' }),
      mention({ ...attack, on: day, in: 'Maribor', to: '11 people', modality: 'alleged', article: 'two' }),
    ];
    expect(eventsOf(mentions, context).rows).toEqual([
      expect.objectContaining({ actor: 'gunmen', differs: 'recipient | modality' }),
    ]);
    expect(eventsOf([mentions[0]!], context).rows[0]!.differs).toBeNull();
  });

  it('counts reports, articles and independent origins, and takes the place from its entity', () => {
    const copies = { ...context, originKeyOf: () => 'the wire' };
    const mentions = ['one', 'two', 'two'].map((article) => mention({ by: 'Lula', on: day, in: 'Maribor', article }));
    expect(eventsOf(mentions, copies).rows).toEqual([
      expect.objectContaining({
        mention_count: 3,
        article_count: 2,
        origin_count: 1,
        place: 'Maribor',
        country: 'SVN',
        date_start: day,
      }),
    ]);
  });

  it('does not depend on the order of the reports', () => {
    const pool = happenings.flatMap(([, mentions]) => mentions);
    const expected = eventsOf(pool, context);
    fc.assert(
      fc.property(fc.shuffledSubarray(pool, { minLength: pool.length }), (shuffled) => {
        const found = eventsOf(shuffled, context);
        expect(found.rows).toEqual(expected.rows);
        expect([...found.eventOf].sort()).toEqual([...expected.eventOf].sort());
      }),
      { numRuns: 30 },
    );
  });
});
