import type { EmisarActionDocument } from '@packwright/schema/emisar';
import { parseConfigDuration } from '@packwright/values';
import type { Change } from '../../changes/change.ts';
import { type Compared, changed, field } from '../../changes/compared.ts';
import { anyChange, wasAndIs } from '../../changes/value-changes.ts';

type Execution = EmisarActionDocument['execution'];

/** What runs, as whom, with which limits. That a command or its surroundings differ is all that can be told. */
export function* executionChanges(execution: Compared<Execution>): Generator<Change> {
  const parts = execution as unknown as Compared<Readonly<Record<string, unknown>>>;
  yield* anyChange(field(parts, 'command'), 'the command', 'unknown');
  yield* anyChange(field(parts, 'script'), 'the script', 'unknown');
  yield* anyChange(field(parts, 'argv'), 'its arguments', 'unknown');
  yield* anyChange(field(parts, 'env'), 'its environment', 'unknown');
  yield* anyChange(field(parts, 'cwd'), 'its working directory', 'unknown');
  yield* userChange(field(parts, 'user') as Compared<string | undefined>);
  yield* anyChange(field(parts, 'success_exit_codes'), 'the exit codes that count as success', 'unknown');
  yield* anyChange(field(parts, 'cancel_grace'), 'the time to end after a cancel', 'unknown');
  yield* timeoutChanges(execution);
}

function* userChange(user: Compared<string | undefined>): Generator<Change> {
  const [was, is] = [user.before.value || undefined, user.after.value || undefined];
  if (was === is) return;
  yield changed(user, is === 'root' || is === '0' ? 'wider' : 'unknown', wasAndIs('its user', was, is));
}

/** The default, and the range that callers may choose from; without a range they get the default (specs/emisar 7.3). */
function* timeoutChanges(execution: Compared<Execution>): Generator<Change> {
  const [old, fresh] = [reach(execution.before.value), reach(execution.after.value)];
  const preset = field(execution, 'timeout');
  if (old.preset !== fresh.preset)
    yield changed(
      preset,
      fresh.preset > old.preset ? 'wider' : 'narrower',
      wasAndIs('its timeout', preset.before.value, preset.after.value),
    );
  const most = field(execution, 'timeout_max');
  if (old.most !== fresh.most && (most.before.value || most.after.value))
    yield changed(
      most,
      fresh.most > old.most ? 'wider' : 'narrower',
      wasAndIs('its longest timeout', most.before.value, most.after.value),
    );
  const least = field(execution, 'timeout_min');
  if (old.least !== fresh.least && (least.before.value || least.after.value))
    yield changed(
      least,
      fresh.least < old.least ? 'wider' : 'narrower',
      wasAndIs('its shortest timeout', least.before.value, least.after.value),
    );
}

function reach({ timeout, timeout_min, timeout_max }: Execution) {
  const preset = nanoseconds(timeout) ?? 0n;
  return { preset, least: nanoseconds(timeout_min) || preset, most: nanoseconds(timeout_max) || preset };
}

function nanoseconds(text: string | undefined): bigint | undefined {
  const parsed = parseConfigDuration(text ?? '');
  return parsed.ok ? parsed.nanoseconds : undefined;
}
