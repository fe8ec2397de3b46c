import type { Span } from '../source/span.ts';
import { type LocatedDocument, spanAt } from '../structure/document.ts';
import type { Path } from '../structure/locator.ts';
import { argvOf, type EmisarRule } from './rule.ts';
import { checkTemplates, type TemplatePlace } from './template/check-templates.ts';

/** A rule over the templates of one place: the command line, or the environment. */
export function templateRule(info: Omit<EmisarRule, 'check'>, place: TemplatePlace['kind']): EmisarRule {
  return {
    ...info,
    *check({ actions }) {
      for (const { document, action } of actions) {
        const { argv, path } = argvOf(action);
        const env = action.execution.env ?? {};
        if (!hasBlocks(place === 'argv' ? argv : Object.values(env))) continue;
        for (const problem of checkTemplates(argv, env, action.args ?? [])) {
          if (problem.place.kind !== place) continue;
          const [at, text] =
            problem.place.kind === 'argv'
              ? [[...path, problem.place.index], argv[problem.place.index]]
              : [['execution', 'env', problem.place.key], env[problem.place.key]];
          const { message, hint, start, end } = problem;
          yield {
            file: document.file,
            span: partOf(document, at, (text ?? '').slice(start, end)),
            message,
            hint,
          };
        }
      }
    },
  };
}

const hasBlocks = (texts: readonly string[]): boolean => texts.some((text) => text.includes('{{'));

/** The span of a part of a scalar, or of the whole scalar when its source spells the part in another way. */
export function partOf(document: LocatedDocument<unknown>, path: Path, part: string): Span {
  const { start, end } = spanAt(document, path);
  const source = document.text.slice(start, end);
  const at = source.indexOf(part);
  if (at < 0 || source.indexOf(part, at + 1) >= 0) return { start, end };
  return { start: start + at, end: start + at + part.length };
}
