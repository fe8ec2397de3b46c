import { globSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { type AttuneKind, attuneDocuments } from '@packwright/schema/attune';
import { describeShared } from '@packwright/vitest';
import { describe, expect, test } from 'vitest';
import { repoRoot } from '../repo-root.ts';
import { attuneSamples, attuneSeedSamples } from './attune-samples.ts';
import { plainValue } from './authored-text.ts';
import { publishedVerdict } from './published-verdict.ts';
import { variantsOf } from './variants.ts';

const kinds = Object.keys(attuneDocuments) as AttuneKind[];
const published = Object.fromEntries(
  kinds.map((kind) => [kind, publishedVerdict(`attune/v1/${kind}.schema.json`)]),
) as Record<AttuneKind, (value: unknown) => boolean>;
const real = (kind: AttuneKind, value: unknown) => attuneDocuments[kind].real.safeParse(value).success;
const seed = (kind: AttuneKind, value: unknown) => attuneDocuments[kind].seed.safeParse(value).success;

const kindOf: Readonly<Record<string, AttuneKind>> = {
  actions: 'action',
  'actions/workflows': 'workflow',
  permission_sets: 'permission-set',
  rules: 'rule',
  runtimes: 'runtime',
  sensors: 'sensor',
  triggers: 'trigger',
  workflows: 'workflow',
};

interface Authored {
  readonly id: string;
  readonly kind: AttuneKind;
  readonly value: unknown;
}

function documentsIn(folder: string, pattern = '**/*.yaml'): Authored[] {
  return globSync(pattern, { cwd: folder })
    .filter((path) => !path.startsWith('_docs-examples'))
    .sort()
    .map((path) => {
      const inPack = dirname(path).split('/').slice(1).join('/');
      const kind = basename(path) === 'pack.yaml' ? 'pack' : (kindOf[inPack] as AttuneKind);
      return { id: path, kind, value: plainValue(readFileSync(join(folder, path), 'utf8'))?.value };
    });
}

describe.each(kinds)('a document of kind %s', (kind) => {
  const sample = attuneSamples[kind];

  test('is shown with every key it may have', () => {
    const known = Object.keys(attuneDocuments[kind].real.shape);
    expect(Object.keys(sample).sort()).toEqual(known.sort());
  });

  test('is taken by Zod and by the published schema', () => {
    expect([real(kind, sample), published[kind](sample)]).toEqual([true, true]);
  });

  test('is judged alike by both, whatever stands in any of its places', () => {
    const apart = Array.from(variantsOf(sample)).filter(
      ({ value }) => real(kind, value) !== published[kind](value),
    );
    expect(apart.map(({ id }) => id)).toEqual([]);
  });
});

describe.each(Object.keys(attuneSeedSamples) as (keyof typeof attuneSeedSamples)[])(
  'a seed document of kind %s',
  (kind) => {
    const sample = attuneSeedSamples[kind];

    test('is shown with every key it may have, and taken', () => {
      const known = Object.keys(attuneDocuments[kind].seed.shape);
      expect(Object.keys(sample).sort()).toEqual(known.sort());
      expect(seed(kind, sample)).toBe(true);
    });

    test('is taken by the published schema as well, whatever stands in any of its places', () => {
      const refused = Array.from(variantsOf(sample)).filter(
        ({ value }) => seed(kind, value) && !published[kind](value),
      );
      expect(refused.map(({ id }) => id)).toEqual([]);
    });
  },
);

test('the examples of the seed document fit the seed documents and the published schemas', () => {
  const folder = join(repoRoot, 'packages/validator/src/attune');
  const examples = documentsIn(folder, 'seed-examples/**/*.yaml');
  const refused = examples.filter(({ kind, value }) => !(seed(kind, value) && published[kind](value)));
  expect([examples.length, refused.map(({ id }) => id)]).toEqual([4, []]);
});

test('the dispatchers judge as the schema of the format that they choose', () => {
  const manifests = publishedVerdict('any/v1/pack.dispatch.json');
  const actions = publishedVerdict('any/v1/action.dispatch.json');
  const differing = [
    ...Array.from(variantsOf(attuneSamples.pack))
      .filter(({ value }) => hasRef(value) && manifests(value) !== published.pack(value))
      .map(({ id }) => `pack ${id}`),
    ...Array.from(variantsOf(attuneSamples.action))
      .filter(({ value }) => hasRef(value) && actions(value) !== published.action(value))
      .map(({ id }) => `action ${id}`),
  ];
  expect(differing).toEqual([]);
});

const hasRef = (value: unknown) => typeof value === 'object' && value !== null && 'ref' in value;

describeShared('corpus/attune', (folder) => {
  const documents = documentsIn(folder);

  test('Zod and the published schemas take every document but the workflow that does not parse', () => {
    const refused = documents.filter(({ kind, value }) => !(real(kind, value) && published[kind](value)));
    expect([documents.length, refused.map(({ id }) => id)]).toEqual([
      307,
      ['core/workflows/install_packs.yaml'],
    ]);
  });

  test('the pack of that time fits the seed documents', () => {
    const ofThatTime = documents.filter(({ id }) => id.startsWith('core-seed-era/'));
    const refused = ofThatTime.filter(({ kind, value }) => !seed(kind, value));
    expect([ofThatTime.length, refused.map(({ id }) => id)]).toEqual([9, []]);
  });

  test('no other pack does', () => {
    const manifests = documents.filter(
      ({ id, kind }) => kind === 'action' && !id.startsWith('core-seed-era/'),
    );
    expect(manifests.filter(({ kind, value }) => seed(kind, value)).map(({ id }) => id)).toEqual([]);
  });
});
