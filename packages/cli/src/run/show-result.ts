import type { RunResult } from '@packwright/engine';
import { visible } from '@packwright/validator/render';
import { exitCode } from '../exit-code.ts';
import type { Io } from '../io.ts';
import { styleFor } from '../style.ts';

/** Shows how a run ended to a person; its output too, unless that has been shown as it came. */
export async function showResult(result: RunResult, io: Io, output: 'shown' | 'to show'): Promise<void> {
  if (output === 'to show') {
    await io.stdout.write(result.stdout ?? '');
    await io.stderr.write(result.stderr ?? '');
  }
  const style = styleFor(io, io.stderr);
  const isFine = result.status === 'success';
  const why = [result.reason, result.error, result.parser_error].filter(Boolean).join('; ');
  const said = isFine ? `took ${result.duration_ms} ms` : why;
  const mark = style(isFine ? 'green' : 'red', isFine ? '✓' : '✗');
  await io.stderr.write(
    `${mark} ${result.action_id}  ${result.status}${said === '' ? '' : `: ${visible(said)}`}\n`,
  );
  const notes = [
    result.hint,
    result.truncated_stdout && `output is cut: ${result.total_stdout_bytes} bytes were written`,
    result.truncated_stderr && `errors are cut: ${result.total_stderr_bytes} bytes were written`,
    result.local_audit_failed && 'the journal could not be written',
  ];
  for (const note of notes) {
    if (note) await io.stderr.write(style('dim', `  ${visible(note)}\n`));
  }
}

/** 0 for success, 3 where nothing was started, 1 for every other end. */
export function exitCodeOfRun({ status, executed_command }: RunResult): number {
  if (status === 'success') return exitCode.ok;
  return executed_command === undefined ? exitCode.refused : exitCode.findings;
}
