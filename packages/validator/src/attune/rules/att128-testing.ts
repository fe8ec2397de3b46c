import { atValue } from '../../structure/finding.ts';
import type { AttuneRule } from '../rule.ts';
import { unexpectedValues } from '../word-places.ts';

/** Spec 1.2.1. */
export const att128: AttuneRule = {
  code: 'ATT128',
  name: 'testing',
  severity: 'warning',
  summary: '`testing` cannot be read.',
  why: 'Registering the pack with its tests fails with an internal error.',
  *check(pack) {
    for (const { document, path, issues } of unexpectedValues(pack)) {
      if (path[0] !== 'testing' || path.length > 1) continue;
      for (const { path: inner, message } of issues) {
        const at = [...path, ...inner];
        const isMissing = document.locator?.pair(at) === undefined && inner.length > 0;
        const name = at.map(String).join('.');
        yield atValue(document, at, {
          message: isMissing ? `"${name}" is missing` : `\`${name}\` is not what the loader reads there`,
          hint: isMissing ? `add ${String(inner.at(-1))}` : message.toLowerCase(),
        });
      }
    }
  },
};
