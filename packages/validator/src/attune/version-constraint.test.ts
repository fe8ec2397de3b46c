import { expect, test } from 'vitest';
import { parseVersionConstraint, type Version, versionIn } from './version-constraint.ts';

// Spec 3.7.
test.each<[text: string, fits: readonly Version[], doesNot: readonly Version[]]>([
  [
    '3.12',
    [
      [3, 12, 0],
      [3, 12, 9],
    ],
    [
      [3, 11, 9],
      [3, 13, 0],
    ],
  ],
  [
    '3',
    [
      [3, 0, 0],
      [3, 0, 9],
    ],
    [
      [3, 1, 0],
      [4, 0, 0],
    ],
  ],
  [
    'v3.12.1',
    [
      [3, 12, 1],
      [3, 12, 2],
    ],
    [[3, 12, 0]],
  ],
  ['=3.12', [[3, 12, 0]], [[3, 12, 1]]],
  ['= 3.12.1', [[3, 12, 1]], [[3, 12, 2]]],
  [
    '>=3.10',
    [
      [3, 10, 0],
      [3, 11, 7],
      [4, 0, 0],
    ],
    [[3, 9, 18]],
  ],
  ['>3.10', [[3, 10, 1]], [[3, 10, 0]]],
  [
    '<=3.10',
    [
      [3, 10, 0],
      [2, 7, 18],
    ],
    [[3, 10, 1]],
  ],
  ['<4', [[3, 99, 0]], [[4, 0, 0]]],
  ['~18.0', [[18, 0, 7]], [[18, 1, 0]]],
  [
    '~3.12.4',
    [
      [3, 12, 4],
      [3, 12, 5],
    ],
    [
      [3, 12, 3],
      [3, 13, 0],
    ],
  ],
  [
    '^3.10',
    [
      [3, 10, 0],
      [3, 99, 0],
    ],
    [
      [3, 9, 9],
      [4, 0, 0],
    ],
  ],
  [
    '^0.2.3',
    [
      [0, 2, 3],
      [0, 2, 9],
    ],
    [
      [0, 3, 0],
      [0, 2, 2],
    ],
  ],
  ['^0.0.3', [[0, 0, 3]], [[0, 0, 4]]],
  [
    ' >=3.10 , <3.13, ',
    [[3, 12, 9]],
    [
      [3, 13, 0],
      [3, 9, 0],
    ],
  ],
  ['>=3.9,>=3.11', [[3, 11, 0]], [[3, 10, 0]]],
  [
    '',
    [
      [0, 0, 0],
      [9, 9, 9],
    ],
    [],
  ],
])('%j', (text, fits, doesNot) => {
  const takes = parseVersionConstraint(text);
  expect(fits.map((version) => takes?.(version))).toEqual(fits.map(() => true));
  expect(doesNot.map((version) => takes?.(version))).toEqual(doesNot.map(() => false));
});

test.each(['>=3.10 <4', '3.x', '*', '==3.12', '3.12.1.2', 'latest', '>='])('%j is no constraint', (text) => {
  expect(parseVersionConstraint(text)).toBeUndefined();
});

test.each<[string, Version | undefined]>([
  ['Python 3.11.7', [3, 11, 7]],
  ['Python 3.13.0rc1+', [3, 13, 0]],
  ['v20.20.2', [20, 20, 2]],
  ['GNU bash, version 5.2.15(1)-release (x86_64-pc-linux-gnu)', [5, 2, 15]],
  ['nothing to say', undefined],
])('%j says %j', (text, version) => {
  expect(versionIn(text)).toEqual(version);
});
