import type { FieldRow } from './field-rows.ts';

interface BranchRows {
  readonly kind: string;
  readonly rows: readonly FieldRow[];
}

/** The rows of all branches of a union, one per field; what differs names its kind. */
export function mergedRows(branches: readonly BranchRows[]): FieldRow[] {
  return fieldsInOrder(branches).map((field) => {
    const found = branches.flatMap(({ kind, rows }) =>
      rows.filter((row) => row.field === field).map((row) => ({ kind, row })),
    );
    return {
      field,
      type: distinct(found.map(({ row }) => row.type)).join(' or '),
      required: found.length === branches.length ? mergedRequired(found) : requiredFor(found),
      limits: distinct(found.map(({ row }) => row.limits)).join(', '),
      description: mergedDescription(found),
    };
  });
}

interface Found {
  readonly kind: string;
  readonly row: FieldRow;
}

function mergedRequired(found: readonly Found[]): string {
  const [first, ...others] = found;
  return others.every(({ row }) => row.required === first?.row.required)
    ? (first?.row.required ?? '')
    : requiredFor(found);
}

function requiredFor(found: readonly Found[]): string {
  const kinds = found.filter(({ row }) => row.required === 'yes').map(({ kind }) => `\`${kind}\``);
  return kinds.length > 0 ? `for ${kinds.join(', ')}` : '';
}

const distinct = (texts: readonly string[]) => [...new Set(texts.filter(Boolean))];

function mergedDescription(found: readonly Found[]): string {
  const texts = distinct(found.map(({ row }) => row.description));
  if (texts.length <= 1) return texts.join();
  return found.map(({ kind, row }) => `\`${kind}\`: ${row.description}`).join(' ');
}

// From the last branch to the first, so that where each has a field of its own, that of the first comes first.
function fieldsInOrder(branches: readonly BranchRows[]): string[] {
  const fields: string[] = [];
  for (const { rows } of branches.toReversed()) {
    let at = 0;
    for (const { field } of rows) {
      const known = fields.indexOf(field);
      if (known === -1) fields.splice(at, 0, field);
      at = (known === -1 ? at : known) + 1;
    }
  }
  return fields;
}
