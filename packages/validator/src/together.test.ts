import { expect, test } from 'vitest';
import { open } from './open.ts';
import { checkTogether } from './together.ts';
import { memoryTree } from './tree/memory-tree.ts';

const action = (id: string) => `schema_version: 1
id: ${id}
title: Show the uptime
kind: exec
risk: low
description: Show how long the host has been up.
side_effects: [none]
execution:
  command: {binary: uptime}
  timeout: 5s
output: {max_stdout_bytes: 1024, max_stderr_bytes: 1024}
`;

const pack = (id: string, actionId: string) =>
  open(
    memoryTree({
      'pack.yaml': `schema_version: 1\nid: ${id}\nname: Host\nversion: 1.0.0\ndescription: Host facts.\nactions: [actions/uptime.yaml]\n`,
      'actions/uptime.yaml': action(actionId),
    }),
  );

const codes = (packs: Parameters<typeof checkTogether>[0]) =>
  checkTogether(packs).map((found) => found.map(({ code, message }) => `${code} ${message}`));

test('packs with ids of their own get along', () => {
  const packs = [
    { path: 'a', opened: pack('host', 'host.uptime') },
    { path: 'b', opened: pack('guest', 'guest.uptime') },
  ];
  expect(codes(packs)).toEqual([[], []]);
});

test('the later of two packs with one id and one action is told where the earlier is', () => {
  const packs = [
    { path: 'a', opened: pack('host', 'host.uptime') },
    { path: 'b', opened: pack('host', 'host.uptime') },
  ];
  expect(codes(packs)).toEqual([
    [],
    [
      'EMI002 the pack id "host" is taken by a/pack.yaml',
      'EMI046 the action id "host.uptime" is taken by a/actions/uptime.yaml',
    ],
  ]);
});
