import { expect, it } from 'vitest';
import { quotesOf } from './quotes-of.ts';

it.each([
  // A past tense that reads like a participle.
  ['Ana Kovač, a hydrologist, warned at the weekly meeting that the dam may fail.', 'the dam may fail', 'Ana Kovač'],
  ['Novak, the town’s mayor, called on residents to leave the valley.', 'residents to leave the valley', 'Novak'],
  ['He’s said he gets his water from the old well.', 'he gets his water from the old well', 'He'],
  ['The council has backed the plan but has since said it now wants a vote.', 'it now wants a vote', 'The council'],
  // Nouns that report.
  ['Her main claim is that the dam was never inspected.', 'the dam was never inspected', 'Her'],
  ['It was a report by Reuters that the dam had failed.', 'the dam had failed', 'Reuters'],
  ['The union renewed its call for a public inquiry into the flood.', 'a public inquiry into the flood', 'its'],
  ['Kovač’s claim that the dam was safe has angered the town.', 'the dam was safe', 'Kovač'],
  // Relative clauses that somebody says.
  ['The flood, which the mayor said had hurt the town, began in May.', 'had hurt the town', 'the mayor'],
  ['They ended a strike that two managers said could close the mill.', 'could close the mill', 'two managers'],
  // Names put on something, faults.
  ['Kovač slammed the plan as too costly for the town.', 'the plan as too costly for the town', 'Kovač'],
  ['Kovač calls herself a cautious engineer.', 'herself a cautious engineer', 'Kovač'],
  // What is told.
  ['Police reported no arrests in the town.', 'no arrests in the town', 'Police'],
  ['Kovač cited a study of ten dams by the college, a rival of hers.', 'a study of ten dams by the college', 'Kovač'],
  ['Novak complained of the noise he hears at night.', 'the noise he hears at night', 'Novak'],
  ['She called for stricter rules in schools.', 'stricter rules in schools', 'She'],
  // Asides.
  ['The truth, says Ana Kovač, a diver, is that nobody looked.', 'The truth is that nobody looked', 'Ana Kovač'],
  ['The truth, as Novak later admitted, was far simpler.', 'The truth was far simpler', 'Novak'],
  ['They left because, according to police, the dam was unsafe.', 'the dam was unsafe', 'police'],
  ['The paper quoted Novak as saying the dam was unsafe.', 'the dam was unsafe', 'Novak'],
  ['He is under fire after saying in a debate that he likes floods.', 'he likes floods', 'He'],
])('%s', (text, words, speaker) => {
  expect(quotesOf(text).map((quote) => quote.slice(0, 3))).toEqual([['indirect', words, speaker]]);
});

it.each([
  ['Kovač thinks the dam is a “time bomb” for the town.', 'mixed', 'the dam is a time bomb for the town', 'Kovač'],
  ['Kovač called him “weak” and “careless.”', 'mixed', 'him weak and careless.', 'Kovač'],
  ['In what Novak called “a long night,” the dam held.', 'mixed', 'a long night,', 'Novak'],
  ['Kovač called that report Friday a “bold lie.”', 'mixed', 'that report Friday a bold lie.', 'Kovač'],
  ['Kovač gave a short reply: “We will not leave our town.”', 'direct', 'We will not leave our town.', 'Kovač'],
  [
    'The vote comes a week after Novak told the Times he was “not ready” to leave, which hurt him.',
    'mixed',
    'he was not ready to leave',
    'Novak',
  ],
])('%s', (text, form, words, speaker) => {
  expect(quotesOf(text).map((quote) => quote.slice(0, 3))).toEqual([[form, words, speaker]]);
});

it.each([
  ['Kovač said the dam would stay, prompting a protest in the town.', 'the dam would stay'],
  ['Kovač said the dam would hold while critics warned of a flood.', 'the dam would hold'],
  [
    'Owners say that a new dam would only cost more and set a bad example.',
    'a new dam would only cost more and set a bad example',
  ],
])('ends where somebody else goes on: %s', (text, words) => {
  expect(quotesOf(text)[0]!.slice(0, 2)).toEqual(['indirect', words]);
});

it('reads who speaks in a headline', () => {
  expect(quotesOf('Poll: Most voters want a new dam\n\nThe town votes in May.')[0]!.slice(0, 3)).toEqual([
    'indirect',
    'Most voters want a new dam',
    'Poll',
  ]);
});
