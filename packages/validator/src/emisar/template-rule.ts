import { spanWithin } from '../structure/span-within.ts';
import { argvOf, type EmisarRule } from './rule.ts';
import { checkTemplates, type TemplatePlace } from './template/check-templates.ts';

/** A rule over the templates of one place: the command line, or the environment. */
export function templateRule(info: Omit<EmisarRule, 'check'>, place: TemplatePlace['kind']): EmisarRule {
  return {
    ...info,
    *check({ actions }) {
      for (const { document, action } of actions) {
        const { argv, path } = argvOf(action);
        const args = action.args ?? [];
        // An argument without a name may be the one that is meant.
        const isComplete = args.every(({ name }) => name !== '');
        const problems =
          place === 'argv'
            ? checkTemplates(argv, {}, args)
            : checkTemplates([], action.execution.env ?? {}, args);
        for (const problem of problems) {
          if (problem.kind === 'undeclared' && !isComplete) continue;
          const at =
            problem.place.kind === 'argv'
              ? [...path, problem.place.index]
              : ['execution', 'env', problem.place.key];
          const { message, hint, start, end } = problem;
          yield { file: document.file, span: spanWithin(document, at, start, end), message, hint };
        }
      }
    },
  };
}
