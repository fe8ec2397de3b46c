import { expect, test } from 'vitest';
import { shellOf } from './shell-of.ts';

test.each([
  ['run', '#!/bin/sh\n', 'sh'],
  ['run', '#! /bin/bash -eu\n', 'bash'],
  ['run.sh', '#!/usr/bin/env bash\n', 'bash'],
  ['run', '#!/usr/bin/env -S bash -eu\n', 'bash'],
  ['run', '#!/bin/dash\n', 'sh'],
  ['run.sh', 'echo\n', 'sh'],
  ['run.bash', 'echo\n', 'bash'],
  ['run.sh', '#!/usr/bin/python3\n', undefined],
  ['run.zsh', '#!/bin/zsh\n', undefined],
  ['run', 'echo\n', undefined],
])('%s that begins with %j is written for %s', (path, text, shell) => {
  expect(shellOf(path, text)).toBe(shell);
});
