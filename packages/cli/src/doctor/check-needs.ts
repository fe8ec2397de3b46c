import { type ActionNeeds, type ActionOfPack, type HostSettings, hasProgram } from '@packwright/engine';
import type { LoadedPacks } from '@packwright/installer/host';
import { error, type Finding, namesOf, orFine, warning } from './finding.ts';

/** What a runner on this host would start actions with. */
export interface Surroundings {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly platform: string;
  readonly host: HostSettings;
  /** Names that actions inherit from the runner, by the settings. */
  readonly inheritEnv: readonly string[];
  /** Whether the action can be run as another user here. */
  readonly canChangeUser: boolean;
}

/** Whether the programs that packs and their actions need are there. */
export async function checkPrograms(
  { packs }: LoadedPacks,
  actions: readonly ActionOfPack[],
  { env, platform, host, canChangeUser }: Surroundings,
): Promise<readonly Finding[]> {
  const needs: (ActionNeeds & { readonly action: ActionOfPack })[] = [];
  // One after the other: some start an interpreter to learn its version.
  for (const action of actions) needs.push({ action, ...(await action.needs(host)) });
  const isMissing = (program: string) => !hasProgram(program, env.PATH);
  const started = groupBy(
    needs.filter(({ program }) => program !== null && isMissing(program)),
    ({ program }) => program ?? '',
  );
  const listed = packs.flatMap(({ opened: { id, view } }) =>
    (view?.requirements?.binaries ?? [])
      .map(withoutVersion)
      .filter((name) => !started.has(name) && isMissing(name))
      .map((name) => ({ id, name })),
  );
  const refused = groupBy(
    needs.filter(({ refusal }) => refusal !== null),
    ({ action, refusal }) => `${action.pack.id}: ${refusal?.message}`,
  );
  const asOthers = needs.filter(({ user }) => user !== null && !canChangeUser);
  return orFine(
    [
      ...packs.flatMap(({ opened: { id, view } }) => wrongSystem(id, view?.requirements?.os ?? [], platform)),
      ...[...started].map(([program, group]) =>
        error('programs', `${namesOf(ids(group))}: there is no "${program}"`, installHint(program)),
      ),
      ...[...groupBy(listed, ({ name }) => name)].map(([name, group]) =>
        warning(
          'programs',
          `${namesOf(group.map(({ id }) => id))}: there is no "${name}"`,
          installHint(name),
        ),
      ),
      ...[...refused].map(([, group]) => {
        const [{ action, refusal } = { action: undefined, refusal: null }] = group;
        const message = `${namesOf(ids(group))}: ${refusal?.message ?? ''}`;
        return warning(
          'programs',
          message,
          refusal?.hint ?? `\`packwright info ${action?.pack.id}\` shows it`,
        );
      }),
      ...(asOthers.length === 0 ? [] : [otherUsers(asOthers)]),
    ],
    'programs',
    'every program that an action starts is there',
  );
}

/** Whether the variables that packs say they need reach their actions. */
export function checkEnvironment(
  { packs }: LoadedPacks,
  { env, inheritEnv }: Surroundings,
): readonly Finding[] {
  const inherited = new Set(inheritEnv);
  const required = packs.flatMap(({ opened: { id, view } }) =>
    (view?.requirements?.env ?? []).filter((each) => each.required).map(({ name }) => ({ id, name })),
  );
  const findings = [...groupBy(required, ({ name }) => name)].flatMap(([name, group]): Finding[] => {
    const who = namesOf(group.map(({ id }) => id));
    if (!inherited.has(name)) {
      const hint = `add it to \`runner.inherit_env\` of packwright.yaml, and set it where the runner starts`;
      return [error('environment', `${who}: "${name}" does not reach its actions`, hint)];
    }
    if (env[name] !== undefined) return [];
    const hint = 'set it where the runner starts; a service reads /etc/packwright/runner.env';
    return [warning('environment', `${who}: "${name}" is not set here`, hint)];
  });
  return orFine(findings, 'environment', 'every variable that a pack requires reaches its actions');
}

function wrongSystem(id: string, systems: readonly string[], platform: string): readonly Finding[] {
  if (systems.length === 0 || systems.includes(platform)) return [];
  return [
    warning(
      'programs',
      `${id} is for ${systems.join(', ')}, not ${platform}`,
      `\`packwright uninstall ${id}\``,
    ),
  ];
}

const otherUsers = (needs: readonly Needing[]): Finding =>
  error(
    'programs',
    `${namesOf(ids(needs))}: nothing can be run as ${namesOf(needs.map(({ user }) => `"${user}"`))} here`,
    'let root run the runner, with setpriv on its PATH',
  );

/** Some authors write which version they want, such as `python3>=3.9`; nothing here can tell it. */
const withoutVersion = (name: string): string => name.replace(/[\s<>=!~^].*$/, '');

type Needing = { readonly action: ActionOfPack; readonly user: string | null };

const ids = (needs: readonly { readonly action: ActionOfPack }[]): string[] =>
  needs.map(({ action }) => action.id);

const installHint = (program: string): string =>
  program.includes('/')
    ? 'put it there, or uninstall the pack'
    : 'install it, or put it on the PATH of the runner';

function groupBy<T>(items: readonly T[], key: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) groups.set(key(item), [...(groups.get(key(item)) ?? []), item]);
  return groups;
}
