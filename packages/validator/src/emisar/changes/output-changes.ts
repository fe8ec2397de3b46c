import type { EmisarOutput } from '@packwright/schema/emisar';
import type { Change } from '../../changes/change.ts';
import { type Compared, changed, field } from '../../changes/compared.ts';
import { pairs } from '../../changes/pairs.ts';
import { anyChange, limitChange } from '../../changes/value-changes.ts';
import { isSame } from '../../changes/written.ts';

/** How much of the output is seen, and what of it is masked. */
export function* outputChanges(output: Compared<EmisarOutput>): Generator<Change> {
  for (const stream of ['stdout', 'stderr'] as const) yield* ceilingChanges(output, stream);
  yield* anyChange(field(output, 'parser'), 'how its output is read', 'unknown');
  yield* anyChange(field(output, 'parser_required'), 'whether its output has to be readable', 'unknown');
  yield* anyChange(field(output, 'schema'), 'the schema of its result', 'unknown');
  yield* redactionChanges(field(output, 'redact'));
}

function* ceilingChanges(output: Compared<EmisarOutput>, stream: 'stdout' | 'stderr'): Generator<Change> {
  const ceiling = `max_${stream}_bytes` as const;
  yield* limitChange(field(output, ceiling), `its most bytes of ${stream}`, 'most');
  yield* limitChange(
    field(output, `${ceiling}_max`),
    `the most bytes of ${stream} that a caller may ask for`,
    'most',
    (value) => value as number | undefined,
  );
  yield* anyChange(
    field(output, `${ceiling}_min`),
    `the least bytes of ${stream} that a caller may ask for`,
    'unknown',
  );
}

/** Rules mask one after the other, so another order can mask something else. */
function* redactionChanges(redact: Compared<EmisarOutput['redact']>): Generator<Change> {
  const [old, fresh] = [redact.before.value ?? [], redact.after.value ?? []];
  for (const { name, before, after } of pairs(old, fresh, ({ name }) => name)) {
    if (!after) yield changed(redact, 'wider', `the redaction ${JSON.stringify(name)} is gone`);
    else if (!before) yield changed(redact, 'unknown', `the redaction ${JSON.stringify(name)} is new`);
    else if (!isSame(before, after))
      yield changed(redact, 'unknown', `the redaction ${JSON.stringify(name)} is another one`);
  }
  const names = (rules: typeof old) => rules.map(({ name }) => name);
  const kept = (all: readonly string[], other: readonly string[]) =>
    all.filter((name) => other.includes(name));
  if (!isSame(kept(names(old), names(fresh)), kept(names(fresh), names(old))))
    yield changed(redact, 'unknown', 'the redactions come in another order');
}
