import { describe, expect, it } from 'vitest';
import { documentOf } from '../../document.ts';
import { shown } from './shown.ts';

/** Rules by which PLOVER decides between types; each sentence with the PLOVER events that it states. */
const cases: readonly (readonly [rule: string, sentence: string, ...events: Readonly<Record<string, string>>[]])[] = [
  [
    'future cooperation is an agreement',
    'Peru said it would send medicine to Malawi.',
    { type: 'AGREE', actor: 'Peru', recipient: 'Malawi', held: 'planned', tense: 'future' },
  ],
  [
    'a coming meeting is an agreement',
    'Ana Ruiz will meet Luis Vega in Lima.',
    { type: 'AGREE', actor: 'Ana Ruiz', recipient: 'Luis Vega', held: 'planned' },
  ],
  [
    'willingness is an agreement',
    'Norway is willing to withdraw its troops from Mali.',
    { type: 'AGREE', quote: 'is willing to', actor: 'Norway', recipient: 'Mali', held: 'actual' },
  ],
  [
    'a threat is aimed at the place of what is threatened',
    'Norway threatened to ban the vote in Mali.',
    { type: 'THREATEN restrict', actor: 'Norway', recipient: 'Mali', held: 'actual' },
  ],
  [
    'willingness to harm is a threat',
    'Norway is prepared to impose sanctions on Mali.',
    { type: 'THREATEN relations', actor: 'Norway', recipient: 'Mali', held: 'actual' },
  ],
  [
    'an announced retreat is a concession',
    'France announced a withdrawal from Niger.',
    { type: 'CONCEDE', actor: 'France', recipient: 'Niger' },
  ],
  [
    'announced harm is a threat',
    'The union said it would boycott the vote.',
    { type: 'THREATEN', actor: 'union', held: 'planned' },
  ],
  [
    'what one will not give is refused',
    'Hungary said it would not send troops to Mali.',
    // Moving troops is no gift: nothing is refused here that PLOVER knows of.
    { type: 'MOBILIZE troops', held: 'not planned' },
  ],
  [
    'a retreat that one will not make is refused',
    'The rebels said they would not release the hostages.',
    { type: 'REJECT yield', actor: 'rebels', recipient: 'hostages', held: 'actual' },
  ],
  [
    'what another must do is demanded',
    'Chile said that Peru must reopen the border.',
    { type: 'REQUEST', actor: 'Chile', recipient: 'Peru', held: 'actual' },
  ],
  [
    'what is asked for is no event beside the request',
    'Haiti has requested military support from Kenya.',
    { type: 'REQUEST assist', actor: 'Haiti', recipient: 'Kenya', topic: 'military support', held: 'actual' },
  ],
  [
    'what is refused is no event beside the refusal',
    'The army refused to lift the siege of the town.',
    { type: 'REJECT yield', actor: 'army', topic: 'lift the siege of the town', held: 'actual' },
  ],
  [
    'a rescue is aid',
    'Soldiers rescued two hostages near Goma.',
    { type: 'AID', actor: 'Soldiers', recipient: 'two hostages' },
  ],
  ['a warrant is a threat', 'The court issued a warrant for the banker.', { type: 'THREATEN arrest', actor: 'court' }],
  [
    'captured combatants are abducted',
    'Rebels captured six soldiers on Monday.',
    { type: 'ASSAULT abduct', actor: 'Rebels', recipient: 'six soldiers' },
  ],
  [
    'an exercise of one country mobilizes',
    'The navy held an exercise in May.',
    { type: 'MOBILIZE troops', actor: 'navy' },
  ],
  [
    'a joint exercise is cooperation',
    'Peru held an exercise with Chile in May.',
    { type: 'COOPERATE', actor: 'Peru', recipient: 'Chile' },
  ],
  [
    'who is not let in is refused',
    'Norway denied entry to the captain.',
    { type: 'REJECT yield', actor: 'Norway', recipient: 'captain' },
  ],
  [
    'a summoned ambassador is a complaint',
    'Spain summoned the ambassador to protest.',
    { type: 'ACCUSE disapprove', actor: 'Spain' },
  ],
];

const others = new Set(['HAZARD', 'ACCIDENT', 'CRIME', 'LEGAL', 'ELECTION', 'APPOINT', 'BUSINESS', 'DEATH']);

describe("PLOVER's rules between types", () => {
  it.each(cases.map(([rule, sentence, ...events]) => ({ rule, sentence, events })))(
    '$rule: $sentence',
    ({ sentence, events }) => {
      const document = documentOf(sentence, { published_on: '2026-05-14' });
      const found = document.events.filter((e) => !others.has(e.type)).map((e) => shown(document, e));
      expect(found).toEqual(events.map((event) => expect.objectContaining(event)));
    },
  );
});
