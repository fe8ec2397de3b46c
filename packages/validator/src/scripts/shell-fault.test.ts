import { expect, test } from 'vitest';
import { readShellFault } from './shell-fault.ts';

const file = '/tmp/x/2f9c';

test.each([
  [
    'bash',
    `${file}: line 2: syntax error near unexpected token \`)'\n${file}: line 2: \` echo )'\n`,
    2,
    "syntax error near unexpected token `)'",
  ],
  ['bash', `${file}: line 9: syntax error: unexpected end of file\n`, 9, 'unexpected end of file'],
  [
    'dash',
    `${file}: 2: Syntax error: ")" unexpected (expecting "fi")\n`,
    2,
    '")" unexpected (expecting "fi")',
  ],
  ['zsh', `${file}:2: parse error near \`)'\n`, 2, "parse error near `)'"],
  [
    'ksh',
    `ksh: ${file}: syntax error at line 2: \`)' unexpected\n`,
    2,
    "syntax error at line 2: `)' unexpected",
  ],
  ['any other', 'cannot read it\n', 1, 'cannot read it'],
])('what %s says is read: %j', (_shell, stderr, line, reason) => {
  expect(readShellFault(stderr, file)).toEqual({ line, reason });
});
