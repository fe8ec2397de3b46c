import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { FileWatch } from './watch-files.ts';

const onChange = vi.fn();
const onError = vi.fn();
let folder: string;
let watch: FileWatch;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'packwright-watch-'));
  mkdirSync(join(folder, 'packs/demo/actions'), { recursive: true });
  writeFileSync(join(folder, 'packs/demo/actions/show.yaml'), 'a');
  vi.clearAllMocks();
  const files = [join(folder, 'packwright.yaml'), join(folder, 'none/packwright.yaml')];
  watch = new FileWatch({ tree: join(folder, 'packs'), files }, onChange, onError);
});

afterEach(() => {
  watch.close();
  rmSync(folder, { recursive: true, force: true });
  expect(onError).not.toHaveBeenCalled();
});

const path = (...parts: readonly string[]) => join(folder, ...parts);
const told = () => expect.poll(() => onChange.mock.calls.length, { timeout: 20_000, interval: 5 });

test.each<[string, () => void]>([
  ['a file deep in a pack is written', () => writeFileSync(path('packs/demo/actions/show.yaml'), 'b')],
  ['a pack comes', () => mkdirSync(path('packs/more'))],
  ['a pack goes', () => rmSync(path('packs/demo'), { recursive: true })],
  ['settings are written where there were none', () => writeFileSync(path('packwright.yaml'), '')],
  ['the directory of packs is moved away', () => renameSync(path('packs'), path('away'))],
])('it tells at once when %s', async (_, change) => {
  change();
  await told().toBeGreaterThan(0);
});

test('what is in a directory that was made meanwhile is seen once it has looked again', async () => {
  mkdirSync(path('packs/more/actions'), { recursive: true });
  await told().toBeGreaterThan(0);
  watch.renew();
  onChange.mockClear();
  writeFileSync(path('packs/more/actions/it.yaml'), '');
  await told().toBeGreaterThan(0);
});

test('packs that are staged, and files beside the settings, are nobody’s business', async () => {
  mkdirSync(path('packs/.packwright'));
  writeFileSync(path('journal.jsonl'), '');
  writeFileSync(path('packwright.yaml'), '');
  await told().toBeGreaterThan(0);
  const calls = onChange.mock.calls.length;
  writeFileSync(path('packs/.packwright/x'), '');
  writeFileSync(path('journal.jsonl'), 'more');
  writeFileSync(path('packs/demo/last'), '');
  await told().toBeGreaterThan(calls);
  // Of what came in this order, only the last one may have been told of: once made and once written.
  expect(onChange.mock.calls.length - calls).toBeLessThanOrEqual(2);
});
