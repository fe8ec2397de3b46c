import type { EmisarActionDocument } from '@packwright/schema/emisar';
import { referencesOf } from './references-of.ts';

/**
 * Which argument each positional parameter (`1`) and environment variable of a shell program holds; `index` is the
 * place of the program text in argv. Only elements that are nothing but the argument count.
 */
export function shellVariables(action: EmisarActionDocument, index: number): ReadonlyMap<string, string> {
  const variables = new Map<string, string>();
  for (const { name, path, isWhole } of referencesOf(action)) {
    if (name === undefined || !isWhole) continue;
    const last = path.at(-1);
    // Behind the program text stands `$0`, then `$1`.
    variables.set(typeof last === 'number' ? String(last - index - 1) : String(last), name);
  }
  return variables;
}
