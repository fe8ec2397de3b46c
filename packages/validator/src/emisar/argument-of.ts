import type { EmisarActionDocument, EmisarArg } from '@packwright/schema/emisar';

const known = new WeakMap<EmisarActionDocument, ReadonlyMap<string, EmisarArg>>();

/** The declaration of an argument; of two with one name the first. */
export function argumentOf(action: EmisarActionDocument, name: string | undefined): EmisarArg | undefined {
  if (name === undefined || !action.args) return undefined;
  let byName = known.get(action);
  if (!byName) {
    byName = new Map(action.args.toReversed().map((arg) => [arg.name, arg]));
    known.set(action, byName);
  }
  return byName.get(name);
}
