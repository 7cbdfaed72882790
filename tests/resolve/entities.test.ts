import { describe, expect, it } from 'vitest';
import { extract } from '#pipeline/extract/index.ts';
import { joinEntities } from '#pipeline/resolve/entities.ts';
import { findStories, type Story } from '#pipeline/resolve/stories.ts';
import { documentOf, resources } from '../document.ts';

/** Sketches of articles; `origins` names the origin of each, else each has its own. */
function inputsOf(texts: readonly string[], origins: readonly string[] = []) {
  const sketches = texts.map((text, i) => {
    const published_on = `2026-05-1${i}`;
    const { article, shingles, entities, rows } = extract(
      documentOf(text, { url: `https://paper.example/${i}`, published_on }),
      resources(),
    );
    const mentionCount = new Map<string, number>();
    for (const { entity_id } of rows.mentions as { entity_id: string | null }[]) {
      if (entity_id !== null) mentionCount.set(entity_id, (mentionCount.get(entity_id) ?? 0) + 1);
    }
    return { article, shingles, entities, mentionCount };
  });
  const stories: ReadonlyMap<string, Story> = findStories(sketches);
  return sketches.map((s, i) => ({ ...s, originKey: origins[i] ?? stories.get(s.article.article_id)!.originKey }));
}

const rowOf = (texts: readonly string[], name: string, origins?: readonly string[]) =>
  joinEntities(inputsOf(texts, origins)).rows.filter((row) => row.name === name);

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
  expect(joinEntities([...inputs].reverse()).rows).toEqual(joinEntities(inputs).rows);
});
