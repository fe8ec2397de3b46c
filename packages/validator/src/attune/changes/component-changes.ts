import type { Change, Meaning } from '../../changes/change.ts';
import { type Compared, field } from '../../changes/compared.ts';
import { anyChange, limitChange, textChange } from '../../changes/value-changes.ts';
import type { ComponentKind } from '../pack.ts';
import { grantChanges } from './grant-changes.ts';
import { parameterChanges } from './parameter-changes.ts';

/** A component as plain data, since its keys depend on kind and profile. */
export type Data = Readonly<Record<string, unknown>>;
type Comparison = (component: Compared<Data>) => Iterable<Change>;

/** Texts for people; nothing runs by them. */
const TEXTS = ['label', 'name', 'description', 'tags', 'examples', 'meta'];
/** Schemas by the noun for their entries. */
const SCHEMAS: Readonly<Record<string, string>> = {
  parameters: 'parameter',
  parameters_schema: 'parameter',
  output: 'output',
  output_schema: 'output',
  payload_schema: 'output',
};
/** Keys that are compared by a rule of their own. */
const COMPARED: Readonly<Record<string, Comparison>> = {
  enabled: enabledChange,
  timeout_seconds: (component) =>
    limitChange(field(component, 'timeout_seconds'), 'its timeout in seconds', 'most'),
  timeout: (component) => limitChange(field(component, 'timeout'), 'its timeout in seconds', 'most'),
  grants: (component) => grantChanges(field(component, 'grants')),
  concurrency: (component) => limitsChange(component, 'concurrency', 'limit'),
  rate_limit: (component) => limitsChange(component, 'rate_limit', 'max_executions'),
};

/** What a component of one kind being there means: most do something, policies forbid something. */
export const meaningOfNew = (kind: ComponentKind): Meaning => (kind === 'policy' ? 'narrower' : 'wider');

/** What differs in one component, key by key; of what has no rule it can only be told that it differs. */
export function* componentChanges(component: Compared<Data>): Generator<Change> {
  const keys = new Set([...Object.keys(component.before.value), ...Object.keys(component.after.value)]);
  for (const key of [...keys].sort()) {
    const part = field(component, key);
    const noun = SCHEMAS[key];
    if (TEXTS.includes(key)) yield* textChange(part, `\`${key}\``);
    else if (noun !== undefined) yield* parameterChanges(part, noun);
    else if (Object.hasOwn(COMPARED, key)) yield* (COMPARED[key] as Comparison)(component);
    else yield* anyChange(part, `\`${key}\``, 'unknown');
  }
}

/** Left out it is on. A policy that is on forbids, and says so through `kind`. */
function* enabledChange(component: Compared<Data>): Generator<Change> {
  const { before, after } = field(component, 'enabled');
  const [was, is] = [before.value !== false, after.value !== false];
  if (was === is) return;
  const isPolicy = component.subject.at(-1)?.startsWith('policy ') === true;
  yield* anyChange(
    { ...component, before: { ...before, value: was }, after: { ...after, value: is } },
    '`enabled`',
    is === isPolicy ? 'narrower' : 'wider',
  );
}

/** A limit of a policy; without one there is none. Anything else about it can only be told to differ. */
function* limitsChange(component: Compared<Data>, key: string, most: string): Generator<Change> {
  const part = field(component, key) as Compared<Data | undefined>;
  yield* limitChange(field(part, most), `\`${key}.${most}\``, 'most');
  const others = (value: Data | undefined) => ({ ...value, [most]: undefined });
  const { before, after } = part;
  if (before.value && after.value) {
    yield* anyChange(
      {
        ...part,
        before: { ...before, value: others(before.value) },
        after: { ...after, value: others(after.value) },
      },
      `\`${key}\``,
      'unknown',
    );
  }
}
