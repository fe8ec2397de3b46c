import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { shared } from './shared.ts';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'packwright-shared-'));
  mkdirSync(join(folder, 'conformance'));
  writeFileSync(join(folder, 'conformance', 'cases.jsonl'), '');
  vi.stubEnv('PACKWRIGHT_SHARED', folder);
});

afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true });
});

test('the folder named by PACKWRIGHT_SHARED is searched', () => {
  expect(shared('conformance/cases.jsonl')).toBe(join(folder, 'conformance', 'cases.jsonl'));
});

test('a path that is not there is undefined, also when another shared folder has it', () => {
  expect(shared('conformance/emisar')).toBeUndefined();
});
