import type { LocatedDocument } from '../structure/document.ts';
import { atKey, atValue, type Finding } from '../structure/finding.ts';
import type { Path } from '../structure/locator.ts';
import type { ParameterProblem } from './dialect/index.ts';

/** Why parameters do not fit, at the place where they are written. */
export function parameterFinding(
  document: LocatedDocument<unknown>,
  path: Path,
  { kind, path: inner, message, hint }: ParameterProblem,
  noun: string,
): Finding {
  const at = [...path, ...inner];
  const words = hint === undefined ? {} : { hint };
  const name = inner.map(String).join('.');
  switch (kind) {
    case 'missing':
      return atKey(document, path, { message: `\`${String(path.at(-1))}\` ${message}`, ...words });
    case 'unknown':
      return atKey(document, at, { message: `"${name}" is no ${noun} that is described`, ...words });
    case 'unfit':
      return atValue(document, at, { message: `\`${name}\` ${message}`, ...words });
  }
}
