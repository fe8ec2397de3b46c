import { isLongRun } from '@packwright/vitest';
import { describe, expect, test } from 'vitest';
import { parseYaml } from './index.ts';
import type { YamlNode } from './yaml-node.ts';

const MIB = 1024 * 1024;
const LARGE = (isLongRun ? 20 : 4) * MIB;
const filled = (length: number, unit: string) => unit.repeat(Math.ceil(length / unit.length));

/** What is read, within the time a test has: seconds for a linear reader, hours for any other. */
function parsed(yaml: string): { kind: string; root: YamlNode | undefined } {
  const { root, faults } = parseYaml(yaml);
  return { kind: faults[0]?.kind ?? 'accepted', root };
}

const textOf = (root: YamlNode | undefined) => {
  const value = root?.kind === 'map' ? root.pairs.at(0)?.value : root;
  return value?.kind === 'scalar' ? value.value : undefined;
};

describe('20 MiB (4 in the short run) of one scalar', () => {
  test.each([
    ['plain', (size: number) => `a: ${filled(size, 'x y ')}`],
    ['plain over lines', (size: number) => `a: ${filled(size, 'x\n  ')}`],
    ['in double quotes', (size: number) => `a: "${filled(size, 'x ')}"`],
    ['of empty lines in quotes', (size: number) => `a: "x${filled(size, '\n')}y"`],
    ['of escapes', (size: number) => `a: "${filled(size, '\\"')}"`],
    ['in single quotes', (size: number) => `a: '${filled(size, "''")}'`],
    ['literal', (size: number) => `a: |\n${filled(size, '  x\n')}`],
    ['of empty lines, kept', (size: number) => `a: |+\n  x${filled(size, '\n')}`],
    ['folded', (size: number) => `a: >\n${filled(size, '  x\n')}`],
  ])('%s is read', (_, yaml) => {
    const { kind, root } = parsed(yaml(LARGE));
    expect(kind).toBe('accepted');
    expect(textOf(root)?.length).toBeGreaterThan(LARGE / 8);
  });

  test.each([
    ['an open double quote', () => `a: "${filled(LARGE, 'x\n')}`, 'syntax'],
    ['an open single quote', () => `a: '${filled(LARGE, 'x ')}`, 'syntax'],
    ['an open bracket', () => `a: [${filled(MIB, 'x, ')}`, 'too-many'],
    ['a key', () => `${filled(LARGE, 'x')}: y`, 'syntax'],
    ['line ends', () => filled(LARGE, '\n'), 'empty'],
    ['comments', () => filled(LARGE, '# x\n'), 'empty'],
    ['tabs after a comment', () => `# x\n${filled(LARGE, '\t\n')}`, 'syntax'],
    ['colons', () => filled(LARGE, ': '), 'syntax'],
    ['%XX in a tag', () => `!${filled(LARGE, '%')} x`, 'syntax'],
  ])('%s: refused', (_, yaml, kind) => {
    expect(parsed(yaml()).kind).toBe(kind);
  });
});

describe('nesting', () => {
  test.each([
    ['brackets', (depth: number) => '['.repeat(depth) + ']'.repeat(depth)],
    ['braces', (depth: number) => '{a: '.repeat(depth) + '}'.repeat(depth)],
    ['dashes on one line', (depth: number) => '- '.repeat(depth)],
    ['question marks on one line', (depth: number) => '? '.repeat(depth)],
    [
      'indented keys',
      (depth: number) => Array.from({ length: depth }, (_, at) => `${' '.repeat(at)}a:\n`).join(''),
    ],
  ])('1,000 levels of %s are read, more are refused', (_, nested) => {
    expect(parsed(nested(1000)).kind).toBe('accepted');
    expect(parsed(nested(1001)).kind).toBe('too-deep');
    expect(parsed(nested(10_000)).kind).toBe('too-deep');
  });
});

test('100,000 keys are read', () => {
  const yaml = Array.from({ length: 100_000 }, (_, at) => `k${at}: v\n`).join('');
  const { kind, root } = parsed(yaml);
  expect(kind).toBe('accepted');
  expect(root?.kind === 'map' && root.pairs.length).toBe(100_000);
});

test('an alias bomb costs nothing here: aliases lead to shared nodes', () => {
  const doubled = Array.from({ length: 60 }, (_, at) => `- &a${at + 1} [*a${at}, *a${at}]\n`);
  expect(parsed(`- &a0 x\n${doubled.join('')}`).kind).toBe('accepted');
});

test('only the first ten of many later faults are reported', () => {
  const { faults } = parseYaml(filled(MIB, 'a: @x\n'));
  expect(faults).toHaveLength(11);
});
