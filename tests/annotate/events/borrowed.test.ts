import { describe, expect, it } from 'vitest';
import { documentOf } from '../../document.ts';

/** For each event its trigger, day and place as printed, each with where it was found. */
const settings = (text: string) => {
  const document = documentOf(text, { published_on: '2026-05-14' });
  return document.events.map(({ start, end, time, timeFrom, place, placeFrom }) => [
    text.slice(start, end),
    time === null ? null : document.times[time]!.from,
    timeFrom,
    place === null ? null : text.slice(document.mentions[place]!.start, document.mentions[place]!.end),
    placeFrom,
  ]);
};

describe('date and place of an event whose sentence gives none', () => {
  it.each([
    [
      'of a like event in the paragraph before it',
      'A bomb exploded in Lima on Monday. The attack killed nine people.',
      ['killed', '2026-05-11', 'paragraph', 'Lima', 'paragraph'],
    ],
    [
      'the place of the dateline, never its day',
      'MARIBOR, Slovenia, May 14 (Northline) — Gunmen killed nine people at a market, police said.',
      ['killed', null, null, 'MARIBOR', 'dateline'],
    ],
    [
      'not of a happening elsewhere',
      'A bomb exploded in Lima on Monday. Gunmen killed four people in Cusco.',
      ['killed', null, null, 'Cusco', 'sentence'],
    ],
    [
      'not for what somebody says of it later',
      'A bomb exploded in Lima on Monday. The president condemned the attack.',
      ['condemned', null, null, null, null],
    ],
    [
      'not for what had happened before',
      'A bomb exploded in Lima on Monday. Gunmen had killed two people.',
      ['killed', null, null, null, null],
    ],
    [
      'not in another paragraph',
      'A bomb exploded in Lima on Monday.\n\nGunmen killed two people.',
      ['killed', null, null, null, null],
    ],
    [
      'no dateline for what happened in another country',
      'TALLINN, May 14 (Northline) — Gunmen killed nine people in Ukraine.',
      ['killed', null, null, 'Ukraine', 'sentence'],
    ],
  ])('%s: %s', (_, text, expected) => {
    expect(settings(text)).toContainEqual(expected);
  });
});
