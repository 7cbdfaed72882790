import { expect, test } from 'vitest';
import { admit, placeOf } from '#pipeline/run/admit.ts';
import { failure } from '#pipeline/run/failure.ts';
import { articleOf } from '../document.ts';

test('a line of a file that holds many articles is told from a file whose name holds #', () => {
  expect(placeOf('a/wires.jsonl#12')).toEqual({ source_file: 'a/wires.jsonl', record: 12 });
  expect(placeOf('a/wires.ndjson.gz#3')).toEqual({ source_file: 'a/wires.ndjson.gz', record: 3 });
  expect(placeOf('notes#4.txt')).toEqual({ source_file: 'notes#4.txt', record: null });
});

test('the first of two articles with one text gets in, the second names it', () => {
  const first = articleOf('Rain fell.', { source_file: 'a.txt' });
  const again = articleOf('Rain fell.', { source_file: 'wires.jsonl#2' });
  const [kept, refused] = [...admit([first, again])];
  expect(kept).toBe(first);
  expect(refused).toMatchObject({ source_file: 'wires.jsonl', record: 2, reason_code: 'same_text' });
  expect((refused as { message: string }).message).toContain(`a.txt (${first.article_id})`);
});

test('an input on which the program fails becomes a reject with its line', () => {
  const reject = failure('wires.jsonl#7', 'extract', null, new Error('no such label'));
  expect(reject).toMatchObject({ source_file: 'wires.jsonl', record: 7, reason_code: 'internal_error' });
  expect(reject.message).toContain('no such label');
});
