import type { LocatedDocument } from '../../structure/document.ts';
import { atValue, type Finding } from '../../structure/finding.ts';
import type { Path } from '../../structure/locator.ts';
import type { AttuneRule } from '../rule.ts';
import { parseVersionConstraint } from '../version-constraint.ts';

const FORMS =
  'write one of >=, <=, >, <, =, ~ and ^ before a version, such as ">=3.10", or a version alone for every patch of it, with commas between several';

/** Spec 1.3, 3.7. */
export const att109: AttuneRule = {
  code: 'ATT109',
  name: 'version-range',
  severity: 'warning',
  restsOn: [],
  summary: 'A range of versions cannot be read.',
  why: 'No version of the runtime matches it, so the action never runs.',
  *check({ components }) {
    for (const { document, value } of [...components.action, ...components.sensor]) {
      yield* judge(document, ['runtime_version'], value.runtime_version);
    }
    for (const { document, value } of components.action) {
      for (const [name, range] of Object.entries(value.required_worker_runtimes ?? {})) {
        const at = ['required_worker_runtimes', name];
        if (typeof range !== 'string') yield noText(document, at, name);
        else if (range.trim() !== '*') yield* judge(document, at, range);
      }
    }
  },
};

function* judge(document: LocatedDocument<unknown>, at: Path, range: unknown): Generator<Finding> {
  if (typeof range !== 'string') return;
  const wrong = range.split(',').find((part) => part.trim() === '' || !parseVersionConstraint(part));
  if (wrong === undefined) return;
  const meant = withoutWildcard(wrong.trim());
  yield atValue(document, at, {
    message: `"${wrong.trim()}" is not a condition on versions`,
    hint: meant === undefined ? FORMS : `write "${meant}"`,
  });
}

const noText = (document: LocatedDocument<unknown>, at: Path, name: string): Finding =>
  atValue(document, at, {
    message: `the versions of "${name}" are not written as text`,
    hint: 'write text, such as ">=20" or ">=3.10,<4", or "*" for any',
  });

/** What says the same as a condition such as `3.x`. */
function withoutWildcard(condition: string): string | undefined {
  const [, major, minor] =
    /^[=~]?\s*v?([0-9]{1,9})(?:\.([0-9]{1,9}))?(?:\.[x*]){1,2}$/i.exec(condition) ?? [];
  if (major === undefined) return undefined;
  return minor === undefined ? `>=${major},<${Number(major) + 1}` : `${major}.${minor}`;
}
