import { expect, test } from 'vitest';
import { documentOf, resources } from '../document.ts';
import type { SpecCase } from './specs/cases.ts';
import { judge } from './specs/judge.ts';
import { numbersIn, percentagesIn } from './specs/numbers.ts';
import { timesIn, withCapitals } from './specs/times.ts';

const number = (text: string, value: string) => ({ type: 'number', text, resolution: { value } });
const spec = (text: string, results: SpecCase['results']): SpecCase => ({ id: 'x', text, results });

test.each<[string, SpecCase['results'], string]>([
  ['It is minus five.', [number('five', '-5')], 'passed'],
  ['It is two and a half.', [number('two and a half', '2.5')], 'passed'],
  ['It is nine point nought four.', [number('nine point nought four', '9.04')], 'passed'],
  ['It is five.', [number('five', '6')], 'other value'],
  ['It is five.', [], 'found besides'],
  ['It is here.', [number('here', '1')], 'missed'],
])('%s is judged', (text, results, verdict) => {
  expect(judge(spec(text, results), numbersIn(documentOf(text), resources()))).toBe(verdict);
});

test('a unit without a number is not asked for', () => {
  const text = 'It lost 10 percent, a percentage.';
  const results = [number('10 percent', '10%'), number('percentage', 'null')];
  expect(judge(spec(text, results), percentagesIn(documentOf(text)))).toBe('passed');
});

test('a range of days is the same as the days it names', () => {
  const text = 'It opened in May 2024.';
  const resolution = { values: [{ timex: '2024-05', type: 'daterange', start: '2024-05-01', end: '2024-06-01' }] };
  const found = timesIn(documentOf(text));
  expect(judge(spec(text, [{ type: 'daterange', text: 'May 2024', resolution }]), found)).toBe('passed');
});

test('capitals are put where English writes them', () => {
  expect(withCapitals('on friday, may 3 2020')).toBe('on Friday, May 3 2020');
});
