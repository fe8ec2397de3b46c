import { expect, test } from 'vitest';
import { patchOf, shownPatch } from './show-diff.ts';

const change = (before: string, after: string) => ({
  path: 'a.yaml',
  before,
  after,
  oldBytes: new Uint8Array(),
  newBytes: new Uint8Array(),
});

test('a file without a last line break says so', () => {
  expect(patchOf('.', change('a: 1', 'a: 2'))).toBe(`\
--- a/a.yaml
+++ b/a.yaml
@@ -1,1 +1,1 @@
-a: 1
\\ No newline at end of file
+a: 2
\\ No newline at end of file
`);
});

test('on a terminal the diff is in colour and steers nothing', () => {
  const marked = (look: unknown, text: string) => `<${look}>${text}</${look}>`;
  expect(shownPatch(patchOf('p', change('a: \x1b[2J\r\n\tb\n', 'c\n\tb\n')), marked)).toBe(`\
<bold>--- a/p/a.yaml</bold>
<bold>+++ b/p/a.yaml</bold>
<cyan>@@ -1,2 +1,2 @@</cyan>
<red>-a: <U+001B>[2J</red>
<green>+c</green>
 	b
`);
});
