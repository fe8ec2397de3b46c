import type { TextRange } from './text-range.ts';

/** `error`: the list is refused. `warning`: it works, but probably not as meant. */
export type ProblemSeverity = 'error' | 'warning';

const STRUCTURE = {
  not_a_list: 'error',
  document_too_large: 'error',
  nested_too_deep: 'error',
  not_data: 'error',
  unknown_field: 'error',
  field_missing: 'error',
  field_type: 'error',
  field_range: 'error',
  value_unlisted: 'error',
  list_empty: 'error',
  list_too_long: 'error',
  name_form: 'error',
  name_reserved: 'error',
  text_form: 'error',
} as const satisfies Record<string, ProblemSeverity>;

const MEANING = {
  name_duplicate: 'error',
  name_case_collision: 'warning',
  domain_form: 'error',
  domain_scheme: 'error',
  domain_path: 'error',
  domain_userinfo: 'error',
  domain_port: 'error',
  port_requires_insecure: 'error',
  domain_wildcard: 'error',
  domain_too_broad: 'error',
  domain_any: 'warning',
  domain_duplicate: 'warning',
  path_query: 'error',
  path_glob: 'error',
  path_unreachable: 'error',
  applies_to_unknown: 'error',
  transform_variant: 'error',
  auth_conflict: 'error',
  header_name: 'error',
  header_value: 'error',
  header_forbidden: 'error',
  header_duplicate: 'error',
  path_change: 'error',
  pointer_form: 'error',
  literal_secret: 'warning',
  expression_syntax: 'error',
  expression_unknown: 'error',
  expression_type: 'error',
  expression_function: 'error',
  expression_limit: 'error',
  expression_forbidden_identifier: 'error',
  when_forbidden_identifier: 'error',
  when_not_boolean: 'error',
  pattern_form: 'error',
  secret_dynamic: 'error',
  body_schema_method: 'error',
  body_schema_keyword: 'error',
  body_schema_value: 'error',
  body_schema_reference: 'error',
  body_schema_unknown_keyword: 'warning',
  ceiling_missing: 'error',
  window_scope: 'error',
  window_range: 'error',
  upstream_credential: 'error',
} as const satisfies Record<string, ProblemSeverity>;

const SEVERITIES: Readonly<Record<ProblemCode, ProblemSeverity>> = { ...STRUCTURE, ...MEANING };

/** What is wrong; stable, so that it can be mapped to a rule of a validator. */
export type ProblemCode = keyof typeof STRUCTURE | keyof typeof MEANING;

/** The codes that the schema of the document alone explains; a caller that has judged the schema skips them. */
export const structuralCodes: ReadonlySet<ProblemCode> = new Set(
  Object.keys(STRUCTURE) as (keyof typeof STRUCTURE)[],
);

/** One problem in a list of capabilities. */
export interface Problem {
  /** JSON Pointer into the list; `""` is the list itself. For a field that is missing it is where it would be. */
  readonly pointer: string;
  readonly code: ProblemCode;
  readonly severity: ProblemSeverity;
  /** What is wrong, quoting the author's own text. */
  readonly message: string;
  /** What to do. */
  readonly hint: string;
  /** Where in the text at the pointer, for expressions. */
  readonly range?: TextRange;
  /** What certainly mends it, in place of the value, the key or the range that is meant; null to leave the entry out. */
  readonly instead?: string | null;
}

/** What some problems say beside what is wrong and what to do. */
export type ProblemDetails = Pick<Problem, 'range' | 'instead'>;

/** Everything that is wrong with one list, in the order in which it was found. */
export class Problems {
  readonly list: Problem[] = [];
  #errors = 0;

  add(code: ProblemCode, pointer: string, message: string, hint: string, details: ProblemDetails = {}): void {
    this.#push({ pointer, code, severity: SEVERITIES[code], message, hint, ...details });
  }

  /** A warning that is an error to this caller. */
  addAsError(code: ProblemCode, pointer: string, message: string, hint: string): void {
    this.#push({ pointer, code, severity: 'error', message, hint });
  }

  get errorCount(): number {
    return this.#errors;
  }

  #push(problem: Problem): void {
    this.list.push(problem);
    if (problem.severity === 'error') this.#errors++;
  }
}
