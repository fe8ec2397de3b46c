import { existsSync, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import type { PackwrightConfig } from '@packwright/schema/config';
import { checkPolicy, compileAdmission, policyOf, type TrustProblem } from '@packwright/trust';
import type { Diagnostic, RuleInfo } from '@packwright/validator';
import { type ReadSettings, readSettings, settingsRules } from '@packwright/validator/settings';

/** What a process tells about where settings are. */
export interface SettingsPlace {
  /** Absolute path. */
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Settings by flag, which win over everything. */
  readonly flags?: PackwrightConfig;
  /** A file to read instead of all others. */
  readonly file?: string | undefined;
}

/** The settings in force, and where each comes from. */
export interface Settings {
  readonly value: PackwrightConfig;
  /** By key such as `policy.defaults.high`: a path, `environment` or `flag`. */
  readonly origins: ReadonlyMap<string, string>;
  /** What is wrong with the files, each with its own text; settings with an error are not to be used. */
  readonly files: readonly SettingsFile[];
}

/** One file of settings that was read. */
export interface SettingsFile {
  /** Absolute path. */
  readonly path: string;
  readonly source: ReadSettings['source'];
  readonly diagnostics: readonly Diagnostic[];
}

interface Layer {
  readonly path: string;
  readonly config: PackwrightConfig;
  readonly file: SettingsFile;
}

const NAME = 'packwright.yaml';
const FROM_ENVIRONMENT = {
  packs_dir: 'PACKWRIGHT_PACKS_DIR',
  state_dir: 'PACKWRIGHT_STATE_DIR',
  registry: 'PACKWRIGHT_REGISTRY',
} as const;

/**
 * The settings of a host: flags over the environment over `./packwright.yaml` over the user's over the system's.
 * Maps are merged key by key; a list replaces a list.
 */
export async function loadSettings(place: SettingsPlace): Promise<Settings> {
  const paths = settingsPaths(place).filter((path) => existsSync(path));
  const layers = await Promise.all(paths.map(readLayer));
  const environment = Object.entries(FROM_ENVIRONMENT).flatMap(([key, name]) => {
    const value = place.env[name];
    return value === undefined || value === '' ? [] : [[key, value] as const];
  });
  const origins = new Map<string, string>();
  const value: Record<string, unknown> = {};
  for (const { path, config } of layers) merge(value, config, path, origins);
  merge(value, Object.fromEntries(environment), 'environment', origins);
  merge(value, place.flags ?? {}, 'flag', origins);
  return { value, origins, files: layers.map(({ file }) => file) };
}

/** The files that are read where they exist, the weakest first. */
export function settingsPaths({ cwd, env, file }: SettingsPlace): readonly string[] {
  const named = file ?? env.PACKWRIGHT_CONFIG;
  if (named !== undefined && named !== '') return [resolve(cwd, named)];
  const user = env.XDG_CONFIG_HOME || join(env.HOME || homedir(), '.config');
  return [`/etc/packwright/${NAME}`, join(user, 'packwright', NAME), join(cwd, NAME)];
}

/** Where a host keeps trust, journals and earlier packs, when nothing sets it: the system's place for root. */
export function defaultStateDir(env: SettingsPlace['env']): string {
  if (env.XDG_STATE_HOME) return join(env.XDG_STATE_HOME, 'packwright');
  if (process.getuid?.() === 0) return '/var/lib/packwright';
  return join(env.HOME || homedir(), '.local', 'state', 'packwright');
}

async function readLayer(path: string): Promise<Layer> {
  const read = await readSettings(NAME, readFileSync(path));
  const diagnostics = [...read.diagnostics, ...(read.diagnostics.length === 0 ? meaning(read) : [])];
  return { path, config: read.value, file: { path, source: read.source, diagnostics } };
}

/** What no schema can say of settings. */
function meaning({ value, spanOf }: ReadSettings): Diagnostic[] {
  const fault = (
    { code }: RuleInfo,
    path: readonly string[],
    { message, hint }: TrustProblem,
  ): Diagnostic => ({
    ...{ code, severity: 'error', file: NAME, span: spanOf(path), message, hint },
  });
  const admission = compileAdmission(value.admission);
  return [
    ...checkPolicy(policyOf(value.policy)).map((problem) =>
      fault(settingsRules.loosens, ['policy', 'defaults', problem.tier], problem),
    ),
    ...(admission.ok ? [] : [fault(settingsRules.pattern, ['admission'], admission.problem)]),
  ];
}

function merge(
  target: Record<string, unknown>,
  layer: object,
  origin: string,
  origins: Map<string, string>,
  prefix = '',
): void {
  for (const [key, value] of Object.entries(layer)) {
    if (value === undefined) continue;
    const name = prefix + key;
    if (isMap(value)) {
      const below = Object.hasOwn(target, key) && isMap(target[key]) ? target[key] : {};
      Object.defineProperty(target, key, {
        value: below,
        enumerable: true,
        configurable: true,
        writable: true,
      });
      merge(below, value, origin, origins, `${name}.`);
      continue;
    }
    Object.defineProperty(target, key, { value, enumerable: true, configurable: true, writable: true });
    origins.set(name, origin);
  }
}

const isMap = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
