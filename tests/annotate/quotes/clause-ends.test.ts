import { expect, it } from 'vitest';
import { quotesOf } from './quotes-of.ts';

it.each([
  // What the reporter sets beside it.
  ['Two members said they will not back the dam, as has Ana Kovač, the mayor.', 'they will not back the dam'],
  ['Novak said that the dam was safe, something that divers deny.', 'the dam was safe'],
  ['Novak backed the dam, saying most people want it, remarks that hurt him.', 'most people want it'],
  ['Novak said the dam had burst, although it was not clear when.', 'the dam had burst'],
  ['When Kovač said the dam is safe, the crowd did not cheer.', 'the dam is safe'],
  ['While only 7 percent said they are undecided, the town will vote in May.', 'they are undecided'],
  ['Polls show most voters rejecting the dam: the vote is in May.', 'most voters rejecting the dam'],
  ['Kovač said the dam would be mended by May, without giving details.', 'the dam would be mended by May'],
  // What belongs to it.
  [
    'Three divers who spoke with the Brest Post said the dam holds, rather than sinking into the mud.',
    'the dam holds, rather than sinking into the mud',
  ],
  ['The man was shot, police said, by an officer on patrol.', 'The man was shot by an officer on patrol'],
  ['The man was shot, police said, because he fired at them.', 'The man was shot because he fired at them'],
  ['There is no sign, Kovač said, of foul play.', 'There is no sign of foul play'],
  ['The man was shot, police said, after he fired at them.', 'The man was shot'],
  ['The dam was dead, she said, in a statement to Delta.', 'The dam was dead'],
  // Who speaks, and which verb.
  ['The town needs a dam, mayor Ana Kovač said at an event in Brest — a change of mind.', 'The town needs a dam'],
  ['It came one day after a Delta poll showed a narrow gap between them.', 'a narrow gap between them'],
  ['The council this week said it wants a vote.', 'it wants a vote'],
  ['The Delta average of polls shows Novak’s share has grown.', 'Novak’s share has grown'],
  ['Novak admitted taking the money from the box.', 'taking the money from the box'],
  ['The town renewed its calls for Delta to open the gates.', 'Delta to open the gates'],
  [
    'The mayor warned the owner not to open the dam, said a guard who was at the talks and spoke later.',
    'The mayor warned the owner not to open the dam',
  ],
])('%s', (text, words) => {
  expect(quotesOf(text).map((quote) => quote.slice(0, 2))).toEqual([['indirect', words]]);
});

it('gives one verb one quotation', () => {
  const text = '“Good dam,” Ana Kovač, the mayor, told Mr. Novak as he stopped to have his picture taken.';
  expect(quotesOf(text).map((quote) => quote.slice(0, 2))).toEqual([['direct', 'Good dam,']]);
});

it.each([
  ['As the mayor noted on Monday, the dam is old.', 'indirect', 'the dam is old', 'the mayor'],
  ['When asked if he would leave, Novak laughed.', 'indirect', 'if he would leave', '-'],
  ['The vote went on, with Ana Kovač saying the dam was safe.', 'indirect', 'the dam was safe', 'Ana Kovač'],
  ['Novak, the mayor, on Friday said the dam was safe.', 'indirect', 'the dam was safe', 'Novak'],
  ['Novak said because the dam is old, it may burst.', 'indirect', 'because the dam is old, it may burst', 'Novak'],
  [
    'Ana Kovač pointed to the high water as a sign of danger.',
    'indirect',
    'the high water as a sign of danger',
    'Ana Kovač',
  ],
  ['Novak called plans for a dam as of now “too slow.”', 'mixed', 'plans for a dam as of now too slow.', 'Novak'],
  ['The Council Leader, Ana Kovač, said on Friday the dam was old.', 'indirect', 'the dam was old', 'Ana Kovač'],
  [
    'However, she added, “there are no locked doors in the dam.”',
    'direct',
    'there are no locked doors in the dam.',
    'she',
  ],
  [
    'Divers praised the dam, as the walls are thin, while noting this kind of wall is needed by the town.',
    'indirect',
    'this kind of wall is needed by the town',
    'Divers',
  ],
  // Before the clause.
  ['Kovač said yesterday morning the road will be closed.', 'indirect', 'the road will be closed', 'Kovač'],
  ['Kovač wrote on Facebook the dam was old.', 'indirect', 'the dam was old', 'Kovač'],
  [
    'It was led by Ana Kovač, a doctor at the college, who said it had failed.',
    'indirect',
    'it had failed',
    'Ana Kovač',
  ],
  [
    'Ana Kovač speaking to the Delta Council think tank called the deal “null and void.”',
    'mixed',
    'the deal null and void.',
    'Ana Kovač',
  ],
  ['It told Delta that the dam is old.', 'indirect', 'the dam is old', 'It'],
  [
    'On Friday, the Harbour Office announced it closed the pier in June.',
    'indirect',
    'it closed the pier in June',
    'Harbour Office',
  ],
])('%s', (text, form, words, speaker) => {
  expect(quotesOf(text).map((quote) => quote.slice(0, 3))).toEqual([[form, words, speaker]]);
});
