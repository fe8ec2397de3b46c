import type { AttuneTask } from '@packwright/schema/attune';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { inCircles } from './graph.ts';

/** A list of tasks, `targets[n]` being what task n leads to. */
const graph = (targets: readonly (readonly number[])[]): AttuneTask[] =>
  targets.map((to, index) => ({ name: `t${index}`, next: [{ do: to.map((target) => `t${target}`) }] }));

test('tasks in a circle lead back to themselves, those before and behind it do not', () => {
  expect([...inCircles(graph([[1], [2], [3, 1], []]))].sort()).toEqual([1, 2]);
  expect([...inCircles(graph([[0], []]))]).toEqual([0]);
  expect([...inCircles(graph([[7], [0]]))]).toEqual([]);
});

test('they are those from which a walk comes back', () => {
  const lists = fc
    .integer({ min: 1, max: 8 })
    .chain((count) =>
      fc.array(fc.array(fc.nat(count - 1), { maxLength: 3 }), { minLength: count, maxLength: count }),
    );
  const comesBack = (targets: readonly (readonly number[])[], start: number): boolean => {
    const seen = new Set<number>();
    const walk = (at: number): void => {
      for (const to of targets[at] ?? []) if (!seen.has(to)) walk(seen.add(to) && to);
    };
    walk(start);
    return seen.has(start);
  };
  fc.assert(
    fc.property(lists, (targets) => {
      const circling = [...targets.keys()].filter((index) => comesBack(targets, index));
      expect([...inCircles(graph(targets))].sort()).toEqual(circling);
    }),
  );
});

test('a chain of 20,000 tasks is no circle, and one when it is closed', () => {
  const chain = Array.from({ length: 20_000 }, (_, at) => [at + 1]);
  expect(inCircles(graph(chain)).size).toBe(0);
  expect(inCircles(graph([...chain, [0]])).size).toBe(20_001);
});
