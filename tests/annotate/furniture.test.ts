import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { findBlocks } from '#pipeline/annotate/blocks/index.ts';
import { articleOf, resources } from '../document.ts';

const kindOf = (line: string): string => findBlocks(articleOf(line), resources().layout)[0]!.kind;

const negative = readFileSync(new URL('../negative/furniture.txt', import.meta.url), 'utf8');
it.each(negative.split('\n').filter((line) => line !== '' && !line.startsWith('#')))('a paragraph: %s', (line) => {
  expect(kindOf(line)).toBe('paragraph');
});

const cases: [line: string, kind: string][] = [
  ['Watch coverage of the mayor’s speech.', 'boilerplate'],
  ['ADVERTISEMENT', 'boilerplate'],
  ['Read more: What the flood left', 'boilerplate'],
  ['[Read more…]', 'boilerplate'],
  ['(Reporting by Jane Doe; Editing by John Roe)', 'boilerplate'],
  ['© 2026 The Paper. All rights reserved.', 'boilerplate'],
  ['BY JANE DOE', 'boilerplate'],
  ['Photo: Jane Doe', 'caption'],
  ['Soldiers in Ruše. (AP Photo/Jane Doe)', 'caption'],
];
it.each(cases)('%s is %s', (line, kind) => {
  expect(kindOf(line)).toBe(kind);
});
