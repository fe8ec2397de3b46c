import { expect, test } from 'vitest';
import { runBin } from '../fixtures/run-bin.ts';

test('a code is explained, whatever its letters', () => {
  const { code, stdout } = runBin(['explain', 'pck105']);
  expect(code).toBe(0);
  expect(stdout.split('\n').slice(0, 5)).toEqual([
    'PCK105: not-in-list',
    '',
    'Error. A value is not one of those its key takes.',
    '',
    'The list is closed, so that every reader knows what each value means.',
  ]);
});

test('codes of every format are explained', () => {
  const { code, stdout } = runBin(['explain', 'ATT101']);
  expect([code, stdout.split('\n')[0]]).toEqual([0, 'ATT101: key-without-effect']);
});

test('an unknown code is wrong usage', () => {
  expect(runBin(['explain', 'PCK1O5'])).toEqual({
    code: 2,
    stdout: '',
    stderr: 'packwright explain: there is no code "PCK1O5"\n  did you mean "PCK105"?\n',
  });
});

test('without a code all are listed, in order', () => {
  const lines = runBin(['explain']).stdout.trimEnd().split('\n');
  expect(lines).toContain('PCK105  error    A value is not one of those its key takes.');
  expect(lines).toEqual(lines.toSorted());
});
