import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { needsProgram } from '@packwright/vitest';
import { describe, expect, test } from 'vitest';

const unit = readFileSync(
  join(import.meta.dirname, '..', '..', 'systemd', 'packwright-runner.service'),
  'utf8',
);
const keys = new Map(
  unit
    .split('\n')
    .filter((line) => /^[A-Za-z]+=/.test(line))
    .map((line) => [line.split('=', 1)[0], line.slice(line.indexOf('=') + 1)]),
);

describe('the unit of systemd', () => {
  test.each([
    ['Type', 'notify'],
    ['NotifyAccess', 'all'],
    ['ExecReload', '/bin/kill -HUP $MAINPID'],
    ['Restart', 'on-failure'],
    ['WatchdogSec', '60'],
    ['KillMode', 'mixed'],
    ['OOMPolicy', 'continue'],
  ])('lets the daemon be watched, loaded anew and stopped: %s=%s', (key, value) => {
    expect(keys.get(key)).toBe(value);
  });

  test.each([
    ['User', 'packwright'],
    ['NoNewPrivileges', 'yes'],
    ['CapabilityBoundingSet', ''],
    ['ProtectSystem', 'strict'],
    ['ProtectHome', 'yes'],
    ['PrivateTmp', 'yes'],
    ['PrivateDevices', 'yes'],
    ['ProtectKernelTunables', 'yes'],
    ['ProtectKernelModules', 'yes'],
    ['ProtectControlGroups', 'yes'],
    ['RestrictSUIDSGID', 'yes'],
    ['RestrictNamespaces', 'yes'],
    ['LockPersonality', 'yes'],
    ['SystemCallFilter', '@system-service'],
    ['UMask', '0077'],
    ['StateDirectoryMode', '0700'],
  ])('takes away what a runner does not need: %s=%s', (key, value) => {
    expect(keys.get(key)).toBe(value);
  });

  test('gives the daemon more time to stop than it gives to its processes', () => {
    expect(Number(keys.get('TimeoutStopSec'))).toBeGreaterThan(30);
  });

  test('does not forbid memory that is written and run, which the compiler of Node needs', () => {
    expect(keys.has('MemoryDenyWriteExecute')).toBe(false);
  });
});

needsProgram('systemd-analyze', 'systemd', (analyze) => {
  test('systemd finds no fault with it', () => {
    const folder = mkdtempSync(join(tmpdir(), 'packwright-unit-'));
    const file = join(folder, 'packwright-runner.service');
    // It looks for the program, which is installed elsewhere here.
    writeFileSync(file, unit.replace(/^ExecStart=\S+/m, `ExecStart=${process.execPath}`));
    const said = execFileSync(analyze, ['verify', '--man=no', file], { encoding: 'utf8', stdio: 'pipe' });
    rmSync(folder, { recursive: true });
    expect(said).toBe('');
  });
});
