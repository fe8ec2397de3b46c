import { expect, test } from 'vitest';
import { toolNames } from './tool-names.ts';

const named = (ids: readonly (readonly [string, string])[], taken: readonly string[] = []) =>
  [
    ...toolNames(
      ids.map(([pack, id]) => ({ id, pack: { id: pack } })),
      taken,
    ),
  ].map(([name, { pack, id }]) => `${name} ${pack.id}/${id}`);

test('dots of ids become what clients and models take', () => {
  expect(
    named([
      ['linux', 'linux.disk_usage'],
      ['my.dotted', 'my.dotted.do-it'],
      ['9p', '9p.mount'],
    ]),
  ).toEqual([
    'linux_disk_usage linux/linux.disk_usage',
    'my_dotted_do-it my.dotted/my.dotted.do-it',
    '_9p_mount 9p/9p.mount',
  ]);
});

test('ids that come to one name all get a hash, in whichever order they are loaded', () => {
  const ids = [
    ['a', 'a.b_c'],
    ['a_b', 'a_b.c'],
    ['z', 'z.z'],
  ] as const;
  const names = ['a_b_c_04a01047 a/a.b_c', 'a_b_c_f4e5fa21 a_b/a_b.c', 'z_z z/z.z'];
  expect(named(ids).toSorted()).toEqual(names);
  expect(named(ids.toReversed()).toSorted()).toEqual(names);
});

test('one action in two packs is two tools', () => {
  expect(
    named([
      ['a', 'x.y'],
      ['b', 'x.y'],
    ]),
  ).toHaveLength(2);
});

test('no action takes the name of a tool that is there', () => {
  expect(named([['run', 'run.action']], ['run_action'])).toEqual([
    expect.stringMatching(/^run_action_[0-9a-f]{8} run\/run\.action$/),
  ]);
});

test('a long id is cut and told apart by its hash', () => {
  const long = `cassandra.${'x'.repeat(200)}`;
  const [a, b] = named([
    ['p', `${long}a`],
    ['p', `${long}b`],
  ]).map((line) => line.split(' ')[0] ?? '');
  expect([a?.length, b?.length, a === b]).toEqual([48, 48, false]);
});

test('a name that looks like one with a hash is nobody else', () => {
  const [hashed = ''] = named([
    ['a', 'a.b_c'],
    ['a_b', 'a_b.c'],
  ]).map((line) => line.split(' ')[0]);
  const names = named([
    ['a', 'a.b_c'],
    ['a_b', 'a_b.c'],
    ['q', hashed],
  ]);
  expect(new Set(names.map((line) => line.split(' ')[0])).size).toBe(3);
});
