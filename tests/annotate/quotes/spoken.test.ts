import { describe, expect, it } from 'vitest';
import { documentOf } from '../../document.ts';
import { quotesOf } from './quotes-of.ts';

describe('direct quotations', () => {
  it.each([
    ['“The river rose,” Kovač said.', 'The river rose,', 'Kovač', 'say'],
    ['“The river rose,” said Irena Golob, a baker from Ruše.', 'The river rose,', 'Irena Golob', 'say'],
    ['“They [the board] see it coming,” Kovač said, sighing.', 'They [the board] see it coming,', 'Kovač', 'say'],
    ['“Why did it break?” she asked.', 'Why did it break?', 'she', 'ask'],
    ['“It broke”, he added.', 'It broke', 'he', 'add'],
    ['Kovač said, “The river rose.”', 'The river rose.', 'Kovač', 'say'],
    ['Kovač told reporters: "The river rose."', 'The river rose.', 'Kovač', 'tell'],
    ['“We will rebuild,” the ministry said in a statement.', 'We will rebuild,', 'the ministry', 'say'],
    ['“We want boots,” its director, Petra Novak, told the board.', 'We want boots,', 'Petra Novak', 'tell'],
    ['“We want boots,” Petra Novak, who leads the group, said.', 'We want boots,', 'Petra Novak', 'say'],
    ['“The dam holds,” according to Nina Oblak.', 'The dam holds,', 'Nina Oblak', 'according to'],
    ['Kovač smiled and said, “The river fell.”', 'The river fell.', 'Kovač', 'say'],
    ['Ana Kovač: “The river fell.”', 'The river fell.', 'Ana Kovač', '-'],
  ])('%s', (text, words, speaker, cue) => {
    expect(quotesOf(text)).toEqual([['direct', words, speaker, cue]]);
  });

  it('reads a quotation split around its cue as one', () => {
    const text = '“If it rains,” Vidmar said, “we leave at once.”';
    expect(quotesOf(text)).toEqual([['direct', 'If it rains, we leave at once.', 'Vidmar', 'say']]);
    expect(documentOf(text).quotes[0]).toMatchObject({ start: 0, end: text.length });
  });

  it('gives the next sentence in marks to the same speaker', () => {
    expect(quotesOf('“It is gone,” Vidmar said on Friday. “We lost the bridge.”')).toEqual([
      ['direct', 'It is gone,', 'Vidmar', 'say'],
      ['direct', 'We lost the bridge.', 'Vidmar', 'say'],
    ]);
  });

  it('reads paragraphs that open with marks again as one', () => {
    expect(quotesOf('“It rose at night.\n\n“Nobody slept,” Vidmar said.')).toEqual([
      ['direct', 'It rose at night. Nobody slept,', 'Vidmar', 'say'],
    ]);
  });
});

describe('mixed quotations', () => {
  it.each([
    ['Noboa stayed firm, stating that “we need more soldiers.”', 'we need more soldiers.', 'Noboa', 'state'],
    [
      'Kovač said it would begin “as soon as the ground is dry.”',
      'it would begin as soon as the ground is dry.',
      'Kovač',
      'say',
    ],
    [
      'The captain “was at the wheel all night,” his lawyer, Stavros Melis, said.',
      'The captain was at the wheel all night,',
      'Stavros Melis',
      'say',
    ],
    ['Mia Rossi called the new bridge a “white elephant.”', 'the new bridge a white elephant.', 'Mia Rossi', 'call'],
    ['Richard Ross described the march as “very calm.”', 'the march as very calm.', 'Richard Ross', 'describe'],
    [
      'Noboa, who has already linked the gangs to their change into "armed bands," asked for help.',
      'armed bands,',
      'Noboa',
      'link',
    ],
  ])('%s', (text, words, speaker, cue) => {
    expect(quotesOf(text)).toEqual([['mixed', words, speaker, cue]]);
  });
});

it.each([
  ['“It rose,” he told BBC News.', 'BBC News', null],
  ['“It rose,” Kovač told reporters in Maribor.', null, 'reporters'],
  ['“It rose,” Kovač told parliament.', null, 'parliament'],
  ['“It rose,” the ministry said in a statement.', 'statement', null],
  ['“It rose,” Kovač said at a news conference on Friday.', 'news conference', null],
  ['“It rose,” Kovač told the Ruše Lamp.', 'Ruše Lamp', null],
])('knows through whom and to whom it was said: %s', (text, medium, addressee) => {
  expect(documentOf(text, { publisher: 'Ruše Lamp' }).quotes).toMatchObject([{ medium, addressee }]);
});

it('says how it knows the speaker', () => {
  const basis = (text: string) => documentOf(text).quotes.map((quote) => quote.speakerBasis);
  expect(basis('“It rose,” Ana Kovač said.')).toEqual(['name']);
  expect(basis('“It rose,” she said.')).toEqual(['pronoun']);
  expect(basis('“It rose,” a senior official said.')).toEqual(['nominal']);
});
