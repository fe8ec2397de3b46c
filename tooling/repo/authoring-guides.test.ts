import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { memoryTree, open } from '@packwright/validator';
import { describe, expect, test } from 'vitest';
import { repoRoot } from './repo-root.ts';

const guideOf = (format: string) => readFileSync(join(repoRoot, 'docs/authoring', `${format}.md`), 'utf8');

/** The examples of a guide by the path that their first line names, in the comments of each language. */
const filesOf = (guide: string): ReadonlyMap<string, string> =>
  new Map(
    [...guide.matchAll(/^```(?:yaml|python|sh|markdown)\n(?:#|<!--) (\S+)(?: -->)?\n([\s\S]*?)^```$/gm)].map(
      ([, path = '', text = '']) => [path, text] as const,
    ),
  );

describe.each([
  ['emisar', 2],
  ['attune', 15],
  ['evershell', 5],
])('the guide to %s packs', (format, count) => {
  const guide = guideOf(format);
  const files = filesOf(guide);

  test('names the file of each of its examples, and each file once', () => {
    expect(guide.match(/^```(?:yaml|python|sh|markdown)$/gm)).toHaveLength(count);
    expect(files.size).toBe(count);
  });

  test('shows a pack about which there is nothing to report', () => {
    const opened = open(memoryTree(files));
    expect(opened.diagnostics).toEqual([]);
    expect(opened.format).toBe(format);
  });
});
