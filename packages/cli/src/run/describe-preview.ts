import type { Preview } from '@packwright/engine';
import { visible } from '@packwright/validator/render';

/** What a run would be, and why it may or may not start. */
export function describePreview(preview: Preview): string {
  if (!preview.ok) {
    const { status, message, hint } = preview.refusal;
    return rows([
      ['would be', `${status}: ${message}`],
      ['to mend it', hint ?? ''],
    ]);
  }
  const { admitted, shown } = preview;
  const { action, answer, plan, risk } = admitted;
  const { pack } = action;
  const rule = 'override' in answer.rule ? `rule "${answer.rule.override}"` : `risk "${answer.rule.tier}"`;
  return rows([
    ['action', `${action.id}: ${action.view.title}`],
    ['pack', `${pack.id} ${pack.version}, trusted as ${pack.digest}`],
    ['risk', risk],
    ['policy', `${answer.decision}, by ${rule}`],
    ['command', shown.command],
    ['arguments', shown.arguments],
    ['directory', shown.cwd],
    ['user', shown.user ?? 'who runs this'],
    ['variables', shown.envKeys.join(', ') || 'none of its own'],
    ['files', plan.files.map(({ name }) => name).join(', ')],
    ['timeout', shown.timeout],
    ['kept', `${plan.maxStdoutBytes} bytes of output, ${plan.maxStderrBytes} of errors`],
  ]);
}

function rows(pairs: readonly (readonly [string, string])[]): string {
  const lines = pairs.filter(([, value]) => value !== '');
  return lines.map(([name, value]) => `${name.padEnd(10)}  ${visible(value)}\n`).join('');
}
