import { expect, it } from 'vitest';
import { article } from '#schemas/stages/article.ts';
import { articleOf, documentOf, resources } from './document.ts';

it('makes articles that the contract accepts', () => {
  expect(article.parse(articleOf('Rain fell.', { title: 'Rain' })).title).toBe('Rain');
});

it('annotates a text as it stands', () => {
  expect(documentOf('Rain fell.\n').text).toBe('Rain fell.\n');
});

it('reads the resources once', () => {
  expect(resources()).toBe(resources());
});
