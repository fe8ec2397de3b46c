import { attuneRealKeys, attuneSeedKeys, attuneUnreadKeys } from '@packwright/schema/attune/keys';
import { atKey, replaceKey } from '../../structure/finding.ts';
import { allComponents } from '../pack.ts';
import type { AttuneRule } from '../rule.ts';

/** Keys for readers only, which nobody takes for more. */
const REMARKS: ReadonlySet<string> = new Set(['tags', 'examples', 'meta']);

/** Spec 9, item 4. */
export const att101: AttuneRule = {
  code: 'ATT101',
  name: 'key-without-effect',
  severity: 'warning',
  restsOn: [],
  summary: 'A key looks like a setting, and the loader does not read it.',
  why: 'A timeout, a schema or an interval that is not in force is worse than none: everyone who reads the file counts on it.',
  *check(pack) {
    if (pack.profile !== 'real') return;
    for (const { kind, document, value } of allComponents(pack)) {
      for (const [key, meant] of Object.entries(attuneUnreadKeys[kind] ?? {})) {
        if (REMARKS.has(key) || !Object.hasOwn(value, key)) continue;
        const isSeed = attuneSeedKeys[kind]?.includes(key) === true;
        const origin = isSeed ? ': it belongs to the format of 2024' : '';
        if (meant === null) {
          yield atKey(document, [key], {
            message: `"${key}" has no effect here${origin}`,
            hint: 'remove it',
          });
          continue;
        }
        const isFree = !document.locator?.pair([meant]) && attuneRealKeys[kind]?.includes(meant) === true;
        yield atKey(document, [key], {
          message: `"${key}" has no effect here: the loader reads \`${meant}\``,
          hint: isFree ? `rename it to ${meant}` : `remove it, \`${meant}\` is there already`,
          ...(isFree ? { fix: replaceKey(document, [key], meant, `rename to ${meant}`) } : {}),
        });
      }
    }
  },
};
