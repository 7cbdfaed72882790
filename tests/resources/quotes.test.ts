import { expect, it } from 'vitest';
import { readQuoteLexicon } from '#pipeline/resources/quotes.ts';

it('reads forms, frames and media', () => {
  const lexicon = readQuoteLexicon(
    'point out, pointed out | direct clause # a comment\n',
    'news conference\nTimes\n',
    'claim, claims | that\n',
  );
  expect(lexicon.cues.get('pointed')).toEqual([
    { lemma: 'point out', rest: ['out'], frames: new Set(['direct', 'clause']) },
  ]);
  expect(lexicon.media.get('conference')).toEqual(['news conference']);
  expect([...lexicon.outlets]).toEqual(['Times']);
});

it.each(['say', 'say |', 'say | loudly', '| direct', 'say | direct | clause'])('refuses the line %s', (line) => {
  expect(() => readQuoteLexicon(`# head\n${line}\n`, '', '')).toThrow(
    /quote-cues\.txt:2: .*write forms, a bar and frames/,
  );
});
