import type { EmisarActionDocument, EmisarArg } from '@packwright/schema/emisar';
import { isAtFault } from '../../structure/document.ts';
import { spanWithin } from '../../structure/span-within.ts';
import { argumentOf } from '../argument-of.ts';
import { hasChoices } from '../bounds.ts';
import { referencesIn } from '../references-of.ts';
import { argvOf, type EmisarRule } from '../rule.ts';

const SHELLS = new Set(['/bin/sh', 'sh', 'bash', 'dash', 'ash', 'ksh', 'zsh', 'busybox']);

/** specs/emisar 2.7, S5. */
export const emi045: EmisarRule = {
  code: 'EMI045',
  name: 'shell-program',
  severity: 'error',
  summary: 'A free value is put into the program text of a shell.',
  why: 'The shell would read the value as program: `x; rm -rf /` in an argument would run. A pattern is no defence; only closed sets of values are.',
  upstream: ['S5'],
  *check({ actions }) {
    for (const { document, action } of actions) {
      const program = programText(action);
      if (!program || (action.id === 'shell.run_script' && action.risk === 'critical')) continue;
      const told = new Set<string>();
      const at = [...argvOf(action).path, program.index];
      for (const { name, path, start, end } of referencesIn(program.text, at, action)) {
        const arg = argumentOf(action, name);
        if (!arg || told.has(arg.name) || isClosed(arg)) continue;
        // What would close it may be misspelt.
        if (isAtFault(document, ['args', (action.args ?? []).indexOf(arg)])) continue;
        told.add(arg.name);
        yield {
          file: document.file,
          span: spanWithin(document, path, start, end),
          message: `the argument "${arg.name}" becomes part of a shell program`,
          hint: `write "$1" there and append "sh", "{{ args.${arg.name} }}" to argv, or pass it through env`,
        };
      }
    }
  },
};

/** The element behind the first option cluster with a `c`, as the loader finds it. */
function programText(action: EmisarActionDocument): { text: string; index: number } | undefined {
  if (action.kind !== 'exec' || !SHELLS.has(action.execution.command.binary)) return undefined;
  const argv = action.execution.command.argv ?? [];
  for (const [index, element] of argv.entries()) {
    if (element === '--') return undefined;
    if (!/^-[^-]/.test(element) || !element.includes('c')) continue;
    const text = argv[index + 1];
    return text === undefined ? undefined : { text, index: index + 1 };
  }
  return undefined;
}

/** Whether all values that can pass are harmless as program text. */
function isClosed(arg: EmisarArg): boolean {
  if (hasChoices(arg.validation) || arg.type === 'boolean' || arg.type === 'duration') return true;
  if (arg.type !== 'integer' && arg.type !== 'number') return false;
  return arg.validation?.min !== undefined && arg.validation.max !== undefined;
}
