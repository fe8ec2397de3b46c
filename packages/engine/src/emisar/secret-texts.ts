import type { EmisarArg } from '@packwright/schema/emisar';
import type { BoundArguments, BoundValue } from '@packwright/validator/emisar';
import { renderArgv } from '@packwright/validator/emisar';

/** Every spelling under which a sensitive argument may turn up: each element of a list, and the list as Go prints it. */
export function secretTexts(declarations: readonly EmisarArg[], values: BoundArguments): readonly string[] {
  return declarations
    .filter(({ name, sensitive }) => sensitive === true && values.has(name))
    .flatMap(({ name }) => spellings(values.get(name) as BoundValue))
    .filter((text) => text !== '');
}

function spellings(value: BoundValue): readonly string[] {
  const elements = renderArgv(['{{ args.value }}'], new Map([['value', value]]));
  return Array.isArray(value) ? [...elements, `[${elements.join(' ')}]`] : elements;
}
