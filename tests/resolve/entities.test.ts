import { describe, expect, it } from 'vitest';
import { extract } from '#pipeline/extract/index.ts';
import { unpackShingles } from '#pipeline/extract/shingles.ts';
import { loadEntityWords } from '#pipeline/resources/entity-words.ts';
import { documentOf, readResource, resources } from '../document.ts';
import { entitiesOf, storiesOf } from './joined.ts';

/** Sketches of articles; `origins` names the origin of each, else each has its own. */
function inputsOf(texts: readonly string[], origins: readonly string[] = []) {
  const sketches = texts.map((text, i) => {
    const published_on = `2026-05-1${i}`;
    const { article, shingles, entities, rows } = extract(
      documentOf(text, { url: `https://paper.example/${i}`, published_on }),
      resources(),
    );
    const mention_count: Record<string, number> = {};
    for (const { entity_id } of rows.mentions as { entity_id: string | null }[]) {
      if (entity_id !== null) mention_count[entity_id] = (mention_count[entity_id] ?? 0) + 1;
    }
    return { article, shingles: unpackShingles(shingles), entities, mention_count };
  });
  const stories = storiesOf(sketches);
  return sketches.map((s, i) => ({ ...s, originKey: origins[i] ?? stories.get(s.article.article_id)!.originKey }));
}

const words = loadEntityWords(readResource);

const rowOf = (texts: readonly string[], name: string, origins?: readonly string[]) =>
  entitiesOf(inputsOf(texts, origins), words).filter((row) => row.name === name);

describe('joins', () => {
  it('the same full name', () => {
    expect(rowOf(['Mayor Ana Salcedo left. Salcedo ran.', 'Minister Ana Salcedo spoke.'], 'Ana Salcedo')).toMatchObject(
      [
        {
          ...{ link_basis: 'corpus', mention_count: 3, article_count: 2, origin_count: 2, aliases: 'Salcedo' },
          ...{ first_published_on: '2026-05-10', last_published_on: '2026-05-11' },
        },
      ],
    );
  });

  it('a gazetteer entry under any of its names', () => {
    const rows = rowOf(['The U.S. agreed.', 'The United States agreed.'], 'United States');
    expect(rows).toMatchObject([{ link_basis: 'gazetteer', aliases: 'U.S.', mention_count: 2 }]);
  });

  it('an acronym with the one expansion that an article prints', () => {
    const texts = ['The Guild of Ferry Crews (GFC) struck.', 'The firm GFC closed.'];
    expect(rowOf(texts, 'Guild of Ferry Crews')).toMatchObject([{ article_count: 2, mention_count: 3 }]);
  });

  it('a surname with the full name of another article of the same origin', () => {
    const texts = ['Mayor Ana Salcedo left.', 'Mayor Salcedo left.'];
    expect(rowOf(texts, 'Ana Salcedo', ['wire', 'wire'])).toMatchObject([{ article_count: 2 }]);
    expect(rowOf(texts, 'Ana Salcedo', ['one', 'two'])).toMatchObject([{ article_count: 1 }]);
    expect(rowOf(texts, 'Salcedo', ['one', 'two'])).toMatchObject([{ article_count: 1, link_basis: 'document' }]);
  });
});

it('leaves an acronym open that two organizations have', () => {
  const texts = [
    'The Guild of Ferry Crews (GFC) struck.',
    'The Guild of Flour Cooks (GFC) ate.',
    'The firm GFC closed.',
  ];
  expect(rowOf(texts, 'GFC')).toMatchObject([{ article_count: 1 }]);
});

it('does not depend on the order of articles', () => {
  const inputs = inputsOf(['Mayor Ana Salcedo left Peru.', 'Minister Ana Salcedo spoke.', 'The U.S. agreed.']);
  expect(entitiesOf([...inputs].reverse(), words)).toEqual(entitiesOf(inputs, words));
});

describe('two persons of one name', () => {
  const minister = 'Interior Minister Ana Salcedo spoke of the budget.';
  const midfielder = 'Midfielder Ana Salcedo scored twice.';
  const idsOf = (texts: readonly string[], origins?: readonly string[]) =>
    rowOf(texts, 'Ana Salcedo', origins).map(({ role, article_count }) => [role, article_count]);

  it('stay two where their walks of life differ and no article joins them', () => {
    const ids = idsOf([minister, midfielder, 'Midfielder Ana Salcedo was hurt.', 'Minister Ana Salcedo left.']);
    expect(ids.sort()).toEqual([
      ['Interior Minister', 2],
      ['Midfielder', 2],
    ]);
  });

  it('are one where an article calls her both', () => {
    const both = 'Minister Ana Salcedo spoke. Ana Salcedo, a former midfielder, smiled.';
    expect(idsOf([minister, midfielder, both])).toHaveLength(1);
  });

  it('are one where the articles name the same other person', () => {
    const others = [`${minister} Tomas Vidal agreed.`, `${midfielder} Tomas Vidal clapped.`];
    expect(idsOf(others)).toHaveLength(1);
  });

  it('are one where the articles go back to one origin', () => {
    expect(idsOf([minister, midfielder], ['wire', 'wire'])).toHaveLength(1);
  });

  it('leave a third open who could be either', () => {
    const ids = idsOf([minister, midfielder, 'Ana Salcedo bought a house.']);
    expect(ids).toHaveLength(3);
  });

  it('go with whom their articles name', () => {
    const texts = [
      `${minister} Tomas Vidal agreed.`,
      midfielder,
      'Tomas Vidal said that Ana Salcedo had bought a house.',
    ];
    expect(idsOf(texts).sort()).toEqual([
      ['Interior Minister', 2],
      ['Midfielder', 1],
    ]);
  });
});

describe('organizations that articles call by one word', () => {
  const full = 'The firm Calder Systems sacked Tomas Vidal. Ana Salcedo sued the firm Calder.';

  it('are the one whose full name other articles shorten so, where both name the same person', () => {
    const rows = rowOf([full, 'Tomas Vidal sued the firm Calder.'], 'Calder Systems');
    expect(rows).toMatchObject([{ article_count: 2, link_basis: 'corpus', aliases: 'Calder' }]);
  });

  it('stay apart where the articles name nobody in common', () => {
    expect(rowOf([full, 'The firm Calder closed its mill.'], 'Calder')).toMatchObject([{ article_count: 1 }]);
  });

  it('stay apart where two full names fit as well', () => {
    const texts = [
      full,
      'The firm Calder Mining paid Tomas Vidal. He left the firm Calder.',
      'Tomas Vidal left the firm Calder.',
    ];
    expect(rowOf(texts, 'Calder')).toMatchObject([{ article_count: 1 }]);
  });

  it('are one without a full name where both articles name two others', () => {
    const texts = [
      'The firm Calder sued Tomas Vidal and Ana Salcedo.',
      'Ana Salcedo and Tomas Vidal left the firm Calder.',
    ];
    expect(rowOf(texts, 'Calder')).toMatchObject([{ article_count: 2, link_basis: 'corpus' }]);
    const one = [texts[0]!, 'Ana Salcedo left the firm Calder.'];
    expect(rowOf(one, 'Calder')).toHaveLength(2);
  });

  it('are no branch that has the word in its own name', () => {
    const texts = ['The firm GFC Systems struck. The firm GFC paid.', 'The firm GFC closed.'];
    expect(rowOf(texts, 'GFC Systems')).toMatchObject([{ article_count: 1, aliases: 'GFC' }]);
    expect(rowOf(texts, 'GFC')).toMatchObject([{ article_count: 1 }]);
  });
});
