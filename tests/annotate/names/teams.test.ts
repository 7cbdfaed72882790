import { describe, expect, test } from 'vitest';
import { documentOf } from '../../document.ts';

/** `type name` of every name, in text order. */
function namesOf(text: string): string[] {
  return documentOf(text).names.map(({ type, start, end }) => `${type} ${text.slice(start, end)}`);
}

const league =
  'The striker scored twice in the second half of the league match. The goalkeeper was sent off and the coach praised the fans.';

describe('towns and their teams', () => {
  test('a town that wins, plays or has a manager is its team', () => {
    const names = namesOf(`Sunderland beat Burnley 3-1 on Saturday. ${league} Burnley manager Petra Novak was angry.`);
    expect(names.filter((name) => /Sunderland|Burnley/.test(name))).toEqual([
      'organization Sunderland',
      'organization Burnley',
      'organization Burnley',
    ]);
  });

  test.each([
    ['Sunderland are bottom of the table.', 'organization Sunderland'],
    ['They drew 2-2 with Sunderland.', 'organization Sunderland'],
    ['It was a fine win over Sunderland.', 'organization Sunderland'],
    ['Sunderland 2 Burnley 0.', 'organization Sunderland'],
    ['The former Sunderland captain has retired.', 'organization Sunderland'],
  ])('%s', (sentence, name) => {
    expect(namesOf(`${league} ${sentence}`)).toContain(name);
  });

  test('the town stays a town where something happens in it', () => {
    const names = namesOf(
      `${league} Sunderland lost 1-0 to Burnley. The trains in Sunderland were full after the match.`,
    );
    expect(names.filter((name) => name.endsWith('Sunderland'))).toEqual([
      'organization Sunderland',
      'place Sunderland',
    ]);
  });

  test.each([
    'The council of Sunderland voted on Tuesday. Sunderland won a grant of £3m. The mayor praised the town.',
    `${league} The match was played in Sunderland.`,
    'Sunderland manager Petra Novak of the bank said that prices had risen in the region.',
  ])('no team: %s', (text) => {
    expect(namesOf(text).filter((name) => name.startsWith('organization Sunderland'))).toEqual([]);
  });

  test('a person called like a town is no team', () => {
    const names = namesOf(`${league} Rick Burnley beat the defender twice. Burnley scored in the last minute.`);
    expect(names).not.toContain('organization Burnley');
  });

  test('countries play under their own names', () => {
    expect(namesOf(`${league} France beat Ireland 2-1.`)).toContain('place France');
  });

  test('the team is an organization of sport, without the coordinates of the town', () => {
    const { entities } = documentOf(`Sunderland beat Burnley 3-1 on Saturday. ${league}`);
    const team = entities.find(({ name }) => name === 'Sunderland');
    expect(team).toMatchObject({ type: 'organization', subtype: 'sport', latitude: null, gazetteer_id: null });
  });
});
