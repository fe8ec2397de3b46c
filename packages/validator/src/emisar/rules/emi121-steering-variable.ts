import { atValue } from '../../structure/finding.ts';
import { argumentOf } from '../argument-of.ts';
import { quote } from '../arguments/quote.ts';
import { hasChoices } from '../bounds.ts';
import { referencesOf } from '../references-of.ts';
import type { EmisarRule } from '../rule.ts';

/** Variables by which a program is told what else to load or run. The loader refuses only `LD_*`, `DYLD_*` and BASH_ENV. */
const STEERING = new Set(
  [
    'PATH ENV IFS PS4 SHELLOPTS BASHOPTS PROMPT_COMMAND PYTHONPATH PYTHONHOME PYTHONSTARTUP PERL5OPT PERL5LIB',
    'RUBYOPT RUBYLIB NODE_OPTIONS NODE_PATH JAVA_TOOL_OPTIONS JDK_JAVA_OPTIONS _JAVA_OPTIONS CLASSPATH',
    'GIT_SSH GIT_SSH_COMMAND GIT_EXEC_PATH GIT_EXTERNAL_DIFF GIT_PAGER GIT_EDITOR GIT_PROXY_COMMAND',
    'EDITOR VISUAL PAGER LESSOPEN MANPAGER BROWSER GCONV_PATH RUSTC_WRAPPER',
  ].flatMap((names) => names.split(' ')),
);

/** specs/emisar 10.3. */
export const emi121: EmisarRule = {
  code: 'EMI121',
  name: 'steering-variable',
  severity: 'warning',
  summary: 'A caller chooses the value of a variable that decides which code runs.',
  why: 'Through `PATH`, `NODE_OPTIONS`, `GIT_SSH_COMMAND` and the like a value becomes a program, whatever the command line says.',
  *check({ actions }) {
    for (const { document, action } of actions) {
      for (const { name, path } of referencesOf(action)) {
        const variable = path[1] === 'env' ? String(path[2]) : '';
        if (!STEERING.has(variable)) continue;
        const arg = argumentOf(action, name);
        if (!arg || hasChoices(arg.validation)) continue;
        yield atValue(document, path, {
          message: `${quote(variable)} decides which code runs, and ${quote(arg.name)} lets the caller choose it`,
          hint: `set ${quote(variable)} to a fixed value, or list what ${quote(arg.name)} may be in validation.enum`,
        });
      }
    }
  },
};
