import type { Diagnostic, TextEdit } from '@packwright/validator';
import { expect, test } from 'vitest';
import { applyFixes } from './apply-fixes.ts';

const edit = (start: number, end: number, newText: string, file = 'a.yaml'): TextEdit => ({
  file,
  span: { start, end },
  newText,
});

const fixed = (...edits: TextEdit[]): Diagnostic => ({
  code: 'PCK105',
  severity: 'error',
  file: 'a.yaml',
  span: { start: 0, end: 0 },
  message: 'm',
  fix: { title: 't', edits },
});

const apply = (texts: Record<string, string>, ...diagnostics: Diagnostic[]) => {
  const { texts: changed, fixes } = applyFixes(diagnostics, new Map(Object.entries(texts)));
  return { ...Object.fromEntries(changed), fixes: fixes.length };
};

test('edits are made wherever they stand, in any order', () => {
  expect(
    apply({ 'a.yaml': '0123456789' }, fixed(edit(6, 7, 'SIX')), fixed(edit(1, 2, ''), edit(3, 3, '+'))),
  ).toEqual({ 'a.yaml': '02+345SIX789', fixes: 2 });
});

test('of two fixes that touch the first is taken', () => {
  expect(apply({ 'a.yaml': 'abcdef' }, fixed(edit(1, 3, 'X')), fixed(edit(3, 4, 'Y')))).toEqual({
    'a.yaml': 'aXdef',
    fixes: 1,
  });
});

test('a fix is applied whole or not at all', () => {
  const half = fixed(edit(0, 1, 'X'), edit(0, 1, 'Y', 'locked.yaml'));
  expect(apply({ 'a.yaml': 'abc' }, half)).toEqual({ fixes: 0 });
});

test('an edit beyond the end of its file is not made', () => {
  expect(apply({ 'a.yaml': 'abc' }, fixed(edit(2, 9, 'X')))).toEqual({ fixes: 0 });
});

test('one fix may change several files', () => {
  const both = fixed(edit(0, 1, 'X'), edit(0, 0, '# ', 'b.yaml'));
  expect(apply({ 'a.yaml': 'abc', 'b.yaml': 'x' }, both)).toEqual({
    'a.yaml': 'Xbc',
    'b.yaml': '# x',
    fixes: 1,
  });
});
