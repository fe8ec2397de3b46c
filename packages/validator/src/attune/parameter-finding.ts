import type { LocatedDocument } from '../structure/document.ts';
import { atKey, atValue, type Finding, replaceKey } from '../structure/finding.ts';
import { checkParameters, type ParameterProblem } from './dialect/index.ts';

/** Parameters in a document, and the schema they are for. */
export interface SentParameters {
  readonly document: LocatedDocument<unknown>;
  /** Where they stand, or would stand. */
  readonly path: readonly PropertyKey[];
  readonly sent: unknown;
  readonly schema: unknown;
  /** What each of them is: `parameter of the action`. */
  readonly noun: string;
  /** Whether what is required may come from elsewhere. */
  readonly isPartial?: boolean;
}

/** Why parameters do not fit, each at the place where it is written. */
export function* parameterFindings(parameters: SentParameters): Generator<Finding> {
  const { sent, schema, isPartial } = parameters;
  const problems = [...checkParameters(schema, sent ?? {})];
  const meant = problems.flatMap((problem) =>
    problem.kind === 'unknown' ? (nameMeantBy(problem) ?? []) : [],
  );
  for (const problem of problems) {
    // One that is there under a slip of the pen is not missing too.
    const isNeedless = problem.kind === 'missing' && (isPartial || meant.includes(String(problem.missing)));
    if (!isNeedless) yield findingOf(parameters, problem);
  }
}

const nameMeantBy = ({ hint }: ParameterProblem): string | undefined =>
  hint === undefined ? undefined : /^did you mean "(.*)"\?$/.exec(hint)?.[1];

function findingOf({ document, path, noun }: SentParameters, problem: ParameterProblem): Finding {
  const { kind, message, hint } = problem;
  const at = [...path, ...problem.path];
  const name = problem.path.map(String).join('.');
  const words = hint === undefined ? {} : { hint };
  switch (kind) {
    case 'missing':
      return atKey(document, written(document, path), {
        message: `the ${noun} "${problem.missing}" is required, and not there`,
        hint: `add it under \`${String(path.at(-1))}\``,
      });
    case 'unknown': {
      const meant = nameMeantBy(problem);
      return atKey(document, at, {
        message: `"${name}" is no ${noun}`,
        ...words,
        ...(meant === undefined ? {} : { fix: replaceKey(document, at, meant, `rename to ${meant}`) }),
      });
    }
    case 'unfit':
      return atValue(document, at, { message: `\`${name}\` ${message}`, ...words });
  }
}

/** A path, or the beginning of the document where nothing stands there. */
function written(document: LocatedDocument<unknown>, path: readonly PropertyKey[]): readonly PropertyKey[] {
  return document.locator?.pair(path) ? path : ['ref'];
}
