import type { Preview } from '@packwright/engine';

/** What a run would be, or why it would be refused, as JSON in the words of results and of the journal. */
export function previewJson(actionId: string, preview: Preview): string {
  return `${JSON.stringify({ action_id: actionId, ...contentOf(preview) }, null, 2)}\n`;
}

function contentOf(preview: Preview): object {
  if (!preview.ok) {
    const { status, message, hint } = preview.refusal;
    return { status, reason: message, ...(hint !== undefined && { hint }) };
  }
  const { admitted, shown } = preview;
  const { action, answer, plan, risk } = admitted;
  return {
    status: 'planned',
    pack: { id: action.pack.id, version: action.pack.version, digest: action.pack.digest },
    risk,
    policy: { decision: answer.decision, rule: answer.rule },
    executed_command: shown.command,
    args_redacted: JSON.parse(shown.arguments),
    cwd: shown.cwd,
    user: shown.user,
    env_keys: shown.envKeys,
    files: plan.files.map(({ name }) => name),
    timeout: shown.timeout,
    max_stdout_bytes: plan.maxStdoutBytes,
    max_stderr_bytes: plan.maxStderrBytes,
  };
}
