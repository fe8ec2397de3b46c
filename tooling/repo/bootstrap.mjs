// Takes a fresh clone to the point where a script of the workspace runs on the Node 24 that the workspace installs.
// Plain JavaScript without dependencies: it runs on Node 18, before anything is installed.
// usage: node tooling/repo/bootstrap.mjs SCRIPT [ARGUMENT...]
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const pnpm = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).packageManager;
const stamp = join(root, 'node_modules', '.cache', 'packwright', 'installed');

process.chdir(root);
if (Number.parseInt(process.versions.node, 10) < 18)
  fail(`> Node 18 or newer is needed, this is ${process.version}`);
if (installedFingerprint() !== fingerprint()) install();
step('building', 'built', ['exec', 'turbo', 'run', 'build', '--output-logs=errors-only'], 'pipe');
process.exitCode = withPnpm(['exec', 'node', ...process.argv.slice(2)], 'inherit').status ?? 1;

function install() {
  rmSync(stamp, { force: true });
  step(`installing with ${pnpm}`, 'installed', ['install', '--frozen-lockfile'], 'inherit');
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, fingerprint());
}

// What a command says is shown as it comes ('inherit') or only when it fails ('pipe').
function step(doing, done, args, stdio) {
  console.log(`> ${doing}`);
  const start = Date.now();
  const { status, stdout, stderr } = withPnpm(args, stdio);
  if (status !== 0)
    fail(`${stdout ?? ''}${stderr ?? ''}\n> ${doing} failed (exit ${status}); the lines above say why`);
  console.log(`> ${done} in ${((Date.now() - start) / 1000).toFixed(1)} s`);
}

function withPnpm(args, stdio) {
  const env = { ...process.env, TURBO_TELEMETRY_DISABLED: '1', TURBO_NO_UPDATE_NOTIFIER: '1' };
  const shell = process.platform === 'win32';
  const result = spawnSync('npx', ['--yes', pnpm, ...args], { stdio, env, shell, encoding: 'utf8' });
  if (result.error) fail(`> npx does not start: ${result.error.message}`);
  return result;
}

function installedFingerprint() {
  return existsSync(stamp) ? readFileSync(stamp, 'utf8') : 'nothing installed';
}

// Everything that decides what an install brings.
function fingerprint() {
  const hash = createHash('sha256').update(process.platform).update(process.arch);
  const manifests = ['packages', 'apps', 'tooling']
    .flatMap(foldersIn)
    .map((folder) => join(folder, 'package.json'));
  for (const file of ['pnpm-lock.yaml', 'pnpm-workspace.yaml', 'package.json', ...manifests]) {
    if (existsSync(file)) hash.update(file).update('\0').update(readFileSync(file)).update('\0');
  }
  return hash.digest('hex');
}

function foldersIn(parent) {
  if (!existsSync(parent)) return [];
  return readdirSync(parent)
    .sort()
    .map((name) => join(parent, name));
}

function fail(message) {
  console.error(message);
  process.exit(1);
}
