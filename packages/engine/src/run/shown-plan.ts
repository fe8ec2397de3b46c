import { join } from 'node:path';
import { formatGoDuration } from '@packwright/values';
import { shownCommand } from '../output/shown-command.ts';
import type { CommandPlan, PlannedText } from '../plan/command-plan.ts';
import type { LoadedPack } from '../plan/loaded-pack.ts';
import type { Redactor } from '../redaction/redactor.ts';
import { sha256 } from '../sha256.ts';

/** What may be shown of a plan: nothing that redaction masks. */
export interface ShownPlan {
  readonly binary: string;
  readonly argv: readonly string[];
  readonly argvSha256: string;
  /** As a shell would take it. */
  readonly command: string;
  readonly cwd: string;
  readonly user: string | null;
  /** Names only. */
  readonly envKeys: readonly string[];
  /** As Go writes durations. */
  readonly timeout: string;
  /** Lowercase hex SHA-256 of the script that is run; null for a program of the machine. */
  readonly scriptSha256: string | null;
  /** JSON text. */
  readonly arguments: string;
}

/** Redacts every part of a plan that a person or a journal sees. */
export function shownPlan(plan: CommandPlan, pack: LoadedPack, redactor: Redactor): ShownPlan {
  const text = (planned: PlannedText): string =>
    redactor.apply(typeof planned === 'string' ? planned : join(pack.directory, planned.file)).text;
  const binary = text(plan.program);
  const argv = plan.argv.map(text);
  return {
    binary,
    argv,
    argvSha256: sha256([binary, ...argv].join('\0')),
    command: shownCommand(binary, argv),
    cwd: text(plan.cwd),
    user: plan.user,
    envKeys: Object.keys(plan.env).toSorted(),
    timeout: formatGoDuration(BigInt(Math.round(plan.timeoutMs * 1e6))),
    scriptSha256: scriptOf(plan),
    arguments: redactJson(plan.shownArguments, redactor),
  };
}

function scriptOf({ program, argv, files }: CommandPlan): string | null {
  for (const part of [program, ...argv.slice(0, 1)]) {
    if (typeof part === 'string') continue;
    const script = files.find(({ name }) => name === part.file);
    if (script?.source) return script.source.sha256;
  }
  return null;
}

/** Masks within the strings of a JSON text, so that it stays one. */
function redactJson(json: string, redactor: Redactor): string {
  return json.replace(/"(?:[^"\\]|\\.)*"(?!:)/g, (literal) => {
    const { text, counts } = redactor.apply(JSON.parse(literal));
    return counts.length === 0 ? literal : JSON.stringify(text);
  });
}
