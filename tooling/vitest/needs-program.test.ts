import { afterEach, expect, test, vi } from 'vitest';
import { needsProgram } from './needs-program.ts';

afterEach(() => {
  vi.unstubAllEnvs();
});

needsProgram('sh', 'dash', (path) => {
  test('the path of the program is handed over', () => {
    expect(path).toMatch(/^\/.*\/sh$/);
  });
});

test('a missing program fails a run that requires everything, and says where to get it', () => {
  vi.stubEnv('PACKWRIGHT_REQUIRE_ALL', '1');
  expect(() => needsProgram('no-such-program', 'no-such-package', () => {})).toThrow(
    'no `no-such-program` on this machine; `apt-get install no-such-package` brings it',
  );
});
