import type { EmisarArg } from '@packwright/schema/emisar';
import { parseConfigDuration } from '@packwright/values';
import type { Change } from '../../changes/change.ts';
import { added, type Compared, changed, field, removed, type Side } from '../../changes/compared.ts';
import { pairs } from '../../changes/pairs.ts';
import {
  anyChange,
  choiceChange,
  flagChange,
  limitChange,
  patternChange,
  textChange,
} from '../../changes/value-changes.ts';
import { pathRuleChanges } from './path-rule-changes.ts';

/** What an argument holds at most where its author gives no limit (specs/emisar 2.6). */
const DEFAULT_MAX_LENGTH = 32_768;
const DEFAULT_MAX_ITEMS = 256;

type Arg = EmisarArg & { readonly index: number };
type Args = readonly EmisarArg[] | undefined;

/** What becomes possible, or no longer is, for the arguments of one action. */
export function* argumentChanges(args: Compared<Args>): Generator<Change> {
  for (const { name, before, after } of pairs(
    numbered(args.before.value),
    numbered(args.after.value),
    nameOf,
  )) {
    const subject = [...args.subject, `argument ${name}`];
    const old = before && at(args.before, before);
    const fresh = after && at(args.after, after);
    if (old && fresh) yield* argumentChange({ subject, before: old, after: fresh });
    else if (fresh) yield* newArgument(subject, fresh);
    else if (old) yield* goneArgument(subject, old);
  }
}

/** The loader refuses arguments that are not declared, so calls with a new one were refused. */
function* newArgument(subject: readonly string[], fresh: Side<EmisarArg>): Generator<Change> {
  yield added(subject, fresh, 'wider', 'new');
  if (fresh.value.required)
    yield added(subject, fresh, 'narrower', 'new and required, so calls without it are refused');
}

function* goneArgument(subject: readonly string[], old: Side<EmisarArg>): Generator<Change> {
  if (old.value.required) yield removed(subject, old, 'wider', 'gone, so calls without it are taken');
  yield removed(subject, old, 'narrower', 'gone, so calls with it are refused');
}

const nameOf = ({ name }: Arg): string => name;

const numbered = (args: Args): Arg[] => (args ?? []).map((arg, index) => ({ ...arg, index }));

const at = (side: Compared<Args>['before'], arg: Arg) => ({
  ...side,
  value: arg as EmisarArg,
  path: [...side.path, arg.index],
});

function* argumentChange(arg: Compared<EmisarArg>): Generator<Change> {
  const { before, after } = arg;
  if (before.value.type !== after.value.type) {
    yield changed(field(arg, 'type'), 'unknown', `its type was ${before.value.type}, is ${after.value.type}`);
  }
  yield* flagChange(field(arg, 'required'), 'required', 'narrower');
  yield* anyChange(field(arg, 'default'), 'its default', 'unknown');
  yield* flagChange(field(arg, 'sensitive'), 'masked', 'narrower');
  yield* textChange(field(arg, 'description'), 'its description');
  yield* validationChanges(field(arg, 'validation'));
}

function* validationChanges(validation: Compared<EmisarArg['validation']>): Generator<Change> {
  yield* choiceChange(choicesOf(validation), 'a value');
  yield* patternChange(field(validation, 'pattern'), 'its pattern');
  yield* limitChange(field(validation, 'min'), 'its least value', 'least');
  yield* limitChange(field(validation, 'max'), 'its greatest value', 'most');
  yield* limitChange(
    field(validation, 'max_length'),
    'its length in bytes',
    'most',
    orElse(DEFAULT_MAX_LENGTH),
  );
  yield* limitChange(
    field(validation, 'max_items'),
    'its number of items',
    'most',
    orElse(DEFAULT_MAX_ITEMS),
  );
  yield* limitChange(field(validation, 'min_duration'), 'its shortest duration', 'least', nanoseconds);
  yield* limitChange(field(validation, 'max_duration'), 'its longest duration', 'most', nanoseconds);
  yield* pathRuleChanges(validation);
}

/** `enum` and `allowed` differ in nothing but the words of a refusal; an empty one counts as none. */
function choicesOf(validation: Compared<EmisarArg['validation']>): Compared<readonly unknown[] | undefined> {
  const merged = (side: typeof validation.before) => {
    const { enum: listed = [], allowed = [] } = side.value ?? {};
    const key = allowed.length > 0 ? 'allowed' : 'enum';
    const value = [...listed, ...allowed];
    return { ...side, value: value.length > 0 ? value : undefined, path: [...side.path, key] };
  };
  return { ...validation, before: merged(validation.before), after: merged(validation.after) };
}

const orElse =
  (preset: number) =>
  (value: unknown): number | bigint =>
    typeof value === 'number' || typeof value === 'bigint' ? value : preset;

function nanoseconds(value: unknown): bigint | undefined {
  if (typeof value !== 'string') return undefined;
  const parsed = parseConfigDuration(value);
  return parsed.ok ? parsed.nanoseconds : undefined;
}
