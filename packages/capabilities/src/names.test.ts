import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { compileCapabilities } from './compile-capabilities.ts';

/** Pointer, code and message of every problem of one capability. */
function problemsOf(allow: string, more = ''): readonly string[] {
  const { problems } = compileCapabilities(parse(`[{name: api, type: http, allow: ${allow}${more}}]`));
  return problems.map(({ pointer, code, message }) => `${pointer} ${code}: ${message}`);
}

const rule = (name: string) => `{name: ${name}, domains: [a.example], methods: [GET]}`;
const header = (name: string) => `{name: ${name}, headers: {set: {x-a: b}}}`;
const transforms = (list: string) => problemsOf(`[${rule('read')}]`, `, transforms: [${list}]`);

test('rules whose names differ only by case are a warning at the second', () => {
  expect(problemsOf(`[${rule('read')}, ${rule('write')}, ${rule('Read')}]`)).toEqual([
    '/0/allow/2/name name_case_collision: the rules "read" and "Read" differ only by case',
  ]);
});

test('transforms whose names differ only by case are a warning at the second', () => {
  expect(transforms(`${header('team')}, ${header('TEAM')}`)).toEqual([
    '/0/transforms/1/name name_case_collision: the transforms "team" and "TEAM" differ only by case',
  ]);
});

test('a transform can be mixed up with the name that a nameless one gets', () => {
  expect(transforms(`${header('T1')}, {headers: {set: {x-a: b}}}`)).toEqual([
    '/0/transforms/1/name name_case_collision: the transforms "T1" and "t1" differ only by case',
  ]);
  expect(transforms(`${header('t1')}, {headers: {set: {x-a: b}}}`)).toEqual([
    '/0/transforms/1/name name_duplicate: "t1" names two transforms',
  ]);
});

test('counters whose names differ only by case are a warning at the second', () => {
  const counters = '{calls: {limit: 1}, posts: {limit: 1}, CALLS: {limit: 2}}';
  expect(problemsOf(`[${rule('read')}]`, `, budgets: {counters: ${counters}}`)).toEqual([
    '/0/budgets/counters/CALLS name_case_collision: the counters "calls" and "CALLS" differ only by case',
  ]);
});

test('a name that is there twice is an error, and no warning beside it', () => {
  expect(problemsOf(`[${rule('read')}, ${rule('Read')}, ${rule('read')}]`)).toEqual([
    '/0/allow/1/name name_case_collision: the rules "read" and "Read" differ only by case',
    '/0/allow/2/name name_duplicate: "read" names two rules',
  ]);
});

test('rules, transforms and counters of one capability may share a name', () => {
  const more = `, transforms: [${header('Read')}], budgets: {counters: {READ: {limit: 1}}}`;
  expect(problemsOf(`[${rule('read')}]`, more)).toEqual([]);
});
