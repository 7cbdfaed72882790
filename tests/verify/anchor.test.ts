import { describe, expect, it } from 'vitest';
import { contentKey } from '#pipeline/identity.ts';
import { lost } from '#pipeline/verify/anchor.ts';
import { codePointIndex } from '#pipeline/verify/code-points.ts';
import type { Row, Table } from '#schemas/table.ts';
import { mentions } from '#schemas/tables/index.ts';
import { exampleRow } from '../arbitrary.ts';

const text = codePointIndex('A wave 🌊 came. Ana Kovač said so.');
const start = 15;

const rowAt = (from: number, to: number, words: Row): Row => {
  const row: Row = { ...exampleRow(mentions), type: 'person', form: 'name', char_start: from, char_end: to, ...words };
  const key = contentKey('m', ['mentions', row.article_id!, from, to, 'person', 'name']);
  return { ...row, mention_id: key };
};
const shown = { quote: 'Ana Kovač', sentence: 'Ana Kovač said so.' };
const withheld = { quote: null, sentence: null };
const found = (row: Row) => lost(mentions as Table, row, text)?.column ?? null;

describe('a row', () => {
  it('is found where its words stand, also behind a character of two units', () => {
    expect(found(rowAt(start, start + 9, shown))).toBeNull();
  });

  it('without words is found by its offsets and its key', () => {
    expect(found(rowAt(start, start + 9, withheld))).toBeNull();
    expect(found({ ...rowAt(start, start + 9, withheld), char_start: start - 1 })).toBe('mention_id');
    expect(found({ ...rowAt(start, start + 9, withheld), form: 'pronoun' })).toBe('mention_id');
  });

  it.each([
    ['words that stand elsewhere', rowAt(start - 1, start + 8, shown), 'quote'],
    ['another sentence', rowAt(start, start + 9, { ...shown, sentence: 'Ana Kovač said no.' }), 'sentence'],
    ['a span of white space', rowAt(start - 1, start, withheld), 'char_start'],
    ['a span behind the end', rowAt(start, start + 90, withheld), 'char_end'],
  ])('with %s is not', (_name, row, column) => {
    expect(found(row)).toBe(column);
  });
});
