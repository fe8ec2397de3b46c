import { expect, test } from 'vitest';
import { shebangOf } from './shebang.ts';

test.each([
  ['#!/bin/bash\n', 'bash'],
  ['#! /usr/bin/env bash\r\nls\n', 'bash'],
  ['#!/usr/bin/env -S LANG=C python3 -u\n', 'python3'],
  ['#!/usr/local/bin/zsh -f', 'zsh'],
  ['#!\n', undefined],
  ['#!/usr/bin/env\n', undefined],
  ['# /bin/bash\n', undefined],
  ['', undefined],
])('%j asks for %s', (text, program) => {
  expect(shebangOf(new TextEncoder().encode(text))).toBe(program);
});
