import type { EvershellTransform } from '@packwright/schema/evershell';
import { type RuleNames, resolveRules } from '../applies-to.ts';
import { Names } from '../names.ts';
import { pointerTo } from '../pointer.ts';
import { quote } from '../quote.ts';
import type { Faults } from '../structure/faults.ts';
import { compileChange } from './compile-change.ts';
import type { HeaderContext } from './compile-headers.ts';
import { shareRule, type Transform } from './transform.ts';

/** What the transforms of one capability are compiled with. */
export interface TransformContext extends HeaderContext {
  readonly faults: Faults;
  readonly rules: RuleNames;
}

interface Placed {
  readonly at: string;
  readonly transform: Transform;
}

/** Compiles the transforms of one capability, in their order (specs/evershell 3.10). */
export function compileTransforms(
  list: readonly unknown[],
  at: string,
  context: TransformContext,
): readonly Transform[] {
  const placed: Placed[] = [];
  const names = new Names('transforms', context.problems);
  for (const [index, item] of list.entries()) {
    const pointer = pointerTo(at, index);
    if (!context.faults.isSound(pointer)) continue;
    const transform = item as EvershellTransform;
    const name = transform.name ?? `t${index}`;
    names.add(name, pointerTo(pointer, 'name'));
    const { problems } = context;
    const rules = resolveRules(
      transform.applies_to,
      context.rules,
      pointerTo(pointer, 'applies_to'),
      problems,
    );
    const change = compileChange(transform, pointer, context);
    if (change) placed.push({ at: pointer, transform: { name, rules, change } });
  }
  checkAuth(placed, context);
  return placed.map(({ transform }) => transform);
}

/** At most one `auth` reaches a rule, and where one does nobody else writes `authorization`. */
function checkAuth(placed: readonly Placed[], { problems }: TransformContext): void {
  const earlier: Transform[] = [];
  const auths = placed.filter(({ transform }) => transform.change.kind === 'auth');
  for (const { at, transform } of auths) {
    const other = earlier.find((each) => shareRule(each, transform));
    if (other) {
      const message = `${quote(other.name)} already authenticates the same rule`;
      problems.add(
        'auth_conflict',
        pointerTo(at, 'auth'),
        message,
        'give each its own rules by `applies_to`',
      );
    }
    earlier.push(transform);
  }
  for (const { at, transform } of placed) {
    const { change } = transform;
    if (change.kind !== 'headers' || !auths.some((auth) => shareRule(auth.transform, transform))) continue;
    const written = [...change.set, ...change.add].map(([name]) => name);
    if (![...written, ...change.remove].includes('authorization')) continue;
    const hint = 'leave it to `auth`, or give each its own rules by `applies_to`';
    problems.add('header_forbidden', pointerTo(at, 'headers'), '"authorization" is written by `auth`', hint);
  }
}
