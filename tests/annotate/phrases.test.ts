import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findPhrases } from '#pipeline/annotate/phrases.ts';
import { documentOf } from '../document.ts';

/** Phrases of words with their tags; the head in angle brackets. */
function read(tagged: string): string[] {
  const tokens = tagged.split(' ').map((item, index) => {
    const [text = '', tag = '', pos = 'X'] = item.split('_');
    return { index, start: index, end: index + 1, text, lower: text.toLowerCase(), sentence: 0, pos, tag, lemma: text };
  });
  const sentences = [{ index: 0, block: 0, start: 0, end: tokens.length, firstToken: 0, endToken: tokens.length }];
  return findPhrases({ tokens, sentences }).map(({ firstToken, endToken, head }) =>
    tokens
      .slice(firstToken, endToken)
      .map(({ text, index }) => (index === head ? `<${text}>` : text))
      .join(' '),
  );
}

describe('phrases', () => {
  const cases: [tagged: string, phrases: string[]][] = [
    ['the_DT rising_VBG gang_NN violence_NN fell_VBD', ['the rising gang <violence>']],
    ["Ecuador_NNP 's_POS president_NN spoke_VBD", ['<Ecuador>', "'s <president>"]],
    ['a_DT 16_CD -_HYPH month_NN -_HYPH old_JJ child_NN', ['a 16 - month - old <child>']],
    ['he_PRP met_VBD him_PRP', ['<he>', '<him>']],
    ['$_$ 3_CD bn_NN and_CC 781_CD', ['$ 3 <bn>', '<781>']],
    ['in_IN restoring_VBG order_NN', ['<order>']],
    ['against_IN organized_VBN crime_NN', ['organized <crime>']],
    ['the_DT poor_JJ said_VBD this_DT_PRON', ['the <poor>', '<this>']],
    ['very_RB large_JJ and_CC loud_JJ dogs_NNS barked_VBD', ['very large and loud <dogs>']],
    ['our_PRP$ Armed_JJ Forces_NNS', ['our Armed <Forces>']],
    ['Latin_NNP_PROPN America_NNP_PROPN Daily_JJ Briefing_NN', ['Latin America Daily <Briefing>']],
    ['violence_NN new_JJ and_CC loud_JJ', ['<violence>']],
    ['it_PRP is_VBZ very_RB large_JJ', ['<it>']],
    ['Route_NNP 62_CD ,_, which_WDT', ['<Route> 62']],
    ['all_PDT the_DT very_RB best_JJS men_NNS', ['all the very best <men>']],
  ];
  it.each(cases)('%s', (tagged, phrases) => {
    expect(read(tagged)).toEqual(phrases);
  });

  it('lie in order, each with its head', () => {
    const tags = 'DT PDT PRP$ POS PRP JJ JJS VBN VBG RB NN NNP CD $ HYPH SYM CC , IN VB'.split(' ');
    const item = fc.constantFrom(...tags).map((tag) => `${tag === ',' ? ',' : 'Ab'}_${tag}`);
    fc.assert(
      fc.property(fc.array(item, { minLength: 1, maxLength: 12 }), (items) => {
        expect(read(items.join(' ')).every((phrase) => /<.+>/.test(phrase))).toBe(true);
        const words = read(items.join(' '))
          .join(' ')
          .split(' ')
          .filter((word) => word !== '');
        expect(words.length).toBeLessThanOrEqual(items.length);
      }),
    );
  });

  it('read what the tagger says', () => {
    const { text, phrases } = documentOf('The old mayor of Maribor praised her brave rescue teams.');
    expect(phrases.map(({ start, end }) => text.slice(start, end))).toEqual([
      'The old mayor',
      'Maribor',
      'her brave rescue teams',
    ]);
  });
});
