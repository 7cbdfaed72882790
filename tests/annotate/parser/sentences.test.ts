import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { loadWordClasses } from '#pipeline/annotate/linear/word-classes.ts';
import { loadParser, parseSentence } from '#pipeline/annotate/parser/index.ts';
import { loadTagger, tagSentence } from '#pipeline/annotate/tagger/index.ts';

const classes = loadWordClasses(readFileSync('pipeline/resources/models/words.bin'));

const tagger = loadTagger(readFileSync('pipeline/resources/models/pos.bin'), classes);
const model = loadParser(readFileSync('pipeline/resources/models/parser.bin'), classes);

/** The tree as `relation(head, dependent)`, in the order of the dependents. */
function arcs(sentence: string): string[] {
  const words = sentence.split(' ');
  const { pos, tag } = tagSentence(tagger, words);
  const { head, relation } = parseSentence(model, words, pos, tag);
  return words.map((word, at) => `${relation[at]}(${words[head[at]!] ?? '-'}, ${word})`);
}

describe('parseSentence', () => {
  it.each<[string, string[]]>([
    [
      'The ministry said 41 people were killed on Tuesday .',
      [
        'nsubj(said, ministry)',
        'ccomp(said, killed)',
        'nsubj:pass(killed, people)',
        'nummod(people, 41)',
        'root(-, said)',
      ],
    ],
    [
      'Heavy rain closed three roads near Valparaíso .',
      ['amod(rain, Heavy)', 'nsubj(closed, rain)', 'obj(closed, roads)', 'case(Valparaíso, near)'],
    ],
    [
      'Police arrested two men and a woman in Porto .',
      ['nsubj(arrested, Police)', 'obj(arrested, men)', 'conj(men, woman)', 'cc(woman, and)', 'root(-, arrested)'],
    ],
    [
      'The bridge was destroyed by rebels .',
      ['nsubj:pass(destroyed, bridge)', 'aux:pass(destroyed, was)', 'obl:agent(destroyed, rebels)', 'case(rebels, by)'],
    ],
    [
      "The mayor 's office will publish its report next week .",
      ['nmod:poss(office, mayor)', 'nsubj(publish, office)', 'aux(publish, will)', 'obj(publish, report)'],
    ],
    [
      'Inflation rose to 3.2 % in March .',
      ['nsubj(rose, Inflation)', 'obl(rose, %)', 'nummod(%, 3.2)', 'obl(rose, March)'],
    ],
    [
      'She did not expect the vote to pass .',
      ['nsubj(expect, She)', 'aux(expect, did)', 'advmod(expect, not)', 'root(-, expect)', 'mark(pass, to)'],
    ],
    [
      'The bank , which has 300 branches , is based in Oslo .',
      ['acl:relcl(bank, has)', 'obj(has, branches)', 'root(-, based)', 'obl(based, Oslo)'],
    ],
    [
      'Two officers were wounded when a bomb exploded outside the station .',
      ['nsubj:pass(wounded, officers)', 'advcl(wounded, exploded)', 'nsubj(exploded, bomb)', 'obl(exploded, station)'],
    ],
    [
      'Karin Holm , the chief executive , resigned .',
      ['flat(Karin, Holm)', 'appos(Karin, executive)', 'nsubj(resigned, Karin)', 'root(-, resigned)'],
    ],
    [
      'The party promised to cut taxes if it wins the election .',
      ['xcomp(promised, cut)', 'obj(cut, taxes)', 'nsubj(wins, it)', 'mark(wins, if)', 'obj(wins, election)'],
    ],
    [
      'The teachers called off a strike in Quito .',
      ['nsubj(called, teachers)', 'compound:prt(called, off)', 'obj(called, strike)'],
    ],
    [
      'The ferry ( built in 1962 ) sank off Cebu .',
      ['punct(built, ()', 'punct(built, ))', 'nsubj(sank, ferry)', 'root(-, sank)'],
    ],
  ])('finds heads and relations: %s', (sentence, expected) => {
    expect(arcs(sentence)).toEqual(expect.arrayContaining(expected));
  });
});
