import { loadSettings } from '@packwright/installer/host';
import { visible } from '@packwright/validator/render';
import { defineCommand } from '../command.ts';
import { examine } from '../doctor/examine.ts';
import type { Finding } from '../doctor/finding.ts';
import { exitCode } from '../exit-code.ts';
import { hostFlags } from '../host/flags.ts';
import { hostOf } from '../host/host.ts';
import type { Io } from '../io.ts';
import { styleFor } from '../style.ts';

/** `packwright doctor`. */
export const command = defineCommand({
  usage: 'doctor',
  about: [
    'Looks at everything on this host that running actions depends on, and says what to do about what is wrong:',
    'Node, setpriv, settings, packs, trust, programs, environment, permissions, clock, journal. It changes nothing.',
    'Run it as the user of the runner, in its environment.',
    '',
    'Exit code: 0 no errors, 1 at least one error, 2 wrong usage.',
  ],
  flags: {
    output: {
      type: 'string',
      value: 'FORM',
      choices: ['pretty', 'json'],
      describe: 'pretty, or json for the findings as data (default: pretty)',
    },
    ...hostFlags,
  },
  operands: { least: 0, most: 0 },
  examples: [['packwright doctor', 'what keeps actions from running here']],
  async run({ flags, operands: _ }, io) {
    const { files } = await loadSettings({ cwd: io.cwd, env: io.env, file: flags.config });
    const findings = await examine(await hostOf(flags, io), files, io);
    const isWell = findings.every(({ level }) => level !== 'error');
    if (flags.output === 'json')
      await io.stdout.write(`${JSON.stringify({ ok: isWell, findings }, null, 2)}\n`);
    else await io.stdout.write(shown(findings, io));
    return isWell ? exitCode.ok : exitCode.findings;
  },
});

const MARKS = { ok: ['green', '✓'], warning: ['yellow', '!'], error: ['red', '✗'] } as const;

function shown(findings: readonly Finding[], io: Io): string {
  const style = styleFor(io, io.stdout);
  const width = Math.max(...findings.map(({ check }) => check.length));
  const lines = findings.map(({ check, level, message, hint }) => {
    const [look, mark] = MARKS[level];
    const first = `${style(look, mark)} ${check.padEnd(width)}  ${visible(message)}\n`;
    return hint === '' ? first : `${first}${' '.repeat(width + 4)}${style('dim', `= ${visible(hint)}`)}\n`;
  });
  return `${lines.join('')}\n${summary(findings)}\n`;
}

function summary(findings: readonly Finding[]): string {
  const number = (level: Finding['level']) => findings.filter((finding) => finding.level === level).length;
  const count = (many: number, what: string) => `${many} ${what}${many === 1 ? '' : 's'}`;
  const [errors, warnings] = [number('error'), number('warning')];
  if (errors + warnings === 0) return 'all is well';
  return [errors > 0 ? count(errors, 'error') : '', warnings > 0 ? count(warnings, 'warning') : '']
    .filter((part) => part !== '')
    .join(', ');
}
