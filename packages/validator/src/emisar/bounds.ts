import type { EmisarArg } from '@packwright/schema/emisar';

/** Whether the declaration says anything about which texts are meant. */
export function isBoundedText({ validation }: EmisarArg): boolean {
  if (!validation) return false;
  const { pattern, max_length } = validation;
  return Boolean(pattern) || max_length !== undefined || hasChoices(validation) || hasPathRules(validation);
}

/** Whether the values are listed. */
export function hasChoices(validation: EmisarArg['validation']): boolean {
  return Boolean(validation?.enum?.length) || Boolean(validation?.allowed?.length);
}

/** Whether any of the four path rules is set; only then are links resolved and containment checked. */
export function hasPathRules(validation: EmisarArg['validation']): boolean {
  const lists = [
    validation?.allowed_paths,
    validation?.denied_paths,
    validation?.allowed_prefixes,
    validation?.denied_prefixes,
  ];
  return lists.some((list) => list !== undefined && list.length > 0);
}
