import { describe, expect, it } from 'vitest';
import { extract } from '#pipeline/extract/index.ts';
import { documentOf, resources } from '../document.ts';

const traits = (text: string) =>
  extract(documentOf(text), resources()).rows.participants!.map((p) => [
    p.participant,
    p.sector,
    p.sector_basis,
    p.country,
    p.country_basis,
  ]);

describe('sector and country of participants', () => {
  it.each([
    ['Police arrested two journalists.', 'Police', ['police', 'description', null, 'none']],
    ['Police arrested two journalists.', 'two journalists', ['media', 'description', null, 'none']],
    ['Riot police arrested two union leaders.', 'two union leaders', ['labor', 'description', null, 'none']],
    ['Company officials accused the regulator.', 'Company officials', ['business', 'description', null, 'none']],
    ['Senior officials accused the regulator.', 'Senior officials', ['government', 'description', null, 'none']],
    ['Peruvian soldiers arrested two farmers.', 'Peruvian soldiers', ['military', 'description', 'PER', 'description']],
    [
      'Peru’s parliament condemned the arrest.',
      'Peru’s parliament',
      ['legislature', 'description', 'PER', 'description'],
    ],
    ['The court’s president condemned the arrest.', 'court’s president', ['courts', 'description', null, 'none']],
    ['Members of parliament condemned the strike.', 'Members', ['legislature', 'description', null, 'none']],
    ['Peruvian President Ana Kovač condemned the strike.', 'Ana Kovač', ['government', 'role', 'PER', 'role']],
    ['Opposition leader Ana Kovač condemned the strike.', 'Ana Kovač', ['opposition', 'role', null, 'none']],
    ['Slovenia condemned the attack.', 'Slovenia', [null, 'none', 'SVN', 'name']],
    ['NATO condemned the attack.', 'NATO', ['intergovernmental', 'name', null, 'none']],
    ['The French Senate condemned the attack.', 'French Senate', ['legislature', 'name', 'FRA', 'name']],
  ])('%s: %s', (text, participant, expected) => {
    expect(traits(text)).toContainEqual([participant, ...expected]);
  });

  it.each([
    ['Former Peruvian President Ana Kovač condemned the strike.', 'Ana Kovač'],
    ['Government critics accused the mayor.', 'Government critics'],
    ['Mira Horvat, president of Rovers FC, accused the mayor.', 'Mira Horvat'],
    ['Mira Horvat accused the mayor.', 'Mira Horvat'],
  ])('are empty where the words do not tell: %s', (text, participant) => {
    expect(traits(text)).toContainEqual([participant, null, 'none', null, 'none']);
  });
});
