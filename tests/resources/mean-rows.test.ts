import { expect, test } from 'vitest';
import { meanRows } from '#pipeline/resources/train/mean-rows.ts';

test('weights of several trainings are averaged; what only one learned is small, and falls', () => {
  const first = [
    { key: 1, labels: [0, 2], values: [10, -9] },
    { key: 2, labels: [1], values: [8] },
  ];
  const second = [
    { key: 1, labels: [2, 5], values: [-20, 30] },
    { key: 3, labels: [1], values: [9] },
  ];
  expect(meanRows([first, second], 5)).toEqual([
    { key: 1, labels: [0, 2, 5], values: [5, -14, 15] },
    { key: 3, labels: [1], values: [5] },
  ]);
  expect(meanRows([first], 9)).toEqual([{ key: 1, labels: [0, 2], values: [10, -9] }]);
});
