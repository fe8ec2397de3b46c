import { expect, test } from 'vitest';
import { withMarkdown } from './with-markdown.ts';

test('code marks are kept for Markdown and are quotes elsewhere, but for `true` and `false`', () => {
  expect(withMarkdown({ description: 'Either `text` or `json`. Default `false`.' })).toEqual({
    description: 'Either "text" or "json". Default false.',
    markdownDescription: 'Either `text` or `json`. Default `false`.',
  });
});

test('a text without code marks is written once', () => {
  expect(withMarkdown({ description: 'Plain.', enumDescriptions: ['One.'] })).toEqual({
    description: 'Plain.',
    enumDescriptions: ['One.'],
  });
});

test('the texts of values are treated as one', () => {
  expect(withMarkdown({ enumDescriptions: ['Like `a`.', 'Plain.'] })).toEqual({
    enumDescriptions: ['Like "a".', 'Plain.'],
    markdownEnumDescriptions: ['Like `a`.', 'Plain.'],
  });
});
