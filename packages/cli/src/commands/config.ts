import { defaultStateDir, loadSettings, settingsPaths } from '@packwright/installer/host';
import { shownPlace } from '@packwright/validator/node';
import { defineCommand } from '../command.ts';
import { exitCode } from '../exit-code.ts';
import { prettyFindings } from '../host/pretty-findings.ts';
import type { Io } from '../io.ts';
import { UsageError } from '../usage-error.ts';

const TASKS = ['show', 'check'];

/** `packwright config`. */
export const command = defineCommand({
  usage: 'config show|check',
  about: [
    'Shows the settings in force, or checks the files they come from.',
    'Flags win over the environment, it over ./packwright.yaml, that over the file of the user, that over the file of the system.',
    '',
    'Exit code: 0 fine, 1 a file of settings has an error, 2 wrong usage.',
  ],
  flags: {
    origin: { type: 'boolean', describe: 'show where each setting comes from' },
    config: { type: 'string', value: 'FILE', describe: 'read the settings from this file alone' },
    json: { type: 'boolean', describe: 'print JSON' },
  },
  operands: { least: 1, most: 1 },
  examples: [['packwright config show --origin', 'what holds, and who said so']],
  async run({ flags, operands: [task = ''] }, io) {
    if (!TASKS.includes(task)) {
      throw new UsageError(`"${task}" is nothing to do with settings`, 'write show or check', {
        word: task,
        among: TASKS,
      });
    }
    const settings = await loadSettings({ cwd: io.cwd, env: io.env, file: flags.config });
    for (const { path, source, diagnostics } of settings.files) {
      await io.stderr.write(prettyFindings(shownPlace(path, io.cwd), source, diagnostics, io));
    }
    const isWrong = settings.files.some(({ diagnostics }) =>
      diagnostics.some(({ severity }) => severity === 'error'),
    );
    if (task === 'show') {
      const rows = rowsOf(settings.value, settings.origins, io);
      if (flags.json) await io.stdout.write(`${JSON.stringify(rows, null, 2)}\n`);
      else
        for (const { key, value, origin } of rows) {
          await io.stdout.write(`${key}: ${JSON.stringify(value)}${flags.origin ? `  # ${origin}` : ''}\n`);
        }
    } else if (!isWrong) await io.stdout.write(checked(settings.files.length, settingsPaths({ ...io })));
    return isWrong ? exitCode.findings : exitCode.ok;
  },
});

function checked(count: number, paths: readonly string[]): string {
  if (count === 0) return `no file of settings; looked for ${paths.join(', ')}\n`;
  return `${count} file${count === 1 ? '' : 's'} of settings, no errors\n`;
}

interface Row {
  readonly key: string;
  readonly value: unknown;
  readonly origin: string;
}

function rowsOf(settings: object, origins: ReadonlyMap<string, string>, io: Io): Row[] {
  const rows = [...origins].map(([key, origin]) => ({ key, value: valueAt(settings, key), origin }));
  if (!origins.has('state_dir')) {
    rows.push({ key: 'state_dir', value: defaultStateDir(io.env), origin: 'default' });
  }
  return rows.sort((a, b) => (a.key < b.key ? -1 : 1));
}

const valueAt = (settings: object, key: string): unknown =>
  key
    .split('.')
    .reduce<unknown>((value, part) => (value as Record<string, unknown> | undefined)?.[part], settings);
