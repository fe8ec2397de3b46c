/** What every action sees of the runner's environment (specs/emisar 7.4). */
const INHERITED = ['PATH', 'LANG', 'LC_ALL', 'TERM'];
/** Names that would let whoever sets them run code in any program, and never pass. */
const FORBIDDEN = /^(?:LD_|DYLD_|BASH_ENV$)/;

/** The environment of a process: the allow-list of the runner, and over it what the action says. */
export function environmentOf(
  declared: Readonly<Record<string, string>>,
  inherited: readonly string[],
  own: Readonly<Record<string, string | undefined>>,
): Record<string, string> {
  const environment: Record<string, string> = Object.create(null);
  for (const name of [...INHERITED, ...inherited]) {
    const value = own[name];
    if (value !== undefined && !FORBIDDEN.test(name)) environment[name] = value;
  }
  return Object.assign(environment, declared);
}
