import { resolve } from 'node:path';
import type { EmisarActionDocument, EmisarOutput } from '@packwright/schema/emisar';
import {
  type AuthoredAction,
  type BoundArguments,
  RenderError,
  renderArgv,
  renderEnv,
} from '@packwright/validator/emisar';
import { parseConfigDuration } from '@packwright/values';
import type { CommandPlan, PlannedFile, PlannedText } from '../plan/command-plan.ts';
import type { PlanOptions, PlanResult } from '../plan/plan-result.ts';
import type { RedactionRule } from '../plan/redaction-rule.ts';
import { sha256 } from '../sha256.ts';
import { clamp } from './clamp.ts';
import { secretTexts } from './secret-texts.ts';
import { shownArguments } from './shown-arguments.ts';

/** An action, and the directory of its pack. */
export interface PlacedAction extends AuthoredAction {
  readonly directory: string;
}

/** What runs for arguments that have been bound: templates filled in, limits within the declared envelope. */
export function plan(placed: PlacedAction, value: BoundArguments, options: PlanOptions = {}): PlanResult {
  const { action } = placed;
  try {
    const { program, argv, files } = commandOf(placed, value);
    const env = Object.fromEntries(renderEnv(action.execution.env ?? {}, value));
    const declarations = action.args ?? [];
    return {
      ok: true,
      plan: {
        program,
        argv,
        files,
        env,
        stdin: null,
        cwd: resolve(action.execution.cwd || '/'),
        user: action.execution.user || null,
        ...limitsOf(action, options),
        output: contractOf(action.output),
        secrets: secretTexts(declarations, value),
        redactions: (action.output.redact ?? []).map(ruleOf),
        shownArguments: shownArguments(declarations, value),
      },
    };
  } catch (error) {
    if (!(error instanceof RenderError)) throw error;
    return { ok: false, refusal: { status: 'error', code: 'template', arg: '', message: error.message } };
  }
}

type Command = Pick<CommandPlan, 'program' | 'argv' | 'files'>;

function commandOf({ action, script, directory }: PlacedAction, value: BoundArguments): Command {
  if (action.kind === 'exec') {
    const { argv = [] } = action.execution.command;
    return { program: programOf(action), argv: renderArgv(argv, value), files: [] };
  }
  const { execution } = action;
  const file = script?.file ?? execution.script.path;
  const argv: readonly PlannedText[] = [{ file }, ...renderArgv(execution.argv ?? [], value)];
  const files: readonly PlannedFile[] = [
    {
      name: file,
      source: { path: `${directory}/${file}`, sha256: sha256(script?.bytes ?? new Uint8Array()) },
    },
  ];
  return { program: programOf(action), argv, files };
}

/** What is started, whatever the arguments. */
export const programOf = (action: EmisarActionDocument): string =>
  action.kind === 'exec' ? action.execution.command.binary : action.execution.script.interpreter || '/bin/sh';

type Limits = Pick<
  CommandPlan,
  'timeoutMs' | 'cancelGraceMs' | 'maxStdoutBytes' | 'maxStderrBytes' | 'successExitCodes'
>;

function limitsOf({ execution, output }: EmisarActionDocument, options: PlanOptions): Limits {
  const grace = milliseconds(execution.cancel_grace);
  return {
    timeoutMs: clamp(
      {
        declared: milliseconds(execution.timeout),
        least: milliseconds(execution.timeout_min),
        most: milliseconds(execution.timeout_max),
      },
      options.timeoutMs,
    ),
    cancelGraceMs: grace > 0 ? grace : null,
    maxStdoutBytes: clamp(
      {
        declared: output.max_stdout_bytes,
        least: output.max_stdout_bytes_min,
        most: output.max_stdout_bytes_max,
      },
      options.maxStdoutBytes,
    ),
    maxStderrBytes: clamp(
      {
        declared: output.max_stderr_bytes,
        least: output.max_stderr_bytes_min,
        most: output.max_stderr_bytes_max,
      },
      options.maxStderrBytes,
    ),
    successExitCodes: execution.success_exit_codes ?? [],
  };
}

function milliseconds(duration: string | undefined): number {
  const parsed = parseConfigDuration(duration ?? '');
  return parsed.ok ? Number(parsed.nanoseconds) / 1e6 : 0;
}

const contractOf = (output: EmisarOutput): CommandPlan['output'] => ({
  parser: output.parser === 'json' ? 'json' : 'text',
  isRequired: output.parser_required === true,
  schema: output.schema ?? null,
});

function ruleOf(rule: NonNullable<EmisarOutput['redact']>[number]): RedactionRule {
  const { name } = rule;
  const replacement = rule.replacement || '[REDACTED]';
  return rule.type === 'literal'
    ? { type: 'literal', name, literal: rule.literal, replacement }
    : { type: 'regex', name, pattern: rule.pattern, replacement };
}
