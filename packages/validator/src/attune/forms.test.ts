import { globSync } from 'node:fs';
import { join } from 'node:path';
import { type AttuneProfile, attuneDocuments, lenientFaults } from '@packwright/schema/attune';
import { fitsOf, type Strictness } from '@packwright/schema/form';
import { isLongRun, repoRoot } from '@packwright/vitest';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { change } from '../fixtures/change.ts';
import { readText } from '../structure/read-text.ts';
import { directoryTree } from '../tree/directory-tree.ts';
import { lookup } from '../tree/lookup.ts';
import { allComponents, formOfKind } from './pack.ts';
import { readPack } from './read.ts';
import { attuneSchemas } from './schemas-on-demand.ts';

// Every document of the good packs of the fixtures and the examples, with what is expected of it.
const packs = [
  ...globSync('fixtures/*/good/pack.yaml', { cwd: import.meta.dirname }).map((file) =>
    join(import.meta.dirname, file, '..'),
  ),
  join(repoRoot, 'examples/cert-watch'),
];
await attuneSchemas.load();
const documents = packs.flatMap((folder) => {
  const tree = directoryTree(folder);
  const { found } = lookup(tree, 'pack.yaml');
  if (found.kind !== 'file') return [];
  const manifest = { file: 'pack.yaml', source: readText(found.bytes()).source };
  return (['real', 'seed'] as const).flatMap((profile: AttuneProfile) => {
    const pack = readPack(tree, manifest, profile, new Map());
    const all = [{ kind: 'pack' as const, document: pack.manifest }, ...allComponents(pack)];
    return all.map(({ kind, document }) => ({
      kind,
      profile,
      value: document.value as Record<string, unknown>,
    }));
  });
});

const junk = fc.oneof(
  fc.constantFrom(null, '', 'a', 'shell', 'FAST', 0, 1, -1, 1.5, 256, 2 ** 53, Number.NaN, true, [], {}),
  fc.string(),
  fc.array(fc.string(), { maxLength: 5 }),
  fc.dictionary(fc.string(), fc.anything({ maxDepth: 1 }), { noNullPrototype: true }),
);

test('nearly all of these documents fit the form of the live loader, and hold nothing unexpected', () => {
  const live = documents.filter(({ profile }) => profile === 'real');
  const share = (strictness: Strictness) =>
    live.filter(({ kind, value }) => fitsOf(formOfKind(kind, 'real'), strictness)(value)).length /
    live.length;
  expect(live.length).toBeGreaterThan(150);
  expect(share('as taken')).toBeGreaterThan(0.9);
  expect(share('as expected')).toBeGreaterThan(0.9);
});

test('what fits a form is what the schema accepts, and what is as expected has no unexpected value', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...documents),
      fc.array(fc.tuple(fc.array(fc.nat(), { minLength: 1, maxLength: 7 }), junk), { maxLength: 2 }),
      ({ kind, profile, value }, edits) => {
        const changed = structuredClone(value);
        for (const [way, other] of edits) change(changed, way, structuredClone(other));
        const form = formOfKind(kind, profile);
        const schema = attuneDocuments[kind][profile];
        if (fitsOf(form)(changed)) expect(schema.safeParse(changed).success).toBe(true);
        if (fitsOf(form, 'as expected')(changed)) expect([...lenientFaults(schema, changed)]).toEqual([]);
      },
    ),
    { numRuns: isLongRun ? 20_000 : 2_000 },
  );
});
