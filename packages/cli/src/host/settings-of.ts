import { loadSettings, type Settings } from '@packwright/installer/node';
import type { Io } from '../io.ts';
import { shownPath } from '../packs/find-packs.ts';
import { UsageError } from '../usage-error.ts';
import type { HostFlags } from './host.ts';

/** The settings in force. Throws a `UsageError` for a file with an error. */
export async function settingsOf(flags: HostFlags, io: Io): Promise<Settings> {
  const settings = loadSettings({
    cwd: io.cwd,
    env: io.env,
    file: flags.config,
    flags: {
      ...(flags.dest !== undefined && { packs_dir: flags.dest }),
      ...(flags.state !== undefined && { state_dir: flags.state }),
      ...(flags.registry !== undefined && { registry: flags.registry }),
    },
  });
  for (const { path, source, diagnostics } of settings.files) {
    const fault = diagnostics.find(({ severity }) => severity === 'error');
    if (!fault) continue;
    const { line, column } = source.position(fault.span.start);
    throw new UsageError(
      `${shownPath(path, io.cwd)}:${line}:${column} ${fault.code} ${fault.message}`,
      fault.hint ?? '`packwright config check` shows all that is wrong with the settings',
    );
  }
  return settings;
}
